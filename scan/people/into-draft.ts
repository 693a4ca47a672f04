// What a stretch of text says about one person, counted and put into their draft.
import { detectorById } from '../../detectors/index.ts';
import { findInText } from '../find/find.ts';
import type { Collector } from './collector.ts';
import { addName, addValue, type RecordDraft } from './record-draft.ts';

/** Takes each value found in `from` ≤ position < `to`. */
export function takeFound(
  text: string,
  from: number,
  to: number,
  draft: RecordDraft,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  findInText(text, from, to, (detector, start, end, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(end)]);
    addValue(draft, detector, hash, collector.session);
  });
}

/** Takes `value`, which begins at `start`, as a whole for one of a kind that running text has not, where it can be one. */
export function takeWhole(
  value: string,
  start: number,
  kind: 'name' | 'address' | 'phone' | 'birth-date',
  draft: RecordDraft,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const detector = detectorById(kind);
  const normal = detector?.read(value);
  if (!detector || normal === undefined) return;
  const hash = collector.hash(detector, normal);
  collector.count(detector, hash, () => [toPart(start), toPart(start + value.length)]);
  if (kind === 'name') addName(draft, value, 0, value.length, collector.session);
  else addValue(draft, detector, hash, collector.session);
}
