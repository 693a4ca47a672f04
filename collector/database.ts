// What the collector asks of a store: statements, transactions, and work only one instance does at a time. SQLite in one file, or
// PostgreSQL by address. The SQL is the same in both: `?` for values, no dialect.

export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address);

export type Value = string | number | null;

export interface Statements {
  all<Row>(sql: string, ...values: Value[]): Promise<Row[]>;
  /** How many rows were changed. */
  run(sql: string, ...values: Value[]): Promise<number>;
}

export interface Database extends Statements {
  /** Everything or nothing; resolves once it is synced to disk. */
  transaction<Result>(work: (inside: Statements) => Promise<Result>): Promise<Result>;
  /** One unchanging view of everything, for as long as `work` runs. */
  snapshot<Result>(work: (inside: Statements) => Promise<Result>): Promise<Result>;
  /** Up to this position there will be no entry that is not there now: several that are being stored are not there in the order of their positions. */
  settled(): Promise<number>;
  /** Runs `work` unless it is running already, in this instance or in another. False: it was. */
  alone(job: string, work: () => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/** The only row of an answer that has one at most. */
export async function one<Row>(store: Statements, sql: string, ...values: Value[]): Promise<Row | undefined> {
  return (await store.all<Row>(sql, ...values))[0];
}
