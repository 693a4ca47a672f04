// Somebody looked into what is odd about a browser: from then on only what is new is shown. Whoever has the intake token can post in any
// browser's name, so that nothing that is posted may mark one for good. What was seen stays in the store: docs/adr/0240-looked-into.md
import { one, type Statements } from './database.ts';

/** What somebody was shown of a browser: when, and how many entries were missing. */
export interface Shown {
  at: number;
  missing: number;
}

/** `now` in epoch milliseconds. False: there is no such browser. */
export async function lookInto(inside: Statements, device: string, shown: Shown, now: number): Promise<boolean> {
  // Held: nothing of it comes in between.
  await inside.run('UPDATE devices SET said_sequence = said_sequence WHERE device = ?', device);
  const row = await one<Ends>(
    inside,
    `SELECT highest, places, said_sequence, said_waiting FROM devices
     WHERE device = ? AND device <> '' AND device NOT IN (SELECT device FROM chain_here)`,
    device,
  );
  if (!row) return false;
  const known = await one<Shown>(inside, 'SELECT at, missing FROM looked_into WHERE device = ?', device);
  // It was looked into as it was shown, or later. What lies ahead was written while the clock was wrong.
  if (known && known.at >= shown.at && known.at <= now) return true;
  const all = missingOf(row);
  const seen = (known?.missing ?? 0) + shown.missing;
  const isAllSeen = all <= seen;
  // How long its chain is it says again within a day.
  if (isAllSeen) await inside.run('UPDATE devices SET said_sequence = 0 WHERE device = ?', device);
  await inside.run(
    `INSERT INTO looked_into (device, at, missing) VALUES (?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET at = excluded.at, missing = excluded.missing`,
    ...[device, Math.min(shown.at, now), isAllSeen ? missingOf({ ...row, said_sequence: 0 }) : seen],
  );
  return true;
}

/** What is known of where a browser's chain ends. */
export type Ends = Record<'highest' | 'places' | 'said_sequence' | 'said_waiting', number>;

/** Places without an entry, whether anybody looked into it or not. */
export function missingOf({ highest, places, said_sequence: said, said_waiting: waiting }: Ends): number {
  return Math.max(highest - places, said - places - waiting, 0);
}

/** By browser: when it was looked into, and how many entries were missing in between then. */
export async function lookedInto(store: Statements): Promise<Map<string, Shown>> {
  const rows = await store.all<Shown & { device: string }>('SELECT * FROM looked_into');
  return new Map(rows.map(({ device, ...seen }) => [device, seen]));
}
