// Both stores for one suite: SQLite in a file of its own, and a database of its own in a real PostgreSQL.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

export const canRunPostgres = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

export interface Place {
  /** What `openStore` takes. */
  address: string;
  /** Everything it holds, as one text: of SQLite the bytes of its files, of PostgreSQL every row. */
  contents(): Promise<string>;
  remove(): Promise<void>;
}

export async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-collector-'));
  return {
    address: join(folder, 'collector.db'),
    contents: async () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function postgresPlace(): Promise<Place> {
  const script = resolve(import.meta.dirname, 'postgres.sh');
  const { status, stdout, stderr } = spawnSync(script, ['start'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`PostgreSQL did not start: ${stderr.slice(-500)}`);
  const server = stdout.trim();
  const name = `gatehouse_${randomUUID().replaceAll('-', '')}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  const address = server.replace(/\/postgres$/, `/${name}`);
  return {
    address,
    contents: () => everyRowOf(address),
    remove: () => ask(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function everyRowOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    const kept: unknown[] = [];
    for (const { tablename } of tables) kept.push((await client.query(`SELECT t::text FROM "${tablename}" t`)).rows);
    return JSON.stringify(kept);
  } finally {
    await client.end();
  }
}
