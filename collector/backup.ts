// The whole store as one file of JSON lines, the same for both kinds of store: what is written from SQLite can be read into PostgreSQL.
// The last line counts and hashes what stands before it, so that a file cut short is refused. Sessions, open links and failed tries stay out.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Database, Statements, Value } from './database.ts';

const form = 1;
export const kept = [
  'accounts',
  'identities',
  'intake_tokens',
  'chain_here',
  'signed_ends',
  'signed_roots',
  'entries',
  'earlier_steps',
  'device_keys',
  'devices',
  'device_health',
  'notices',
  'looked_into',
  'outgoing',
  'jobs',
  'audit',
] as const;
const counted: readonly string[] = ['entries', 'audit'];
/** What a store has of itself once it was started, with nothing in it. */
const begun = [
  'chain_here',
  'earlier_steps',
  'signed_ends',
  'signed_roots',
  'device_keys',
  'devices',
  'device_health',
  'notices',
  'looked_into',
  'jobs',
  // The link to the first account of a store that is not the first any more.
  'links',
];
const atOnce = 1_000;

type Row = Record<string, Value>;

export interface BackedUp {
  rows: number;
  /** Entries that were once stored and are not there to be read: a store with a damaged file gives what is left of it, and says nothing. */
  gone: number;
  /** Where it was written to. */
  path: string;
}

/**
 * Writes beside `path` first: a file that is there was written to its end. Readable by its owner alone. Where entries are gone, a backup that
 * was there before may be the last that has them: it stays, and what is left is beside it.
 */
export async function backUp(store: Database, path: string, now: number): Promise<BackedUp> {
  const file = await open(`${path}.part`, 'w', 0o600);
  const hash = createHash('sha256');
  let rows = 0;
  const short = new Map<string, number>();
  const count = (device: Value | undefined, more: number) =>
    short.set(String(device), (short.get(String(device)) ?? 0) + more);
  const write = async (line: string) => {
    hash.update(line);
    await file.write(line);
  };
  try {
    await write(`${JSON.stringify({ gatehouseBackup: form, at: now })}\n`);
    await store.snapshot(async (inside) => {
      for (const table of kept)
        for await (const row of rowsOf(inside, table)) {
          await write(`${JSON.stringify([table, row])}\n`);
          rows += 1;
          // Of the entries as they are read, not counted by an index, which knows nothing of what is gone.
          if (table === 'entries') count(row.device, -1);
          if (table === 'devices') count(row.device, Number(row.places));
          // Of several that claim one place only the first is counted in `places`.
          if (table === 'notices' && row.kind === 'fork') count(row.device, Number(row.times));
        }
    });
    await file.write(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // Those of senders without a device are in no chain.
  short.delete('');
  const gone = [...short.values()].reduce((sum, missing) => sum + Math.max(missing, 0), 0);
  const written = gone > 0 && existsSync(path) ? `${path}.short` : path;
  await rename(`${path}.part`, written);
  return { rows, gone, path: written };
}

async function* rowsOf(inside: Statements, table: string): AsyncGenerator<Row> {
  if (!counted.includes(table)) return yield* await inside.all<Row>(`SELECT * FROM ${table}`);
  let after = 0;
  for (;;) {
    const rows = await inside.all<Row & { position: number }>(
      `SELECT * FROM ${table} WHERE position > ? ORDER BY position LIMIT ${atOnce}`,
      after,
    );
    yield* rows;
    after = rows.at(-1)?.position ?? 0;
    if (rows.length < atOnce) return;
  }
}

/** Everything or nothing, into an empty store. */
export async function restore(store: Database, path: string): Promise<{ rows: number } | { problem: string }> {
  if (!(await isWholeFile(path))) return { problem: 'this is no backup, or it was cut short or changed' };
  return store.transaction(async (inside) => {
    if ((await inside.all('SELECT id FROM entries UNION ALL SELECT id FROM accounts LIMIT 1')).length > 0)
      return { problem: 'this store is not empty' };
    let rows = 0;
    for (const table of begun) await inside.run(`DELETE FROM ${table}`);
    for await (const line of linesOf(path)) {
      const item: unknown = JSON.parse(line);
      if (!Array.isArray(item)) continue;
      await insert(inside, item[0], item[1]);
      rows += 1;
    }
    return { rows };
  });
}

async function insert(inside: Statements, table: string, row: Row): Promise<void> {
  if (!kept.some((name) => name === table)) throw new Error('a table that is none of ours');
  // Positions are given anew, in the same order.
  const columns = Object.entries(row).filter(([name]) => name !== 'position');
  if (!columns.every(([name]) => /^[a-z_]+$/.test(name))) throw new Error('a column that is none of ours');
  await inside.run(
    `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map(([, value]) => value),
  );
}

async function isWholeFile(path: string): Promise<boolean> {
  const hash = createHash('sha256');
  let rows = 0;
  let last = '';
  let isOurs = false;
  for await (const line of linesOf(path)) {
    if (last !== '') {
      hash.update(`${last}\n`);
      if (last.startsWith('[')) rows += 1;
      else isOurs ||= last.startsWith(`{"gatehouseBackup":${form},`);
    }
    last = line;
  }
  return isOurs && last === JSON.stringify({ rows, sha256: hash.digest('hex') });
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}
