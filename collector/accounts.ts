// Who may sign in, and as what. An account is never deleted, as the audit names it: it is closed.
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from './audit.ts';
import { one, type Statements } from './database.ts';
import { aDay } from './durations.ts';
import { holdChain } from './own-chain.ts';
import { type Account, type Role, roles } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';

interface Row {
  id: string;
  address: string;
  name: string;
  roles: string;
  password: string | null;
  closed_at: number | null;
}

export interface Invitation {
  roles: Role[];
  /** Of an account that gets a new password; null: a new account. */
  account: string | null;
}

const invitationLasts = 3 * aDay;

const accountOf = ({ id, address, name, roles: written }: Row): Account => ({
  id,
  address,
  name,
  roles: rolesIn(written),
});

function rolesIn(written: string): Role[] {
  return roles.filter((role) => written.split(',').includes(role));
}

export async function hasAccounts(store: Statements): Promise<boolean> {
  return (await one(store, 'SELECT id FROM accounts LIMIT 1')) !== undefined;
}

export async function listAccounts(store: Statements): Promise<(Account & { isClosed: boolean })[]> {
  const rows = await store.all<Row>('SELECT * FROM accounts ORDER BY address');
  return rows.map((row) => ({ ...accountOf(row), isClosed: row.closed_at !== null }));
}

export async function accountBy(
  store: Statements,
  column: 'id' | 'address',
  value: string,
): Promise<{ account: Account; password?: string } | undefined> {
  const row = await one<Row>(store, `SELECT * FROM accounts WHERE ${column} = ? AND closed_at IS NULL`, value);
  return row && { account: accountOf(row), ...(row.password !== null && { password: row.password }) };
}

export const normalAddress = (address: string): string => address.trim().toLowerCase();

/**
 * A secret for a link that makes an account, or a new password for one. Valid once, for three days, and as long as who made it looks after
 * accounts. `madeBy`: an account's id; null: whoever starts the collector or has its terminal.
 */
export async function invite(
  store: Statements,
  { roles: given, account, madeBy }: Invitation & { madeBy: string | null },
  now: number,
): Promise<string> {
  const secret = newSecret();
  await store.run(
    'INSERT INTO links (hash, roles, account, made_by, created_at, until) VALUES (?, ?, ?, ?, ?, ?)',
    ...[hashOf(secret), given.join(','), account, madeBy, now, now + invitationLasts],
  );
  return secret;
}

/**
 * The link a person opens who starts a new collector: the only way in while there is no account. Those of other starts and instances stay
 * good until one is used.
 */
export async function inviteFirst(store: Statements, now: number): Promise<string> {
  await store.run('DELETE FROM links WHERE account IS NULL AND until <= ?', now);
  return invite(store, { roles: ['dpo', 'admin'], account: null, madeBy: null }, now);
}

/** For who has a terminal and no way in: a new password for the account of this address, or the first account. Undefined: there is none. */
export async function inviteHere(inside: Statements, address: string, now: number): Promise<string | undefined> {
  const known = (await accountBy(inside, 'address', normalAddress(address)))?.account;
  if (!known && (await hasAccounts(inside))) return undefined;
  await writeAudit(inside, {
    ...{ at: now, account: '', action: 'invited-in-terminal', object: known?.id ?? 'the first account' },
    outcome: 'allowed',
  });
  return known
    ? invite(inside, { roles: known.roles, account: known.id, madeBy: null }, now)
    : inviteFirst(inside, now);
}

type Found = { roles: string; account: string | null };

/** One that ends too late was made when the clock was ahead. */
const invitationBy = (store: Statements, hash: string, now: number): Promise<Found | undefined> =>
  one<Found>(
    store,
    `SELECT roles, account FROM links WHERE hash = ? AND until > ? AND until <= ? AND (made_by IS NULL
     OR EXISTS (SELECT 1 FROM accounts WHERE id = made_by AND closed_at IS NULL AND roles LIKE '%admin%'))`,
    ...[hash, now, now + 2 * invitationLasts],
  );

