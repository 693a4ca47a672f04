// Whom the lexer need not ask: what a detector says of the beginning of its values must hold for every value it finds without a label.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiers } from '../../benchmarks/corpus/identifiers/index.ts';
import { createRandom } from '../../benchmarks/corpus/random.ts';
import { isDigit, isLatin } from '../../detectors/characters.ts';
import { forgetGroups, groups, readGroups } from '../../detectors/digit-groups.ts';
import { detectors } from '../../detectors/index.ts';

const hinted = detectors.filter(({ weak, heads, fewest, after }) => !weak && (heads || fewest || after));

const digit = fc.constantFrom(...'0123456789');
const group = fc.array(digit, { minLength: 1, maxLength: 11 }).map((digits) => digits.join(''));
const joint = fc.constantFrom('', ' ', '-', '.', '/', ' (', ') ', 'A', 'AB', ' C');
const anyNumber = fc
  .array(fc.tuple(group, joint), { minLength: 1, maxLength: 6 })
  .map((groups) => groups.map(([digits, behind]) => digits + behind).join(''));
const made = fc
  .tuple(fc.nat(identifiers.length - 1), fc.nat())
  .map(([kind, seed]) => identifiers[kind]!.make(createRandom(seed)));
const text = fc
  .tuple(
    fc.constantFrom('', ' ', '+', '(', '=', 'x '),
    fc.oneof(made, made, anyNumber),
    fc.constantFrom('', ' ', ' 12', '-3', '.', ' and'),
  )
  .map((parts) => parts.join(''));

describe('what a value begins with', () => {
  it.each(hinted.map((detector) => [detector.id, detector] as const))('of %s is as it says', (_, detector) => {
    fc.assert(
      fc.property(text, fc.boolean(), (written, company) => {
        for (const isFirst of [isDigit, isLatin]) {
          let start = 0;
          while (start < written.length && !isFirst(written.charCodeAt(start))) start++;
          if (start === written.length) continue;
          const candidate = { from: 0, start, end: written.length, labelled: false, mislabelled: false, company };
          if (!detector.judge(written, candidate)) continue;
          let stop = start;
          while (stop < written.length && isFirst(written.charCodeAt(stop))) stop++;
          if (detector.heads) expect(detector.heads).toContain(stop - start);
          if (detector.after) expect(written.charAt(stop)).toMatch(detector.after);
          if (detector.fewest === undefined) continue;
          readGroups(written, start, written.length);
          expect(groups.total).toBeGreaterThanOrEqual(detector.fewest);
        }
        forgetGroups();
      }),
      { numRuns: 1500 },
    );
  });

  it('is said by detectors that do find such values', () => {
    const random = createRandom(5);
    const found = new Set<string>();
    for (const { make } of identifiers)
      for (let round = 0; round < 20; round++) {
        const written = make(random);
        for (const detector of hinted)
          for (const isFirst of [isDigit, isLatin]) {
            const start = [...written].findIndex((letter) => isFirst(letter.charCodeAt(0)));
            const candidate = {
              from: 0,
              start,
              end: written.length,
              labelled: false,
              mislabelled: false,
              company: true,
            };
            if (start >= 0 && detector.judge(written, candidate)) found.add(detector.id);
          }
      }
    expect([...found]).toEqual(expect.arrayContaining(['payment-card', 'phone', 'uk-nhs-number', 'uk-nino', 'us-ssn']));
  });
});
