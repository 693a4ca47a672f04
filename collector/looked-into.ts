// Somebody looked into what is odd about a browser: from then on only what is new is shown. Whoever has the intake token can post in any
// browser's name, so that nothing that is posted may mark one for good. What was seen stays in the store: docs/adr/0240-looked-into.md
import { one, type Statements } from './database.ts';

/** False: there is no such browser. */
export async function lookInto(inside: Statements, device: string, now: number): Promise<boolean> {
  // How long its chain is it says again within a day.
  await inside.run(
    'UPDATE devices SET said_sequence = 0 WHERE device = ? AND device NOT IN (SELECT device FROM chain_here)',
    device,
  );
  const gap = await one<{ missing: number }>(
    inside,
    `SELECT highest - places AS missing FROM devices
     WHERE device = ? AND device <> '' AND device NOT IN (SELECT device FROM chain_here)`,
    device,
  );
  if (!gap) return false;
  await inside.run(
    `INSERT INTO looked_into (device, at, missing) VALUES (?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET at = excluded.at, missing = excluded.missing`,
    ...[device, now, Math.max(Number(gap.missing), 0)],
  );
  return true;
}

/** By browser: when it was looked into, and how many entries were missing in between then. */
export async function lookedInto(store: Statements): Promise<Map<string, { at: number; missing: number }>> {
  const rows = await store.all<{ device: string; at: number; missing: number }>('SELECT * FROM looked_into');
  return new Map(rows.map(({ device, ...seen }) => [device, seen]));
}
