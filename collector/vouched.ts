// Days and erasures are signed by the browser that recorded them: docs/adr/0108-days-are-signed.md. Here it is checked that they are, each time
// by the same key.
import type { Envelope } from '../incidents/envelope.ts';
import { isErasureSigned, isSegmentSigned } from '../incidents/segment.ts';
import type { Config } from './config.ts';
import { one, type Statements } from './database.ts';

/** False for a day or an erasure that is not signed, names what is not so, or is signed by another key than this device's first. */
export async function isVouched(inside: Statements, envelope: Envelope, device: string): Promise<boolean> {
  const key = keyIn(envelope);
  if (key === undefined) return true;
  if (!(await isSignedHere(envelope))) return false;
  await inside.run('INSERT INTO device_keys (device, key) VALUES (?, ?) ON CONFLICT DO NOTHING', device, key);
  const known = await one<{ key: string }>(inside, 'SELECT key FROM device_keys WHERE device = ?', device);
  return known?.key === key;
}

/** The key that signed it; undefined for entries that are not signed one by one. */
export function keyIn({ entry }: Pick<Envelope, 'entry'>): string | undefined {
  if (entry.type === 'segment') return entry.segment.key;
  return entry.type === 'erasure' ? entry.erasure.key : undefined;
}

/** A day is closed by the entry that follows its last one. */
export async function isSignedHere({ entry, sequence, previous }: Envelope): Promise<boolean> {
  if (entry.type === 'erasure') return isErasureSigned(entry.erasure);
  if (entry.type !== 'segment') return true;
  const { last, hash } = entry.segment;
  return last === sequence - 1 && hash === previous && (await isSegmentSigned(entry.segment));
}

/** Whether who and why can be read though the firm wants them sealed: the browser had another policy, or somebody changed it. */
export function isOpenDetail({ entry }: Envelope, { sealTo }: Pick<Config, 'sealTo'>): boolean {
  if (sealTo === undefined) return false;
  if (entry.type === 'work') return entry.work.sealed?.to !== sealTo;
  if (entry.type === 'acknowledgement') return !['unknown', 'sealed'].includes(entry.acknowledgement.actor.from);
  const told = entry.type === 'incident' ? entry.incident : entry.type === 'report' ? entry.report : undefined;
  return told !== undefined && told.actor.from !== 'unknown' && told.sealed?.to !== sealTo;
}
