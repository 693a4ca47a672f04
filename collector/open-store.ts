// The store an address names: `postgres://…` is PostgreSQL, anything else the path of a SQLite file.
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export async function openStore(address: string): Promise<Database> {
  return /^postgres(?:ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(address);
}
