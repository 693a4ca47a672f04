// The tables, in the SQL that SQLite and PostgreSQL share. Times are epoch milliseconds, `about` is the row an entry belongs to, flags 0 or 1, secrets only as hashes.

/** `counter`: the column type of a key that counts up by itself, the one thing the two stores write differently. */
export function tables(counter: string): string {
  return `
CREATE TABLE IF NOT EXISTS entries (
  position ${counter},
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  type TEXT NOT NULL,
  about TEXT NOT NULL,
  at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  is_intact INTEGER NOT NULL,
  envelope TEXT,
  erased_at BIGINT
);
CREATE INDEX IF NOT EXISTS entries_by_place ON entries (device, sequence);
CREATE INDEX IF NOT EXISTS entries_by_time ON entries (at);
CREATE INDEX IF NOT EXISTS entries_by_row ON entries (about);
CREATE INDEX IF NOT EXISTS entries_kept ON entries (received_at) WHERE envelope IS NOT NULL;
CREATE INDEX IF NOT EXISTS entries_of_erasing ON entries (device, position) WHERE type = 'erasure';
CREATE INDEX IF NOT EXISTS entries_of_work ON entries (about) WHERE type = 'work';
CREATE TABLE IF NOT EXISTS devices (
  device TEXT PRIMARY KEY,
  first_at BIGINT NOT NULL,
  heard_at BIGINT NOT NULL,
  extension_version TEXT NOT NULL,
  policy_version TEXT NOT NULL DEFAULT '',
  policy_source TEXT NOT NULL DEFAULT '',
  highest BIGINT NOT NULL DEFAULT 0,
  places BIGINT NOT NULL DEFAULT 0,
  said_sequence BIGINT NOT NULL DEFAULT 0,
  said_chain TEXT NOT NULL DEFAULT 'intact',
  said_waiting BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS device_keys (
  device TEXT PRIMARY KEY,
  key TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS device_health (
  device TEXT PRIMARY KEY,
  health TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notices (
  device TEXT NOT NULL,
  kind TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  times BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (device, kind, sequence)
);
CREATE TABLE IF NOT EXISTS looked_into (
  device TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  missing BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS outgoing (
  entry TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (target, entry)
);
CREATE TABLE IF NOT EXISTS jobs (
  name TEXT PRIMARY KEY,
  done_at BIGINT NOT NULL DEFAULT 0,
  failures BIGINT NOT NULL DEFAULT 0,
  not_before BIGINT NOT NULL DEFAULT 0,
  last_failure TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS chain_here (
  one INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS earlier_steps (
  id TEXT PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS signed_ends (
  device TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (device, sequence, hash)
);
CREATE TABLE IF NOT EXISTS signed_roots (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  chains BIGINT NOT NULL,
  ends TEXT NOT NULL,
  signature TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS intake_tokens (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL DEFAULT 0,
  revoked_at BIGINT
);
CREATE TABLE IF NOT EXISTS accounts (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  password TEXT,
  created_at BIGINT NOT NULL,
  closed_at BIGINT
);
DROP TABLE IF EXISTS invitations;
CREATE TABLE IF NOT EXISTS links (
  hash TEXT PRIMARY KEY,
  roles TEXT NOT NULL,
  account TEXT,
  made_by TEXT,
  created_at BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS sign_ins (
  hash TEXT PRIMARY KEY,
  verifier TEXT NOT NULL,
  nonce TEXT NOT NULL,
  until BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (issuer, subject)
);
DROP TABLE IF EXISTS attempts;
CREATE TABLE IF NOT EXISTS tries (
  who TEXT PRIMARY KEY,
  began_at BIGINT NOT NULL,
  times BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS audit (
  position ${counter},
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  outcome TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_by_time ON audit (at);
`;
}
