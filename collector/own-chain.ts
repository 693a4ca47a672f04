// The collector's own chain: what is done here is recorded like what browsers record, and checked like it.
import { appendTo } from '../incidents/chain.ts';
import { type Envelope, envelopeOf } from '../incidents/envelope.ts';
import type { Entry } from '../incidents/incident.ts';
import type { Statements } from './database.ts';
import { one } from './database.ts';
import { receiveInside } from './entries.ts';

/** The last entry of a chain. */
export interface End {
  device: string;
  sequence: number;
  hash: string;
}

/** The entry in its envelope; for good once the transaction is. */
export async function record(inside: Statements, entry: Entry, version: string, now: number): Promise<Envelope> {
  await holdChain(inside);
  const { device, ...end } = (await one<End>(inside, 'SELECT device, sequence, hash FROM chain_here'))!;
  const chained = await appendTo(end.sequence === 0 ? null : end, entry);
  await inside.run('UPDATE chain_here SET sequence = ?, hash = ?', chained.sequence, chained.hash);
  const envelope = envelopeOf(chained, version, device);
  await receiveInside(inside, envelope, true, now, []);
  return envelope;
}

/** Makes the chain where there is none. Other instances append to it once this transaction has ended: it is changed before it is read. */
export async function holdChain(inside: Statements): Promise<void> {
  await inside.run(
    `INSERT INTO chain_here (one, device, sequence, hash) VALUES (1, ?, 0, '') ON CONFLICT DO NOTHING`,
    crypto.randomUUID(),
  );
  await inside.run('UPDATE chain_here SET sequence = sequence');
}

/** The public half of the key that signs on it, as every device has one: written down when the first instance starts. */
export async function keyHere(store: Statements): Promise<string | undefined> {
  const known = await one<{ key: string }>(
    store,
    'SELECT key FROM device_keys WHERE device IN (SELECT device FROM chain_here)',
  );
  return known?.key;
}

/** In SQL: whether the entry of a row stands on it. Whoever has a token can write on any other. */
export const standsHere = 'device IN (SELECT device FROM chain_here)';

/** In SQL: what vouches for the rest, by its hashes alone. It is never erased, and is nothing to read in the register. */
export const vouchesHere = `(type = 'erasure' AND ${standsHere})`;
