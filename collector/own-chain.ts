// The collector's own chain: what is done here is recorded like what browsers record, and checked like it.
import { appendTo } from '../incidents/chain.ts';
import { type Envelope, envelopeOf } from '../incidents/envelope.ts';
import type { Entry } from '../incidents/incident.ts';
import type { Statements } from './database.ts';
import { one } from './database.ts';
import { receiveInside } from './entries.ts';

interface End {
  device: string;
  sequence: number;
  hash: string;
}

/** The entry in its envelope; for good once the transaction is. */
export async function record(inside: Statements, entry: Entry, version: string, now: number): Promise<Envelope> {
  await inside.run(
    `INSERT INTO chain_here (one, device, sequence, hash) VALUES (1, ?, 0, '') ON CONFLICT DO NOTHING`,
    crypto.randomUUID(),
  );
  // Changed before it is read, so that two instances append one after the other.
  await inside.run('UPDATE chain_here SET sequence = sequence + 1');
  const end = (await one<End>(inside, 'SELECT device, sequence, hash FROM chain_here'))!;
  const head = end.sequence === 1 ? null : { sequence: end.sequence - 1, hash: end.hash };
  const chained = await appendTo(head, entry);
  await inside.run('UPDATE chain_here SET hash = ?', chained.hash);
  const envelope = envelopeOf(chained, version, end.device);
  await receiveInside(inside, envelope, true, now, []);
  return envelope;
}

/** In SQL: what vouches for the rest, by its hashes alone. It is never erased, and is nothing to read in the register. */
export const vouchesHere = "(type IN ('erasure', 'root') AND device IN (SELECT device FROM chain_here))";
