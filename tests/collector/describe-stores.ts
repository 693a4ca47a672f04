// One suite on both stores. PostgreSQL is skipped where it cannot be run here.
import { describe } from 'vitest';
import { canRunPostgres, type Place, postgresPlace, sqlitePlace } from './stores.ts';

/** The same tests over both. */
export function describeStores(name: string, tests: (makePlace: () => Promise<Place>) => void): void {
  describe(`${name}, on SQLite`, () => tests(sqlitePlace));
  describe.skipIf(!canRunPostgres)(`${name}, on PostgreSQL`, () => tests(postgresPlace));
}
