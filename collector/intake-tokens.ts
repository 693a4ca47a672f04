// The firm's tokens for senders: several at a time, so that a new one is rolled out before the old one is taken back.
import { type Database, one, type Statements } from './database.ts';
import { anHour } from './durations.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface IntakeToken {
  /** The first letters of its hash: enough to name it. */
  id: string;
  name: string;
  createdAt: number;
  /** To the hour; 0: never. */
  usedAt: number;
  revokedAt: number | null;
}

const idLetters = 16;

/** The token itself is seen once, here. */
export async function makeToken(store: Statements, name: string, now: number): Promise<string> {
  const token = newSecret();
  await store.run('INSERT INTO intake_tokens (hash, name, created_at) VALUES (?, ?, ?)', hashOf(token), name, now);
  return token;
}

export async function mayPost(store: Database, token: string, now: number): Promise<boolean> {
  const hash = hashOf(token);
  const known = await one<{ used_at: number }>(
    store,
    'SELECT used_at FROM intake_tokens WHERE hash = ? AND revoked_at IS NULL',
    hash,
  );
  if (known && Math.abs(known.used_at - now) > anHour)
    await store.run('UPDATE intake_tokens SET used_at = ? WHERE hash = ?', now, hash);
  return known !== undefined;
}

export function listTokens(store: Statements): Promise<IntakeToken[]> {
  return store.all<IntakeToken>(
    `SELECT substr(hash, 1, ${idLetters}) AS id, name, created_at AS "createdAt", used_at AS "usedAt",
     revoked_at AS "revokedAt" FROM intake_tokens ORDER BY created_at, hash`,
  );
}

/** False: there is no such token in use. */
export async function revokeToken(store: Statements, id: string, now: number): Promise<boolean> {
  const changed = await store.run(
    `UPDATE intake_tokens SET revoked_at = ? WHERE substr(hash, 1, ${idLetters}) = ? AND revoked_at IS NULL`,
    ...[now, id],
  );
  return changed > 0;
}
