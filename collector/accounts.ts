// Who may sign in, and as what. An account is never deleted, as the audit names it: it is closed.
import { one, type Statements } from './database.ts';
import { holdChain } from './own-chain.ts';
import { type Account, type Role, roles } from './roles.ts';

interface Row {
  id: string;
  address: string;
  name: string;
  roles: string;
  password: string | null;
  closed_at: number | null;
}

const accountOf = ({ id, address, name, roles: written }: Row): Account => ({
  id,
  address,
  name,
  roles: rolesIn(written),
});

export function rolesIn(written: string): Role[] {
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
