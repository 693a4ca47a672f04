// `npm run soak:collector`: 10,000 incidents of 200 browsers through a line that loses 30 % of requests and 10 % of answers, with 50 kills,
// on both stores; then the same load on a line that loses nothing. Writes its section of README.md. `-- PostgreSQL`, or `-- online`: only
// the runs with that word, and nothing is written.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, type Outcome, soak } from '../tests/collector/soak.ts';
import { postgresPlace } from '../tests/collector/stores.ts';
import { method, table, writeSection } from './report.ts';

const hard: Load = { seats: 200, each: 50, pace: 1_500, kills: 50, failing: { requests: 0.3, answers: 0.1 }, hurry: 1 };
const online: Load = { seats: 200, each: 50, pace: 1_500, kills: 0, failing: { requests: 0, answers: 0 }, hurry: 1 };

async function onSqlite(load: Load): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-soak-'));
  try {
    return await soak(join(folder, 'collector.db'), load);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(load: Load): Promise<Outcome> {
  const place = await postgresPlace();
  try {
    return await soak(place.address, load);
  } finally {
    await place.remove();
  }
}

const runs: [string, string, (load: Load) => Promise<Outcome>, Load][] = [
  ['SQLite', 'losing, 50 kills', onSqlite, hard],
  ['PostgreSQL', 'losing, 50 kills', onPostgres, hard],
  ['SQLite', 'online', onSqlite, online],
  ['PostgreSQL', 'online', onPostgres, online],
];
const lines: string[][] = [];
const wrong: string[] = [];
const only = process.argv[2] ?? '';
for (const [store, kind, run, load] of runs) {
  if (!`${store} ${kind}`.includes(only)) continue;
  const { stored, distinct, wholeChains, brokenChains, notices, lost, kills, seconds, latency } = await run(load);
  const line = [
    ...[
      `${store}, ${kind}`,
      `${distinct} / ${stored}`,
      `${wholeChains} / ${wholeChains + brokenChains}`,
      String(notices),
    ],
    ...[`${lost.requests} + ${lost.answers}`, `${kills.collector} + ${kills.seats}`, seconds.toFixed(0)],
    ...[latency.p50, latency.p95, latency.p99].map((value) => String(Math.round(value))),
  ];
  console.log(line.join(' | '));
  const all = load.seats * load.each;
  if (stored !== all || distinct !== all || brokenChains > 0)
    wrong.push(`${store}, ${kind}: not each entry once, in whole chains`);
  if (load.failing.requests === 0 && latency.p95 > 5_000) wrong.push(`${store}, ${kind}: p95 over 5 s`);
  lines.push(line);
}

const head = [
  'store and line',
  'distinct / stored',
  'whole chains',
  'oddities',
  'lost: requests + answers',
  'kills: collector + clients',
];
if (only === '')
  writeSection(
    'collector',
    `## Collector

${method('npm run soak:collector')}
200 simulated browsers record 50 incidents each and deliver them by the rules of the outbox through a proxy to one collector process. Latency is from the
record on the browser's disk to the row in the store, losses and outages included; kills are SIGKILL. What fails four times within three seconds waits half a minute, then twice
as long each time, as in a browser: that is most of the latency on the line that loses.

${table([...head, 's', 'p50 ms', 'p95 ms', 'p99 ms'], lines)}`,
  );
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exitCode = 1;
}
