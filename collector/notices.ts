// What is odd about a device or about what came in: one line for each thing and place, however often it happens.
import type { Statements } from './database.ts';
import { aDay } from './durations.ts';

/**
 * About a device, with the place in its chain. `edited`: the entry is not what was hashed. `fork`: two entries for one place.
 * `unlinked`: it does not follow the one before. `conflict`: a known id with other content. `replay`: another device's entry.
 * `shortened`: the chain was longer once. `unsigned`: a day or an erasure without this device's signature. `unsealed`: details that are not sealed to
 * the breach contact. `broken`, `lost`: what the browser's own check found. `altered`: what was stored of it here is so no more. `clock`: its time is an hour or more from the time here.
 * About nobody, with the day (UTC) as place: `malformed`, `oversized`, `stranger` (no valid token); `clock-back`, `clock-forward`: the clock here jumped.
 */
export const kinds = [
  'edited',
  'fork',
  'unlinked',
  'conflict',
  'replay',
  'shortened',
  'unsigned',
  'unsealed',
  'broken',
  'lost',
  'altered',
  'clock',
  'malformed',
  'oversized',
  'stranger',
  'clock-back',
  'clock-forward',
] as const;
export type Kind = (typeof kinds)[number];

export async function notice(
  inside: Statements,
  device: string,
  kind: Kind,
  place: number,
  now: number,
): Promise<void> {
  await inside.run(
    `INSERT INTO notices (device, kind, sequence, first_at, last_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (device, kind, sequence) DO UPDATE SET last_at = excluded.last_at, times = notices.times + 1`,
    ...[device, kind, place, now, now],
  );
}

/** Something that came in and was not taken. */
export function refusal(inside: Statements, kind: 'malformed' | 'oversized' | 'stranger', now: number): Promise<void> {
  return notice(inside, '', kind, Math.floor(now / aDay), now);
}
