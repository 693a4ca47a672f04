import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupHeight, type Item, lineHeight, linesOf } from '@/components/register/lines.ts';
import type { Group, Row } from '@/incidents/views.ts';

const groupsOf = (sizes: readonly number[]): Group[] =>
  sizes.map((size, at) => ({
    key: String(at),
    rows: Array.from({ length: size }, (_, place) => ({ id: `${at}/${place}` }) as Row),
  }));

/** Every line, one after another. */
function oneByOne(groups: readonly Group[], hasHeadings: boolean): { item: Item; top: number; height: number }[] {
  const items = groups.flatMap((group): Item[] => [
    ...(hasHeadings ? [{ group }] : []),
    ...group.rows.map((row) => ({ row })),
  ]);
  let top = 0;
  return items.map((item) => {
    const height = 'group' in item ? groupHeight : lineHeight;
    top += height;
    return { item, top: top - height, height };
  });
}

it('reckons what counting line by line finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
      fc.boolean(),
      fc.integer({ min: -500, max: 2_000 }),
      (sizes, hasHeadings, pixel) => {
        const groups = groupsOf(sizes);
        const all = oneByOne(groups, hasHeadings);
        const lines = linesOf(groups, hasHeadings);
        expect(lines.count).toBe(all.length);
        expect(lines.height).toBe(all.reduce((sum, { height }) => sum + height, 0));
        for (const [index, { item, top }] of all.entries()) {
          expect(lines.at(index)).toEqual(item);
          expect(lines.top(index)).toBe(top);
          if ('row' in item) expect(lines.indexOf(item.row.id)).toBe(index);
        }
        expect([lines.at(-1), lines.at(all.length)]).toEqual([undefined, undefined]);
        expect(lines.top(all.length)).toBe(lines.height);
        expect(lines.indexOf('nobody')).toBe(-1);
        const below = all.findIndex(({ top, height }) => pixel < top + height);
        expect(lines.indexAt(pixel)).toBe(below < 0 ? Math.max(all.length - 1, 0) : below);
      },
    ),
  );
});
