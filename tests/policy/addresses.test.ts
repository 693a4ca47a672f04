import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, isFinished, parseRecipients } from '../../policy/addresses.ts';
import { expectGrowth } from '../growth.ts';

const to = (written: string) => parseRecipients({ to: [written], cc: [], bcc: [] });
const addresses = (written: string) => to(written).map(({ address }) => address);

describe('parseRecipients', () => {
  it.each([
    ['a@b.example', ['a@b.example']],
    ['Ann Field <a@b.example>; c@d.example, "Doe, Jane" <x@y.example>', ['a@b.example', 'c@d.example', 'x@y.example']],
    ['Doe, Jane <x@y.example>, a@b.example', ['x@y.example', 'a@b.example']],
    ['a@b.example,', ['a@b.example']],
    [' ; a@b.example ;; ', ['a@b.example']],
    ['a@b.example\r\nc@d.example', ['a@b.example', 'c@d.example']],
    ['Friends: a@b.example, c@d.example;', ['a@b.example', 'c@d.example']],
    ['undisclosed-recipients:;', []],
    ['<a@b.example', ['a@b.example']],
    ['a@b.example>', ['a@b.example']],
    ['mailto:a@b.example', ['a@b.example']],
    ['Jane Doe x@y.example', ['x@y.example']],
    ['a@b.example. c@d.example', ['a@b.example', 'c@d.example']],
    ['"unclosed <a@b.example>, c@d.example', ['a@b.example', 'c@d.example']],
    ['"a@firm.example" <k@mail.example>', ['k@mail.example']],
    ['a@b.example <a@b.example>', ['a@b.example']],
    ['A.Field@B.EXAMPLE', ['a.field@b.example']],
    ['ann+clients@b.example', ['ann+clients@b.example']],
    ['ann@Bücher.example', ['ann@xn--bcher-kva.example']],
    ['ann＠b.example', ['ann@b.example']],
    ['an\u200bn@b.exam\u00adple', ['ann@b.example']],
    ['Ann (work) <a@b.example>', ['a@b.example']],
    ['', []],
  ])('reads %j', (written, expected) => {
    expect(addresses(written)).toEqual(expected);
  });

  it.each(['ann', 'Sales team', 'ann@', '@b.example', 'ann@localhost', 'ann@[127.0.0.1]', 'ann at b dot example'])(
    'keeps %j as an unfinished recipient',
    (written) => {
      const [one, ...rest] = to(written);
      expect(rest).toEqual([]);
      expect(one && isFinished(one)).toBe(false);
    },
  );

  it('keeps names and the field each recipient stands in', () => {
    const fields = { to: ['"Doe, Jane" <x@y.example>'], cc: ['a@b.example'], bcc: ['Ann Field <c@d.example>'] };
    expect(parseRecipients(fields)).toEqual([
      { name: 'Doe, Jane', address: 'x@y.example', field: 'to' },
      { address: 'a@b.example', field: 'cc' },
      { name: 'Ann Field', address: 'c@d.example', field: 'bcc' },
    ]);
  });

  it('loses no address, whatever separates them and whatever stands around', () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9._-]{0,10}[a-z0-9]$/).filter((text) => !/[._-]{2}/.test(text));
    const one = fc
      .tuple(local, fc.stringMatching(/^[a-z]{2,10}$/))
      .map(([name, domain]) => `${name}@${domain}.example`);
    const dressed = fc
      .tuple(one, fc.constantFrom('', 'Ann Field', '"Field, Ann; ann"', '"a \\"b\\" c"'))
      .map(([address, name]) => ({
        address,
        written: name === '' ? address : `${name} <${address}>`,
      }));
    fc.assert(
      fc.property(
        fc.array(dressed, { maxLength: 8 }),
        fc.constantFrom(', ', ';', ' ; ', ',', '\n'),
        (list, separator) => {
          expect(addresses(list.map(({ written }) => written).join(separator))).toEqual(
            list.map(({ address }) => address),
          );
        },
      ),
    );
  });

  it('takes any text without an exception and never turns text into nobody', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const found = to(written);
        if (/[a-z0-9]@[a-z0-9]/i.test(written.split(':').at(-1)!)) expect(found.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each(['<', '"', 'a@', 'a,', '@'])('reads long nonsense in linear time: %s', (unit) => {
    expectGrowth((times) => to(unit.repeat(times)), { small: 5_001, large: 50_001 });
  });
});

describe('domainOf', () => {
  it.each([
    ['a@b.example', 'b.example'],
    ['"a@b"@c.example', 'c.example'],
    ['a@B.EXAMPLE.', 'b.example'],
  ])('reads %j', (address, domain) => expect(domainOf(address)).toBe(domain));

  it.each(['', 'a', '@b.example', 'a@', 'a@b', 'a@b..example', 'a@-b.example', 'a@b.example/c', 'a@1.2.3.4'])(
    'finds none in %j',
    (address) => expect(domainOf(address)).toBeUndefined(),
  );
});
