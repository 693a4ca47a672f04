// Links that make an account, or a new password for one. Each is good once, for three days, and as long as who made it looks after accounts.
import { v7 as uuidv7 } from 'uuid';
import { accountBy, addAccount, hasAccounts, normalAddress, rolesIn, setPassword } from './accounts.ts';
import { writeAudit } from './audit.ts';
import { one, type Statements } from './database.ts';
import { aDay } from './durations.ts';
import { holdChain } from './own-chain.ts';
import type { Account, Role } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface Invitation {
  roles: Role[];
  /** Of an account that gets a new password; null: a new account. */
  account: string | null;
}

export interface OpenInvitation extends Invitation {
  /** The first letters of its hash: enough to name it. */
  id: string;
  /** An account's id; null: whoever starts the collector or has its terminal. */
  madeBy: string | null;
  until: number;
}

const idLetters = 16;
const invitationLasts = 3 * aDay;

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

/** Takes the time twice. One that ends too late was made when the clock was ahead. */
const isGood = `until > ? AND until - ${2 * invitationLasts} <= ? AND (made_by IS NULL
  OR EXISTS (SELECT 1 FROM accounts WHERE id = made_by AND closed_at IS NULL AND roles LIKE '%admin%'))`;

const invitationBy = (store: Statements, hash: string, now: number): Promise<Found | undefined> =>
  one<Found>(store, `SELECT roles, account FROM links WHERE hash = ? AND ${isGood}`, hash, now, now);

/** Those that are still good, without their secrets. */
export async function listInvitations(store: Statements, now: number): Promise<OpenInvitation[]> {
  const rows = await store.all<Omit<OpenInvitation, 'roles'> & { roles: string }>(
    `SELECT substr(hash, 1, ${idLetters}) AS id, roles, account, made_by AS "madeBy", until FROM links WHERE ${isGood}
     ORDER BY until, hash`,
    ...[now, now],
  );
  return rows.map((row) => ({ ...row, roles: rolesIn(row.roles) }));
}

/** False: there is no such link. */
export async function takeLinkBack(store: Statements, id: string): Promise<boolean> {
  return (await store.run(`DELETE FROM links WHERE substr(hash, 1, ${idLetters}) = ?`, id)) > 0;
}

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
