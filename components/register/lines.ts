// The lines of a table in groups, and where each stands. There are two heights, so it is reckoned and not measured: 100,000 lines cost what
// their groups do.
import type { Group, Row } from '@/incidents/views.ts';

/** Pixels, as register.css sets them. */
export const lineHeight = 44;
export const groupHeight = 56;

export type Item = { group: Group } | { row: Row };

export interface Lines {
  count: number;
  /** Pixels of all together. */
  height: number;
  at(index: number): Item | undefined;
  /** Where the row of this id stands; -1 where it does not. */
  indexOf(id: string): number;
  /** Pixels above it. */
  top(index: number): number;
  /** The one that has this pixel; the nearest where none has. */
  indexAt(pixel: number): number;
}

/** `hasHeadings`: each group begins with a line of its own. */
export function linesOf(groups: readonly Group[], hasHeadings: boolean): Lines {
  const heads = hasHeadings ? 1 : 0;
  const starts: { group: Group; index: number; top: number }[] = [];
  let [count, height] = [0, 0];
  for (const group of groups) {
    starts.push({ group, index: count, top: height });
    count += heads + group.rows.length;
    height += heads * groupHeight + group.rows.length * lineHeight;
  }
  const groupBy = (by: 'index' | 'top', value: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]![by] <= value) low = middle;
      else high = middle - 1;
    }
    return starts[low];
  };
  return {
    count,
    height,
    at(index) {
      const start = index >= 0 && index < count ? groupBy('index', index) : undefined;
      if (!start) return undefined;
      const row = start.group.rows[index - start.index - heads];
      return row ? { row } : { group: start.group };
    },
    indexOf(id) {
      for (const { group, index } of starts) {
        const inside = group.rows.findIndex((row) => row.id === id);
        if (inside >= 0) return index + heads + inside;
      }
      return -1;
    },
    top(index) {
      const start = index < count ? groupBy('index', index) : undefined;
      if (!start) return height;
      const inside = index - start.index - heads;
      return inside < 0 ? start.top : start.top + heads * groupHeight + inside * lineHeight;
    },
    indexAt(pixel) {
      const start = groupBy('top', pixel);
      if (!start) return 0;
      const inside = Math.floor((pixel - start.top - heads * groupHeight) / lineHeight);
      return Math.max(0, Math.min(inside < 0 ? start.index : start.index + heads + inside, count - 1));
    },
  };
}