export async function isInvited(store: Statements, secret: string, now: number): Promise<boolean> {
  return (await invitationBy(store, hashOf(secret), now)) !== undefined;
}

/** Takes the invitation away and gives what it allows; undefined: used, ended or never made. */
async function takeInvitation(store: Statements, secret: string, now: number): Promise<Invitation | undefined> {
  const hash = hashOf(secret);
  const found = await invitationBy(store, hash, now);
  if (!found || (await store.run('DELETE FROM links WHERE hash = ?', hash)) === 0) return undefined;
  return { roles: rolesIn(found.roles), account: found.account };
}

/** Makes the account an invitation allows, or gives its account a new password and ends its sessions. */
export async function accept(
  inside: Statements,
  secret: string,
  person: { address: string; name: string; password: string },
  now: number,
): Promise<Account | 'no-invitation' | 'taken'> {
  // Of two first accounts there is one.
  await holdChain(inside);
  const invitation = await takeInvitation(inside, secret, now);
  if (!invitation) return 'no-invitation';
  if (invitation.account !== null) {
    await setPassword(inside, invitation.account, person.password);
    return (await accountBy(inside, 'id', invitation.account))?.account ?? 'no-invitation';
  }
  if (!(await hasAccounts(inside))) await inside.run('DELETE FROM links WHERE account IS NULL');
  const address = normalAddress(person.address);
  const account: Account = { id: uuidv7(), address, name: person.name.trim(), roles: invitation.roles };
  const added = await addAccount(inside, account, person.password, now);
  return added ? account : 'taken';
}

/** False: the address has an account. Without a password only the firm's sign-in opens it. */
export async function addAccount(
  inside: Statements,
  { id, address, name, roles: given }: Account,
  password: string | null,
  now: number,
): Promise<boolean> {
  const added = await inside.run(
    `INSERT INTO accounts (id, address, name, roles, password, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    ...[id, address, name, given.join(',')],
    ...[password, now],
  );
  return added > 0;
}

/** Every session ends: whoever knew the old password is out. One that is closed keeps what it had, for when it is opened again. */
export async function setPassword(inside: Statements, account: string, hash: string): Promise<void> {
  await inside.run('UPDATE accounts SET password = ? WHERE id = ? AND closed_at IS NULL', hash, account);
  await inside.run('DELETE FROM sessions WHERE account = ?', account);
}

/** What an account may do. `isClosed`: no way in any more. */
interface Access {
  roles: Role[];
  isClosed: boolean;
}

/**
 * What `change` does not name stays as it is, whoever changed it meanwhile. The sessions of the account end; where it is closed, so do for
 * good the links it made and those that are for it. Gives the access that was wanted. `isDone`: false where nobody would be left to look after
 * accounts. Undefined: no such account.
 */
export async function changeAccount(
  inside: Statements,
  id: string,
  change: Partial<Access>,
  now: number,
): Promise<(Access & { isDone: boolean }) | undefined> {
  // Two who close each other's account do it one after the other.
  await holdChain(inside);
  const all = await listAccounts(inside);
  const known = all.find((account) => account.id === id);
  if (!known) return undefined;
  const wanted = { roles: known.roles, isClosed: known.isClosed, ...change };
  const staysAdmin = !wanted.isClosed && wanted.roles.includes('admin');
  const others = all.filter((account) => account !== known && !account.isClosed);
  if (!staysAdmin && !others.some((account) => account.roles.includes('admin'))) return { ...wanted, isDone: false };
  await inside.run(
    'UPDATE accounts SET roles = ?, closed_at = ? WHERE id = ?',
    ...[wanted.roles.join(','), wanted.isClosed ? now : null, id],
  );
  await inside.run('DELETE FROM sessions WHERE account = ?', id);
  if (wanted.isClosed) await inside.run('DELETE FROM links WHERE made_by = ? OR account = ?', id, id);
  return { ...wanted, isDone: true };
}
