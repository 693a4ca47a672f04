import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitAddresses } from '@/webmails/page/address-list.ts';

it.each<[string, string[]]>([
  ['', []],
  [' , ;\n', []],
  ['a@b.test', ['a@b.test']],
  ['a@b.test,c@d.test;e@f.test\ng@h.test', ['a@b.test', 'c@d.test', 'e@f.test', 'g@h.test']],
  ['"Brown, Kim" <kim@b.test>, Bob <bob@b.test>,', ['"Brown, Kim" <kim@b.test>', 'Bob <bob@b.test>']],
  ['"say \\", comma" <a@b.test>', ['"say \\", comma" <a@b.test>']],
  ['Kim (home, not work) <kim@b.test>', ['Kim (home, not work) <kim@b.test>']],
  ['a@b.test c@d.test', ['a@b.test', 'c@d.test']],
  ['Kim Brown kim@b.test', ['Kim Brown kim@b.test']],
  ['half an addr', ['half an addr']],
  ['Open <a@b.test\nnext@c.test', ['Open <a@b.test', 'next@c.test']],
])('splits %j', (text, entries) => {
  expect(splitAddresses(text)).toEqual(entries);
});

it('loses no address, whatever separates them', () => {
  const address = fc
    .tuple(fc.stringMatching(/^[a-z0-9.]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/))
    .map(([a, b]) => `${a}@${b}.test`);
  fc.assert(
    fc.property(
      fc.array(address, { maxLength: 8 }),
      fc.constantFrom(',', ', ', ';', '\n', ' , ', ' '),
      (list, separator) => {
        expect(splitAddresses(list.join(separator))).toEqual(list);
      },
    ),
  );
});
