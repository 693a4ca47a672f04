// The store for many seats: PostgreSQL by address, shared by several instances behind a balancer. Nothing is kept in memory.
// Sources: https://node-postgres.com/apis/pool · https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
import pg from 'pg';
import { type Database, one, type Statements, type Value } from './database.ts';
import { troubleIn } from './store-trouble.ts';
import { tables } from './tables.ts';

/** Two instances that start at once make the tables one after the other. */
const whileMakingTables = 727_001;

/**
 * Whoever writes holds a lock, shared, whose number is the last position given when it began: all of its own are above it. Far from the
 * numbers of other locks, with the position in the lower half. Asked for with BEGIN: it costs no round trip, and nobody waits for it.
 */
const writing = 2 ** 61;
const lastPosition = "COALESCE(pg_sequence_last_value('entries_position_seq'), 0)";
const beginWriting = `BEGIN; SELECT pg_advisory_xact_lock_shared(${writing} + ${lastPosition})`;
/** Read with what was given first: what was given by then is either held, or there to be seen. https://www.postgresql.org/docs/current/view-pg-locks.html */
const lowestWriting = `SELECT min((classid::bigint << 32) + objid::bigint - ${writing}) AS lowest FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint BETWEEN ${writing / 2 ** 32} AND ${writing / 2 ** 31 - 1}
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

export async function openPostgres(url: string): Promise<Database> {
  const types = new pg.TypeOverrides();
  // Counts and times are far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, Number);
  // Statements that need no answer of the one before go together: a transaction is as long as its round trips.
  const pool = new pg.Pool({ connectionString: url, types, max: 16, connectionTimeoutMillis: 10_000, pipeline: true });
  // A connection that is cut, idle or held, is replaced at its next use. Where nobody listens, the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const on = (client: Pick<pg.PoolClient, 'query'>): Statements => {
    const ask = (sql: string, values: readonly Value[]) =>
      client.query(numbered(sql), values.map(storable)).catch((thrown) => {
        throw troubleIn(thrown);
      });
    return {
      all: async <Row>(sql: string, ...values: Value[]) => (await ask(sql, values)).rows as Row[],
      run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    };
  };

  const inside = async <Result>(begin: string, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect();
    let isBroken = false;
    try {
      const [, result] = await Promise.all([client.query(begin), work(client)]);
      await client.query('COMMIT');
      return result;
    } catch (thrown) {
      await client.query('ROLLBACK').catch(() => {
        isBroken = true;
      });
      throw troubleIn(thrown);
    } finally {
      client.release(isBroken);
    }
  };

  await inside('BEGIN', async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [whileMakingTables]);
    await client.query(tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY'));
  }).catch(async (thrown) => {
    await pool.end();
    throw thrown;
  });

  const direct = on(pool);
  return {
    ...direct,
    transaction: (work) => inside(beginWriting, (client) => work(on(client))),
    snapshot: (work) => inside('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) => work(on(client))),
    async settled() {
      const given = await one<{ last: number }>(direct, `SELECT ${lastPosition} AS last`);
      const held = await one<{ lowest: number | null }>(direct, lowestWriting);
      return Math.min(given!.last, held!.lowest ?? Number.POSITIVE_INFINITY);
    },
    async alone(job, work) {
      const client = await pool.connect();
      let isCut = false;
      try {
        const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS mine', [
          job,
        ]);
        if (!rows[0]?.mine) return false;
        try {
          await work();
        } finally {
          // Where the connection was cut, the lock is gone with it.
          await client.query('SELECT pg_advisory_unlock(hashtext($1))', [job]).catch(() => {
            isCut = true;
          });
        }
        return true;
      } finally {
        client.release(isCut);
      }
    },
    close: () => pool.end(),
  };
}

/** Text with a zero in it is refused by this store alone: https://www.postgresql.org/docs/current/datatype-character.html */
function storable(value: Value): Value {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

const known = new Map<string, string>();

/** `?` → `$1`, `$2` … No statement of the collector has a question mark in a text. */
function numbered(sql: string): string {
  const before = known.get(sql);
  if (before !== undefined) return before;
  let count = 0;
  const after = sql.replace(/\?/g, () => `$${++count}`);
  known.set(sql, after);
  return after;
}
