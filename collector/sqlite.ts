// The embedded store: one file, written ahead and synced at each commit, so that what was acknowledged outlives a power cut.
// Sources: https://nodejs.org/api/sqlite.html · https://www.sqlite.org/wal.html · https://www.sqlite.org/pragma.html#pragma_synchronous
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Statements, Value } from './database.ts';
import { tables } from './tables.ts';

/** `path`: a file, made where there is none, or `:memory:`. One process at a time. */
export function openSqlite(path: string): Database {
  const file = new DatabaseSync(path);
  file.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
  );
  file.exec(tables('INTEGER PRIMARY KEY AUTOINCREMENT'));

  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? file.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const direct: Statements = {
    all: async <Row>(sql: string, ...values: Value[]) => prepare(sql).all(...values) as Row[],
    run: async (sql, ...values) => Number(prepare(sql).run(...values).changes),
  };

  // One connection: what is asked for during a transaction waits until it has ended.
  let last: Promise<unknown> = Promise.resolve();
  const turn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const transaction = <Result>(work: (inside: Statements) => Promise<Result>) =>
    turn(async () => {
      file.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(direct);
        file.exec('COMMIT');
        return result;
      } catch (thrown) {
        if (file.isTransaction) file.exec('ROLLBACK');
        throw thrown;
      }
    });

  const running = new Set<string>();
  return {
    all: (sql, ...values) => turn(() => direct.all(sql, ...values)),
    run: (sql, ...values) => turn(() => direct.run(sql, ...values)),
    transaction,
    snapshot: (work) => transaction(work),
    async alone(job, work) {
      if (running.has(job)) return false;
      running.add(job);
      try {
        await work();
      } finally {
        running.delete(job);
      }
      return true;
    },
    close: () => turn(async () => file.close()),
  };
}
