// Lines that come in by themselves do not move those somebody reads: the page is scrolled along with the first line in sight. Where somebody
// filtered, sorted or grouped anew, and at the top of the table, it stays where it is.
import { useLayoutEffect, useRef } from 'react';
import type { Lines } from './lines.ts';
import type { Sight } from './use-sight.ts';

interface Place {
  lines: Lines;
  by: string;
  /** The row that is first in sight, and the pixels above it. */
  id: string | undefined;
  top: number;
}

/** `by`: what the lines were filtered, sorted and grouped by. */
export function useSteadyPlace(lines: Lines, by: string, sight: Sight): void {
  const kept = useRef<Place>(undefined);
  useLayoutEffect(() => {
    const before = kept.current;
    kept.current = { lines, by, ...firstAt(lines, sight.from) };
    if (!before?.id || before.lines === lines || before.by !== by || sight.from <= 0) return;
    const index = lines.indexOf(before.id);
    if (index >= 0) scrollBy(0, lines.top(index) - before.top);
  });
}

function firstAt(lines: Lines, pixel: number): { id: string | undefined; top: number } {
  const index = lines.indexAt(pixel);
  const place = [index, index + 1].find((one) => 'row' in (lines.at(one) ?? {}));
  const item = place === undefined ? undefined : lines.at(place);
  return { id: item && 'row' in item ? item.row.id : undefined, top: lines.top(place ?? 0) };
}
