// Who did what with the register, refused attempts included. Lines are added, never changed; no entry's content is in one.
import type { Statements } from './database.ts';
import { aMinute } from './durations.ts';

export interface AuditLine {
  position: number;
  at: number;
  /** The account's id; empty: nobody who is signed in. */
  account: string;
  /** The name or address of the account, as it is now. */
  who: string;
  action: string;
  /** What it was about: an entry's, account's or token's id. */
  object: string;
  outcome: 'allowed' | 'refused';
}

export async function writeAudit(store: Statements, line: Omit<AuditLine, 'who' | 'position'>): Promise<void> {
  await store.run(
    'INSERT INTO audit (at, account, action, object, outcome) VALUES (?, ?, ?, ?, ?)',
    ...[line.at, line.account, line.action, line.object.slice(0, 200), line.outcome],
  );
}

/** Whoever is not signed in could fill the disk with lines: one a minute for each thing they try. */
export async function writeRefusal(
  store: Statements,
  line: Omit<AuditLine, 'who' | 'position' | 'outcome'>,
): Promise<void> {
  const { at, account, action } = line;
  const isKnown =
    account === '' &&
    (await store.all("SELECT at FROM audit WHERE at > ? AND account = '' AND action = ? LIMIT 1", at - aMinute, action))
      .length > 0;
  if (!isKnown) await writeAudit(store, { ...line, outcome: 'refused' });
}

/** The latest lines first. */
export function readAudit(store: Statements, before: number, limit: number): Promise<AuditLine[]> {
  return store.all<AuditLine>(
    `SELECT audit.position AS position, audit.at AS at, audit.account AS account,
     COALESCE(accounts.address, '') AS who, audit.action AS action, audit.object AS object, audit.outcome AS outcome
     FROM audit LEFT JOIN accounts ON accounts.id = audit.account
     WHERE audit.position < ? ORDER BY audit.position DESC LIMIT ?`,
    ...[before, limit],
  );
}
