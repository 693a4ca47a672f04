// Entries as they come in: stored before they are acknowledged, each id once, and what is odd about one said beside it. Nothing that
// came is ever replaced.
import type { Envelope } from '../incidents/envelope.ts';
import { rowIdOf, timeOf } from '../incidents/envelope.ts';
import type { Heartbeat } from '../incidents/heartbeat.ts';
import type { Statements } from './database.ts';
import { one } from './database.ts';
import { anHour } from './durations.ts';
import { notice } from './notices.ts';
import { isVouched } from './vouched.ts';

/** Where an entry goes on to after it is stored. */
export type Target = 'mail' | 'otlp';

/** `differs`: another entry has this id, and stays. */
type Receipt = 'stored' | 'known' | 'differs';

/** From a browser; `now` in epoch milliseconds. `ours`: it says that it is of the collector's own chain, and is not taken. */
export async function receive(
  inside: Statements,
  envelope: Envelope,
  isIntact: boolean,
  now: number,
  targets: readonly Target[],
): Promise<Receipt | 'ours'> {
  if (await isOurs(inside, envelope.sentFrom.device)) return 'ours';
  return receiveInside(inside, envelope, isIntact, now, targets);
}

/** The same, from whoever it is. */
export async function receiveInside(
  inside: Statements,
  envelope: Envelope,
  isIntact: boolean,
  now: number,
  targets: readonly Target[],
): Promise<Receipt> {
  const { id, sequence, previous, hash, type, entry, sentFrom } = envelope;
  const device = sentFrom.device ?? '';
  // Hearing comes first of all, as it makes two posts of one device wait for each other.
  const [, added] = await Promise.all([
    hear(inside, device, sentFrom.extensionVersion, now),
    inside.run(
      `INSERT INTO entries (id, device, sequence, previous, hash, type, about, at, received_at, is_intact, envelope)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      ...[id, device, sequence, previous, hash, type, rowIdOf(entry), timeOf(entry), now],
      ...[isIntact ? 1 : 0, JSON.stringify(envelope)],
    ),
  ]);
  if (added === 0) return repeated(inside, envelope, device, now);
  if (!isIntact) await notice(inside, device, 'edited', sequence, now);
  // One that waited long is no wonder.
  if (device !== '' && timeOf(entry) > now + anHour) await notice(inside, device, 'clock', 0, now);
  if (device !== '') {
    await place(inside, envelope, device, now);
    if (!(await isVouched(inside, envelope, device))) await notice(inside, device, 'unsigned', sequence, now);
  }
  for (const target of targets) {
    await inside.run('INSERT INTO outgoing (entry, target) VALUES (?, ?) ON CONFLICT DO NOTHING', id, target);
  }
  return 'stored';
}

/** What a browser says of itself. False: it says that it is the collector. */
export async function receiveHeartbeat(inside: Statements, beat: Heartbeat, now: number): Promise<boolean> {
  if (await isOurs(inside, beat.device)) return false;
  await hear(inside, beat.device, beat.extensionVersion, now);
  const { version, source } = beat.policy;
  await inside.run(
    `UPDATE devices SET policy_version = ?, policy_source = ?, said_chain = ?, said_waiting = ?,
       said_sequence = CASE WHEN said_sequence > ? THEN said_sequence ELSE ? END WHERE device = ?`,
    ...[version, source, beat.chain, beat.waiting, beat.sequence, beat.sequence, beat.device],
  );
  if (beat.health)
    await inside.run(
      'INSERT INTO device_health (device, health) VALUES (?, ?) ON CONFLICT (device) DO UPDATE SET health = excluded.health',
      ...[beat.device, JSON.stringify(beat.health)],
    );
  const { said } = (await one<{ said: number }>(
    inside,
    'SELECT said_sequence AS said FROM devices WHERE device = ?',
    beat.device,
  ))!;
  // A chain never gets shorter: an end that was said once and is said no more was cut off.
  if (said > beat.sequence) await notice(inside, beat.device, 'shortened', beat.sequence, now);
  if (Math.abs(beat.at - now) > anHour) await notice(inside, beat.device, 'clock', 0, now);
  if (beat.chain !== 'intact') await notice(inside, beat.device, beat.chain, beat.sequence, now);
  return true;
}

/** No browser has the collector's own chain: who writes there could seem to have erased what was emptied. */
async function isOurs(inside: Statements, device = ''): Promise<boolean> {
  return (await one(inside, 'SELECT one FROM chain_here WHERE device = ?', device)) !== undefined;
}

async function hear(inside: Statements, device: string, version: string, now: number): Promise<void> {
  await inside.run(
    `INSERT INTO devices (device, first_at, heard_at, extension_version) VALUES (?, ?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET heard_at = excluded.heard_at, extension_version = excluded.extension_version`,
    ...[device, now, now, version],
  );
}

async function repeated(inside: Statements, { id, hash, sequence }: Envelope, device: string, now: number) {
  const known = await one<{ device: string; hash: string }>(
    inside,
    'SELECT device, hash FROM entries WHERE id = ?',
    id,
  );
  if (known?.hash !== hash) {
    await notice(inside, device, 'conflict', sequence, now);
    return 'differs';
  }
  // Sent again by the browser that made it: its line broke before our receipt came. By another one: somebody copied it.
  if (known.device !== device) await notice(inside, device, 'replay', sequence, now);
  return 'known';
}

/** Whether the entry fits where it says it belongs. */
async function place(inside: Statements, { id, sequence, previous, hash }: Envelope, device: string, now: number) {
  const around = await inside.all<{ sequence: number; previous: string; hash: string }>(
    'SELECT sequence, previous, hash FROM entries WHERE device = ? AND sequence BETWEEN ? AND ? AND id <> ?',
    ...[device, sequence - 1, sequence + 1, id],
  );
  const at = (place: number) => around.filter((entry) => entry.sequence === place);
  if (at(sequence).length > 0) await notice(inside, device, 'fork', sequence, now);
  else
    await inside.run(
      `UPDATE devices SET places = places + 1, highest = CASE WHEN highest > ? THEN highest ELSE ? END WHERE device = ?`,
      ...[sequence, sequence, device],
    );
  const before = at(sequence - 1);
  const after = at(sequence + 1);
  const follows = before.length === 0 || before.some((entry) => entry.hash === previous);
  const isFollowed = after.length === 0 || after.some((entry) => entry.previous === hash);
  if (!follows || !isFollowed) await notice(inside, device, 'unlinked', sequence, now);
}
