// How often a sign-in may be tried: by account and by where it comes from. Counted before it is looked at what was typed, so that tries at the
// same moment count each other, and in the store, so that several instances count together.
import { one, type Statements } from './database.ts';
import { hashOf } from './secrets.ts';

/** Milliseconds from the first try, after which counting begins anew. */
const within = 15 * 60_000;
const most = { account: 5, place: 30 };

type Who = keyof typeof most;

/** Who tries, without what was typed: a password typed into the wrong field is not kept. */
const nameOf = (who: Who, name: string): string => hashOf(`${who} ${name}`);

/** False: too many tries went before. Each is a wrong one until `succeeded` says otherwise. */
export async function mayTry(store: Statements, address: string, place: string, now: number): Promise<boolean> {
  await store.run('DELETE FROM tries WHERE began_at <= ?', now - within);
  if (!(await count(store, 'place', place, now))) return false;
  if (await count(store, 'account', address, now)) return true;
  await takeBack(store, place);
  return false;
}

/** The password was right. */
export async function succeeded(store: Statements, address: string, place: string): Promise<void> {
  await store.run('DELETE FROM tries WHERE who = ?', nameOf('account', address));
  await takeBack(store, place);
}

async function count(store: Statements, who: Who, name: string, now: number): Promise<boolean> {
  const counted = await one<{ times: number }>(
    store,
    // What lies ahead was written when the clock was wrong.
    `INSERT INTO tries (who, began_at, times) VALUES (?, ?, 1) ON CONFLICT (who) DO UPDATE SET
     times = CASE WHEN tries.began_at > ? THEN 1 ELSE tries.times + 1 END,
     began_at = CASE WHEN tries.began_at > ? THEN excluded.began_at ELSE tries.began_at END RETURNING times`,
    ...[nameOf(who, name), now, now + within, now + within],
  );
  return counted!.times <= most[who];
}

async function takeBack(store: Statements, place: string): Promise<void> {
  await store.run('UPDATE tries SET times = times - 1 WHERE who = ? AND times > 0', nameOf('place', place));
}
