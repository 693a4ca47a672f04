// The register in numbers, for its charts and the tables beside them: over time, by rule, by destination, by category of data.
import { classes, classOf, type Row, type RowClass } from './views.ts';

export type Counts = Record<RowClass, number>;

export interface Bar {
  /** A rule, destination or category; for time, the first day of the bucket, `2026-11-16`. */
  key: string;
  counts: Counts;
  total: number;
}

export const tallies = ['time', 'rule', 'destination', 'category'] as const;
export type Tally = (typeof tallies)[number];

/** Days, weeks (from Monday) or months, so that a chart has about as many bars as a reader can tell apart. */
export type Bucket = 'day' | 'week' | 'month';

const aDay = 86_400_000;
/** A later one has more digits in its year than a key has. */
const lastDay = Date.UTC(9999, 11, 31);

export function bucketFor(rows: readonly Row[]): Bucket {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of rows) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const days = (last - first) / aDay;
  return !(days > 31) ? 'day' : days <= 26 * 7 ? 'week' : 'month';
}

/** By time: oldest first, empty buckets left out where there would be more than `most`. Otherwise the largest first. */
export function tally(rows: readonly Row[], by: Tally, most = 60): Bar[] {
  const bucket = bucketFor(rows);
  const bars = new Map<string, Bar>();
  for (const row of rows) {
    const kind = classOf(row);
    for (const key of new Set(keysOf(row, by, bucket))) {
      const bar = bars.get(key) ?? emptyBar(key);
      bar.counts[kind] += 1;
      bar.total += 1;
      bars.set(key, bar);
    }
  }
  if (by === 'time') return withEmpty([...bars.values()].sort(byKey), bucket, most);
  return [...bars.values()].sort((one, other) => other.total - one.total || byKey(one, other));
}

function emptyBar(key: string): Bar {
  return { key, counts: Object.fromEntries(classes.map((kind) => [kind, 0])) as Counts, total: 0 };
}

function keysOf(row: Row, by: Tally, bucket: Bucket): string[] {
  if (by === 'time') return [bucketOf(row.at, bucket)];
  if (row.type === 'report') return [];
  const { verdict, destination, kinds } = row.incident;
  if (by === 'rule') return verdict.rules;
  return by === 'destination' ? [destination] : kinds.map(({ category }) => category);
}

/** In UTC, as the register's days are. */
function bucketOf(at: number, bucket: Bucket): string {
  const date = new Date(Math.min(at, lastDay));
  if (bucket === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (bucket === 'month') date.setUTCDate(1);
  return date.toISOString().slice(0, 10);
}

function withEmpty(bars: Bar[], bucket: Bucket, most: number): Bar[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return [];
  const known = new Map(bars.map((bar) => [bar.key, bar]));
  const all: Bar[] = [];
  for (let at = Date.parse(first.key); at <= Date.parse(last.key); at = nextBucket(at, bucket)) {
    const key = bucketOf(at, bucket);
    all.push(known.get(key) ?? emptyBar(key));
    if (all.length > most) return bars;
  }
  return all;
}

function nextBucket(at: number, bucket: Bucket): number {
  const date = new Date(at);
  if (bucket === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return at + (bucket === 'week' ? 7 : 1) * aDay;
}

function byKey(one: Bar, other: Bar): number {
  return one.key < other.key ? -1 : 1;
}
