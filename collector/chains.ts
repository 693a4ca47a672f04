// Every chain checked from its first entry to its last: each entry hashed anew, each link followed, each missing place named.
import type { Envelope } from '../incidents/envelope.ts';
import { isAsRecorded, type StoredEntry, storedColumns } from './as-recorded.ts';
import type { Database, Statements } from './database.ts';
import { type Erased, readErased } from './erasing.ts';
import type { End } from './own-chain.ts';
import { readEnds } from './signed-ends.ts';
import { isSignedHere, keyIn } from './vouched.ts';

export interface ChainReport {
  device: string;
  entries: number;
  /** Erased when their time was up or at a person's request: their links are still there. */
  erased: number;
  /** Places that are empty, and no erasure says so. */
  emptied: number[];
  /** Places without an entry, as [first, last]. */
  missing: [number, number][];
  /** Places with an entry that is not what was hashed. */
  edited: number[];
  /** Places where the chain ended when its end was signed, and has another entry now. */
  rewritten: number[];
  /** Places where two entries stand, or one that does not follow the one before. */
  torn: number[];
  /** Days and erasures that this device did not sign, or that name what is not so. */
  unsigned: number[];
  /** How much of this was done in the store: it came as it should be, or was here, and is so no more. */
  altered: number;
}

const genesis = '0'.repeat(64);
const atOnce = 500;

/**
 * One report a device, in the order of their ids. Entries whose sender named no device are checked for edits only. `key`: the public half
 * of what the collector signs with.
 */
export async function* checkChains(
  store: Statements & Pick<Database, 'snapshot'>,
  key: string,
): AsyncGenerator<ChainReport> {
  const erased = await readErased(store, key);
  // Those of whom nothing is left have a place in the list of browsers.
  const devices = await store.all<{ device: string; highest: number; places: number }>(
    `SELECT device, MAX(highest) AS highest, MAX(places) AS places FROM (
       SELECT DISTINCT device, 0 AS highest, 0 AS places FROM entries
       UNION ALL SELECT device, highest, places FROM devices WHERE highest > 0
       UNION ALL SELECT device, sequence, 0 FROM signed_ends
     ) AS known GROUP BY device ORDER BY device`,
  );
  const { ends } = await store.snapshot((inside) => readEnds(inside, key));
  const signed = Map.groupBy(ends, ({ device }) => device);
  for (const { device, highest, places } of devices) {
    const known: Known = { highest: Number(highest), places: Number(places), ends: signed.get(device) ?? [], erased };
    const report = await checkChain(store, device, known);
    // What is empty may have been erased meanwhile, by another instance: looked at again with what is said to be erased in the same moment.
    yield report.emptied.length === 0
      ? report
      : await store.snapshot(async (inside) =>
          checkChain(inside, device, { ...known, erased: await readErased(inside, key) }),
        );
  }
}

/**
 * `highest`: the last place that was ever stored, and `places`: how many were, which are written down apart. `ends`: those that were signed.
 */
interface Known {
  highest: number;
  places: number;
  ends: readonly End[];
  erased: Erased;
}

async function checkChain(store: Statements, device: string, { highest, places, ends: signed, erased }: Known) {
  const report = newReport(device);
  let key: string | undefined;
  let place = 0;
  let found = 0;
  let ends = [genesis];
  let former: string[] = [];
  const ended = new Map(signed.map(({ sequence }) => [sequence, new Set<string>()]));
  for await (const link of linksOf(store, device)) {
    report.entries += 1;
    ended.get(link.sequence)?.add(link.hash);
    if (link.envelope === null) {
      if (isErased(link, erased)) report.erased += 1;
      else report.emptied.push(link.sequence);
    } else if (!(await isAsRecorded(link))) {
      report.edited.push(link.sequence);
      if (link.was_told === 0) report.altered += 1;
    } else if (link.type === 'segment' || link.type === 'erasure') {
      const whole = JSON.parse(link.envelope) as Envelope;
      key ??= keyIn(whole);
      if (keyIn(whole) !== key || !(await isSignedHere(whole))) report.unsigned.push(link.sequence);
    }
    if (device === '') continue;
    if (link.sequence === place) {
      report.torn.push(place);
      if (former.includes(link.previous)) ends.push(link.hash);
      continue;
    }
    if (link.sequence > place + 1) report.missing.push([place + 1, link.sequence - 1]);
    else if (!ends.includes(link.previous)) report.torn.push(link.sequence);
    found += 1;
    former = ends;
    ends = [link.hash];
    place = link.sequence;
  }
  for (const { sequence, hash } of signed) {
    const here = ended.get(sequence)!;
    if (here.has(hash)) continue;
    report.altered += 1;
    if (here.size > 0) report.rewritten.push(sequence);
  }
  // Those that come meanwhile are not counted in `places`.
  report.altered += report.emptied.length + (device === '' ? 0 : Math.max(places - found, 0));
  if (device !== '' && highest > place) report.missing.push([place + 1, highest]);
  return report;
}

const newReport = (device: string): ChainReport => ({
  device,
  entries: 0,
  erased: 0,
  emptied: [],
  missing: [],
  edited: [],
  rewritten: [],
  torn: [],
  unsigned: [],
  altered: 0,
});

/** Its hash can be made no more: what the erasure says of its place is what it must be. */
function isErased({ sequence, hash, previous }: StoredEntry, { places }: Erased): boolean {
  const place = places.get(hash);
  return place?.sequence === sequence && place.previous === previous;
}

async function* linksOf(store: Statements, device: string): AsyncGenerator<StoredEntry> {
  let after: [number, string] = [0, ''];
  for (;;) {
    const links = await store.all<StoredEntry>(
      `SELECT ${storedColumns} FROM entries
       WHERE device = ? AND (sequence > ? OR (sequence = ? AND id > ?)) ORDER BY sequence, id LIMIT ${atOnce}`,
      ...[device, after[0], after[0], after[1]],
    );
    yield* links;
    const last = links.at(-1);
    if (!last || links.length < atOnce) return;
    after = [last.sequence, last.id];
  }
}

export function isWhole({ emptied, missing, edited, rewritten, torn, unsigned }: ChainReport): boolean {
  return [emptied, missing, edited, rewritten, torn, unsigned].every((places) => places.length === 0);
}
