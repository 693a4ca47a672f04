// The store an address names: `postgres://…` is PostgreSQL, anything else the path of a SQLite file.
import { type Database, isPostgres } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** `looksThrough`: of a SQLite file, every page first. */
export async function openStore(address: string, how?: { looksThrough: boolean }): Promise<Database> {
  return isPostgres(address) ? openPostgres(address) : openSqlite(address, how);
}
