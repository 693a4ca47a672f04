import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDomain, isPublicSuffix, isWithin, registrableDomain } from '../../policy/domain.ts';
import { editDistance } from '../../policy/edit-distance.ts';
import { fromPunycode } from '../../policy/look-alike.ts';
import { isPersonalProvider } from '../../policy/personal-providers.ts';

describe('domains', () => {
  it.each([
    ['Firm.Example.', 'firm.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['a.b.firm.co.uk', 'a.b.firm.co.uk'],
  ])('%s is %s', (written, ascii) => expect(asciiDomain(written)).toBe(ascii));

  it.each([
    '',
    'firm',
    '1.2.3.4',
    'a..b',
    '-a.example',
    'a_b.example',
    'a b.example',
    'a.example/b',
    'ü@b.example',
    `${'a'.repeat(64)}.example`,
  ])('%s is none', (written) => expect(asciiDomain(written)).toBeUndefined());

  it.each([
    ['mail.firm.co.uk', 'firm.co.uk'],
    ['firm.co.uk', 'firm.co.uk'],
    ['mail.firm.example', 'firm.example'],
    ['a.trust.nhs.uk', 'trust.nhs.uk'],
  ])('%s was registered as %s', (domain, registered) => expect(registrableDomain(domain)).toBe(registered));

  it('knows suffixes from domains, and what is within what', () => {
    for (const suffix of ['com', 'co.uk', 'nhs.uk', 'com.au']) expect(isPublicSuffix(suffix)).toBe(true);
    for (const domain of ['firm.com', 'firm.co.uk']) expect(isPublicSuffix(domain)).toBe(false);
    expect(isWithin('a.firm.example', 'firm.example')).toBe(true);
    expect(isWithin('afirm.example', 'firm.example')).toBe(false);
  });

  it('knows a provider’s family from a firm that shares its name', () => {
    const policy = { personalProviders: { add: [], remove: [] } };
    for (const domain of ['hotmail.com', 'hotmail.co.uk', 'yahoo.com.br', 'live.se', 'gmx.at', 'jo.plus.com'])
      expect(isPersonalProvider(domain, policy)).toBe(true);
    for (const domain of ['hotmail.agency', 'live.org', 'yahoos.com', 'mylive.com', 'plus.org', 'com'])
      expect(isPersonalProvider(domain, policy)).toBe(false);
  });
});

describe('fromPunycode', () => {
  it.each([
    ['bcher-kva', 'bücher'],
    ['frm-zma', 'fïrm'],
    ['80ak6aa92e', 'аррӏе'],
    ['fiqs8s', '中国'],
  ])('%s is %s', (encoded, decoded) => expect(fromPunycode(encoded)).toBe(decoded));

  it('undoes what the browser encodes', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abcßäöüéøłсаре中国日本'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (name) => {
        const ascii = asciiDomain(`${name}.example`)?.split('.')[0];
        fc.pre(ascii?.startsWith('xn--') === true);
        expect(fromPunycode(ascii!.slice(4))).toBe(name.normalize('NFC'));
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9-]{0,60}$/), (text) => typeof fromPunycode(text) === 'string'));
  });
});

describe('editDistance', () => {
  it.each([
    ['harbour', 'harbour', 0],
    ['harbour', 'harbor', 1],
    ['harbour', 'harobur', 1],
    ['harbour', 'harbours', 1],
    ['harbour', 'marbour', 1],
    ['harbour', 'haven', 3],
    ['', 'abc', 3],
  ])('%s → %s takes %i', (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

  it('is the same both ways and never more than one past the limit', () => {
    const word = fc.stringMatching(/^[ab]{0,6}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
        expect(editDistance(a, b, most)).toBeLessThanOrEqual(most + 1);
        expect(editDistance(a, b, most) === 0).toBe(a === b);
      }),
    );
  });
});
