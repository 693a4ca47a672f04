// How often a sign-in may fail: by account and by where it comes from. In the store, so that several instances count together.
import { one, type Statements } from './database.ts';
import { hashOf } from './secrets.ts';

const within = 15 * 60_000;
const failuresAllowed = { account: 5, place: 30 };

/** Who tries, without what was typed: a password typed into the wrong field is not kept. */
const tries = (address: string, place: string) =>
  [
    [hashOf(`account ${address}`), failuresAllowed.account],
    [hashOf(`place ${place}`), failuresAllowed.place],
  ] as const;

export async function mayTry(store: Statements, address: string, place: string, now: number): Promise<boolean> {
  for (const [who, most] of tries(address, place)) {
    const failed = await one<{ times: number }>(
      store,
      // What lies ahead was written when the clock was wrong.
      'SELECT count(*) AS times FROM attempts WHERE who = ? AND at BETWEEN ? AND ?',
      ...[who, now - within + 1, now + within],
    );
    if ((failed?.times ?? 0) >= most) return false;
  }
  return true;
}

export async function noteFailure(store: Statements, address: string, place: string, now: number): Promise<void> {
  await store.run('DELETE FROM attempts WHERE at < ?', now - within);
  for (const [who] of tries(address, place)) await store.run('INSERT INTO attempts (who, at) VALUES (?, ?)', who, now);
}

export async function forgetFailures(store: Statements, address: string): Promise<void> {
  await store.run('DELETE FROM attempts WHERE who = ?', hashOf(`account ${address}`));
}
