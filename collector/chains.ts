// Every chain checked from its first entry to its last: each entry hashed anew, each link followed, each missing place named.
import type { Envelope } from '../incidents/envelope.ts';
import { isIntact } from '../incidents/envelope.ts';
import type { Statements } from './database.ts';

export interface ChainReport {
  device: string;
  entries: number;
  /** Erased when their time was up: their links are still there. */
  erased: number;
  /** Places without an entry, as [first, last]. */
  missing: [number, number][];
  /** Places with an entry that is not what was hashed. */
  edited: number[];
  /** Places where two entries stand, or one that does not follow the one before. */
  torn: number[];
}

interface Link {
  id: string;
  sequence: number;
  previous: string;
  hash: string;
  envelope: string | null;
}

const genesis = '0'.repeat(64);
const atOnce = 500;

/** One report a device, in the order of their ids. Entries whose sender named no device are checked for edits only. */
export async function* checkChains(store: Statements): AsyncGenerator<ChainReport> {
  for (const { device } of await store.all<{ device: string }>('SELECT DISTINCT device FROM entries ORDER BY device')) {
    yield await checkChain(store, device);
  }
}

async function checkChain(store: Statements, device: string): Promise<ChainReport> {
  const report: ChainReport = { device, entries: 0, erased: 0, missing: [], edited: [], torn: [] };
  let place = 0;
  let ends = [genesis];
  let former: string[] = [];
  for await (const link of linksOf(store, device)) {
    report.entries += 1;
    if (link.envelope === null) report.erased += 1;
    else if (!(await isAsHashed(link))) report.edited.push(link.sequence);
    if (device === '') continue;
    if (link.sequence === place) {
      report.torn.push(place);
      if (former.includes(link.previous)) ends.push(link.hash);
      continue;
    }
    if (link.sequence > place + 1) report.missing.push([place + 1, link.sequence - 1]);
    else if (!ends.includes(link.previous)) report.torn.push(link.sequence);
    former = ends;
    ends = [link.hash];
    place = link.sequence;
  }
  return report;
}

async function* linksOf(store: Statements, device: string): AsyncGenerator<Link> {
  let after: [number, string] = [0, ''];
  for (;;) {
    const links = await store.all<Link>(
      `SELECT id, sequence, previous, hash, envelope FROM entries
       WHERE device = ? AND (sequence > ? OR (sequence = ? AND id > ?)) ORDER BY sequence, id LIMIT ${atOnce}`,
      ...[device, after[0], after[0], after[1]],
    );
    yield* links;
    const last = links.at(-1);
    if (!last || links.length < atOnce) return;
    after = [last.sequence, last.id];
  }
}

/** The columns too: a row whose envelope was left alone but whose place was changed is edited all the same. */
async function isAsHashed({ id, sequence, previous, hash, envelope }: Link): Promise<boolean> {
  try {
    const whole = JSON.parse(envelope!) as Envelope;
    if (whole.id !== id || whole.sequence !== sequence || whole.previous !== previous || whole.hash !== hash)
      return false;
    return await isIntact(whole);
  } catch {
    return false;
  }
}

export function isWhole({ missing, edited, torn }: ChainReport): boolean {
  return missing.length === 0 && edited.length === 0 && torn.length === 0;
}
