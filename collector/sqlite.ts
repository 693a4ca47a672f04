// The embedded store: one file, written ahead and synced at each commit, so that what was acknowledged outlives a power cut.
// Sources: https://nodejs.org/api/sqlite.html · https://www.sqlite.org/wal.html · https://www.sqlite.org/pragma.html#pragma_synchronous
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Database, Statements, Value } from './database.ts';
import { DamagedStore, troubleIn } from './store-trouble.ts';
import { tables } from './tables.ts';

/** Transactions that share one commit. */
const mostTogether = 100;

interface Unit {
  work(inside: Statements): Promise<unknown>;
  done(result: unknown): void;
  failed(thrown: unknown): void;
}

/** Does one of several; what to say of it once all are committed. Throws where the whole commit is lost, as when the disk is full. */
async function part(file: DatabaseSync, { work, done, failed }: Unit, inside: Statements): Promise<() => void> {
  file.exec('SAVEPOINT part');
  try {
    const result = await work(inside);
    file.exec('RELEASE part');
    return () => done(result);
  } catch (thrown) {
    if (!file.isTransaction) throw thrown;
    file.exec('ROLLBACK TO part; RELEASE part');
    return () => failed(thrown);
  }
}

/** One unchanging view on a connection of its own, which keeps nobody from writing. https://www.sqlite.org/isolation.html */
async function view<Result>(path: string, work: (inside: Statements) => Promise<Result>): Promise<Result> {
  const file = named(() => new DatabaseSync(path, { readOnly: true }));
  try {
    file.exec('PRAGMA busy_timeout = 5000; BEGIN');
    return await work(statementsOf(file));
  } finally {
    file.close();
  }
}

function statementsOf(file: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? file.prepare(sql);
    known.setReadBigInts(true);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: async <Row>(sql: string, ...values: Value[]) => named(() => rounded(prepare(sql).all(...values))) as Row[],
    run: async (sql, ...values) => Number(named(() => prepare(sql).run(...values)).changes),
  };
}

/** Does `work`; what is wrong with the whole store is said as such. */
function named<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    throw troubleIn(thrown);
  }
}

/** As PostgreSQL gives them: a number too large to be exact is one beside it, and nothing that is thrown for as long as it stands there. */
function rounded(rows: Record<string, SQLOutputValue>[]): Record<string, SQLOutputValue>[] {
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value);
  return rows;
}

function open(path: string, looksThrough: boolean): DatabaseSync {
  const file = new DatabaseSync(path);
  try {
    if (looksThrough) {
      const [found] = named(() => file.prepare('PRAGMA quick_check(1)').all()) as { quick_check: string }[];
      if (found?.quick_check !== 'ok') throw new DamagedStore();
    }
    named(() => {
      file.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
      );
      file.exec(tables('INTEGER PRIMARY KEY AUTOINCREMENT'));
    });
    return file;
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

/**
 * `path`: a file, made where there is none, or `:memory:`. One process at a time. `looksThrough`: reads every page first, so that damage is
 * found before anything is added to it; without, only what is come upon. Throws `DamagedStore`.
 */
export function openSqlite(path: string, { looksThrough = true } = {}): Database {
  const file = open(path, looksThrough);
  const direct = statementsOf(file);

  // One connection for all that writes: what is asked for during a transaction waits until it has ended.
  let last: Promise<unknown> = Promise.resolve();
  const turn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };

  // Everything that waits is committed together: one sync to disk for many, and each still alone if it fails.
  const waiting: Unit[] = [];
  const together = async (): Promise<void> => {
    if (waiting.length === 0) return;
    // What lies in the sockets comes along: a commit holds everything up as long as the disk takes.
    await setImmediate();
    const units = waiting.splice(0, mostTogether);
    const settle: (() => void)[] = [];
    try {
      file.exec('BEGIN IMMEDIATE');
      for (const unit of units) settle.push(await part(file, unit, direct));
      named(() => file.exec('COMMIT'));
    } catch (thrown) {
      if (file.isTransaction) file.exec('ROLLBACK');
      for (const { failed } of units) failed(thrown);
      return;
    }
    for (const done of settle) done();
  };
  const transaction = <Result>(work: (inside: Statements) => Promise<Result>) =>
    new Promise<Result>((done, failed) => {
      waiting.push({ work, done: done as Unit['done'], failed });
      void turn(together);
    });

  const running = new Set<string>();
  return {
    all: (sql, ...values) => turn(() => direct.all(sql, ...values)),
    run: (sql, ...values) => turn(() => direct.run(sql, ...values)),
    transaction,
    // What is in memory only has one connection.
    snapshot: (work) => (path === ':memory:' ? transaction(work) : view(path, work)),
    // One transaction at a time: positions are in the order of the commits.
    settled: async () => Number.MAX_SAFE_INTEGER,
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
