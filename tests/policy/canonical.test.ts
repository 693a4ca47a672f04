import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../policy/canonical.ts';

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: [1, 'x', null], c: true } }, '{"a":{"c":true,"d":[1,"x",null]},"b":1}'],
    [{ a: undefined, b: 'ü\n' }, '{"b":"ü\\n"}'],
    [[undefined, -0, 1e21], '[null,0,1e+21]'],
    ['text', '"text"'],
  ])('writes %j as %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('is the same for the same value, whatever the order of its keys, and can be read back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
