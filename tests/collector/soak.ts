// Many browsers, a line that loses, and kills at both ends, over a real collector process: what is stored afterwards, how often, and how fast.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { isPostgres } from '../../collector/database.ts';
import { makeToken } from '../../collector/intake-tokens.ts';
import { openStore } from '../../collector/open-store.ts';
import { signerFor } from '../../collector/signing-key.ts';
import { freePort } from './free-port.ts';
import { dice, startLossyLine } from './lossy-line.ts';
import { signingKey } from './office.ts';

export interface Load {
  seats: number;
  /** Entries a seat. */
  each: number;
  /** Milliseconds between two entries of a seat, about. */
  pace: number;
  kills: number;
  failing: { requests: number; answers: number };
  /** By how much the waits of the outbox between its runs are shortened; 1 = as in a browser. */
  hurry: number;
}

export interface Outcome {
  stored: number;
  distinct: number;
  wholeChains: number;
  brokenChains: number;
  notices: number;
  lost: { requests: number; answers: number; passed: number };
  kills: { collector: number; seats: number };
  seconds: number;
  /** From recording to storing, in milliseconds, of every entry: the outages of the kills included. */
  latency: { p50: number; p95: number; p99: number };
  /** What a collector process said on its two streams. */
  said: string;
  /** Every entry's envelope as the store has it. */
  envelopes: string[];
}

const root = resolve(import.meta.dirname, '../..');

export async function soak(database: string, { seats, each, pace, kills, failing, hurry }: Load): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-soak-'));
  const store = await openStore(database);
  const token = await makeToken(store, 'soak', Date.now());
  await store.close();
  const line = await startLossyLine(failing);
  let said = '';
  const port = await freePort();
  line.to(port);

  const run = (file: string, args: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      env: { ...process.env, ...env },
      cwd: folder,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    return child;
  };
  const startCollector = () =>
    run('collector/main.ts', [], {
      DATABASE_URL: database,
      ...(isPostgres(database) && { GATEHOUSE_SIGNING_KEY: signingKey }),
      GATEHOUSE_PORT: String(port),
      GATEHOUSE_URL: `http://127.0.0.1:${port}`,
    });
  const startSeats = () =>
    run(
      'tests/collector/seats.ts',
      [folder, `http://127.0.0.1:${line.port}`, token, seats, each, pace, hurry].map(String),
    );

  const started = Date.now();
  let collector = startCollector();
  let clients = startSeats();
  let isDone = false;
  const watch = (child: ChildProcess) => child.once('exit', (code) => (isDone ||= code === 0));
  watch(clients);
  const roll = dice(7);
  const killed = { collector: 0, seats: 0 };
  // The kills are spread over the time the entries take to be recorded.
  const between = (each * pace) / (kills + 1);
  while (killed.collector + killed.seats < kills && !isDone) {
    await wait(between * (0.5 + roll()));
    if (roll() < 0.5) {
      await kill(collector);
      killed.collector += 1;
      collector = startCollector();
    } else {
      await kill(clients);
      killed.seats += 1;
      clients = startSeats();
      watch(clients);
    }
  }
  while (!isDone) await wait(100);
  const seconds = (Date.now() - started) / 1000;
  const gone = new Promise((exited) => collector.once('exit', exited));
  collector.kill('SIGTERM');
  await gone;
  await line.close();
  const outcome = await look(database, folder);
  rmSync(folder, { recursive: true, force: true });
  return { ...outcome, lost: line.lost, kills: killed, seconds, said };
}

async function look(database: string, folder: string) {
  const store = await openStore(database);
  const rows = await store.all<{ id: string; received_at: number; envelope: string }>(
    "SELECT id, received_at, envelope FROM entries WHERE type = 'incident'",
  );
  const at = new Map<string, number>();
  for (const seat of readdirSync(folder).filter((name) => /^\d+$/.test(name)))
    for (const text of readFileSync(join(folder, seat, 'recorded'), 'utf8').split('\n')) {
      const read = text.startsWith('{') && text.endsWith('}') ? JSON.parse(text) : undefined;
      if (read) at.set(read.entry.incident.id, read.recordedAt);
    }
  const waits = rows.map(({ id, received_at }) => received_at - (at.get(id) ?? Number.NaN)).sort((a, b) => a - b);
  const share = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? Number.NaN;
  let wholeChains = 0;
  let brokenChains = 0;
  const signing = isPostgres(database) ? { signingKey } : {};
  const signer = await signerFor({ database, ...signing }, { makes: false });
  const [own] = await store.all<{ device: string }>('SELECT device FROM chain_here');
  for await (const report of checkChains(store, signer!.key)) {
    if (report.device === own?.device && isWhole(report)) continue;
    if (isWhole(report)) wholeChains += 1;
    else brokenChains += 1;
  }
  const notices = (await store.all('SELECT kind FROM notices')).length;
  await store.close();
  return {
    ...{ stored: rows.length, distinct: new Set(rows.map(({ id }) => id)).size, wholeChains, brokenChains, notices },
    latency: { p50: share(0.5), p95: share(0.95), p99: share(0.99) },
    envelopes: rows.map(({ envelope }) => envelope),
  };
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((exited) => child.once('exit', exited));
  child.kill('SIGKILL');
  await gone;
}
