// Who did what with the register, refused attempts included. Lines are added, never changed; no entry's content is in one.
import type { Statements } from './database.ts';
import { aDay, aMinute } from './durations.ts';

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

/** Whoever is not signed in could fill the disk with lines: one a minute for each thing they try. What lies ahead was written when the clock was wrong. */
export async function writeRefusal(
  store: Statements,
  line: Omit<AuditLine, 'who' | 'position' | 'outcome'>,
): Promise<void> {
  const { at, account, action } = line;
  const isKnown =
    account === '' &&
    (
      await store.all(
        "SELECT at FROM audit WHERE at > ? AND at < ? AND account = '' AND action = ? LIMIT 1",
        ...[at - aMinute, at + aMinute, action],
      )
    ).length > 0;
  if (!isKnown) await writeAudit(store, { ...line, outcome: 'refused' });
}

/** A line a day that says when it was, by a clock that can be relied on: what stands before it is no younger. It is nothing to read. */
const dated = 'dated';

/** To be called while the clock is relied on; `now` in epoch milliseconds. */
export async function dateAudit(store: Statements, now: number): Promise<void> {
  const ofToday = `SELECT at FROM audit WHERE action = '${dated}' AND at BETWEEN ? AND ? LIMIT 1`;
  if ((await store.all(ofToday, now - aDay, now)).length > 0) return;
  await writeAudit(store, { at: now, account: '', action: dated, object: '', outcome: 'allowed' });
}

/**
 * Removes what was there before `limit`. A line's own time is none to go by: the clock may have stood years back when it was written. So may it
 * for a dated one: it counts where none before it is younger than `limit`.
 */
export async function endAudit(store: Statements, { limit, at }: { limit: number; at: number }): Promise<void> {
  const ofDated = (which: 'MIN' | 'MAX') => `SELECT ${which}(position) FROM audit WHERE action = '${dated}'`;
  await store.run(
    `DELETE FROM audit WHERE position < (${ofDated('MAX')} AND at < ?
     AND position < (${ofDated('MIN')} AND at BETWEEN ? AND ?))`,
    ...[limit, limit, at],
  );
}

/** The latest lines first. */
export function readAudit(store: Statements, before: number, limit: number): Promise<AuditLine[]> {
  return store.all<AuditLine>(
    `SELECT audit.position AS position, audit.at AS at, audit.account AS account,
     COALESCE(accounts.address, '') AS who, audit.action AS action, audit.object AS object, audit.outcome AS outcome
     FROM audit LEFT JOIN accounts ON accounts.id = audit.account
     WHERE audit.position < ? AND audit.action <> '${dated}' ORDER BY audit.position DESC LIMIT ?`,
    ...[before, limit],
  );
}
