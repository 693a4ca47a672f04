// Who is signed in: a random secret in a cookie, its hash here. Sources: https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
// and, for the name of the cookie, https://www.rfc-editor.org/rfc/rfc6265#section-4.1
import { accountBy } from './accounts.ts';
import { one, type Statements } from './database.ts';
import { anHour } from './durations.ts';
import type { Account } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Milliseconds without a request after which a session ends, and its length at most. */
const idle = 30 * 60_000;
const longest = 12 * anHour;
/** A session's last use is written once in this time. What lies ahead by more than a session lasts was written when the clock was wrong. */
const noted = 60_000;

/** The prefix makes the browser refuse the cookie from any other host, path or plain http. */
const cookieName = '__Host-gatehouse';

/** The header that puts the session's secret into the browser. */
export async function startSession(store: Statements, account: Account, now: number): Promise<string> {
  await store.run(
    'DELETE FROM sessions WHERE seen_at < ? OR created_at < ? OR created_at > ?',
    ...[now - idle, now - longest, now + longest],
  );
  const secret = newSecret();
  await store.run(
    'INSERT INTO sessions (hash, account, created_at, seen_at) VALUES (?, ?, ?, ?)',
    ...[hashOf(secret), account.id, now, now],
  );
  return cookie(secret, longest / 1000);
}

export async function endSession(store: Statements, request: Request): Promise<string> {
  const secret = secretIn(request);
  if (secret !== undefined) await store.run('DELETE FROM sessions WHERE hash = ?', hashOf(secret));
  return cookie('', 0);
}

export async function accountIn(store: Statements, request: Request, now: number): Promise<Account | undefined> {
  const secret = secretIn(request);
  if (secret === undefined) return undefined;
  const hash = hashOf(secret);
  const session = await one<{ account: string; seen_at: number }>(
    store,
    'SELECT account, seen_at FROM sessions WHERE hash = ? AND seen_at >= ? AND created_at BETWEEN ? AND ?',
    ...[hash, now - idle, now - longest, now + longest],
  );
  if (!session) return undefined;
  const isAttended = request.headers.get('gatehouse-unattended') === null;
  if (isAttended && Math.abs(session.seen_at - now) > noted)
    await store.run('UPDATE sessions SET seen_at = ? WHERE hash = ?', now, hash);
  return (await accountBy(store, 'id', session.account))?.account;
}

/** The page says whose it is: all tabs of a browser have one session, and nobody acts in the name of who signed in at another. */
export function isSomebodyElse(request: Request, { id }: Account): boolean {
  const expected = request.headers.get('gatehouse-account');
  return expected !== null && expected !== id;
}

/** Lax, as somebody comes back from the firm's sign-in page; what changes anything must also come from this page itself. */
function cookie(secret: string, seconds: number): string {
  return `${cookieName}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;
}

const secretIn = (request: Request): string | undefined => cookieIn(request, cookieName);

/** A secret of ours in a cookie; undefined for anything else. */
export function cookieIn(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  return found && /^[\w-]{43}$/.test(found) ? found : undefined;
}
