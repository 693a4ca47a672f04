// How fast files are read and what memory that takes: `npm run bench:extract` writes the table into benchmarks/README.md.
// Each file is read in a process of its own, so that peak memory is that file's and the first reading is a cold one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../extractors/index.ts';
import { defaultLimits } from '../extractors/limits.ts';
import { type Format, formats, officeFile } from './office-files.ts';

interface Measured {
  firstMs: number;
  bestMs: number;
  /** Least processor time of a reading, all threads: what a busy machine does not change much. */
  cpuMs: number;
  /** Peak resident memory of the process after the first reading, and before it, in MB. */
  peak: number;
  idle: number;
}

const readings = 3;

async function measure(path: string): Promise<Measured> {
  const file = (await openAsBlob(path)) as Blob;
  const idle = peakMemory();
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let peak = 0;
  for (let reading = 0; reading < readings; reading++) {
    const start = performance.now();
    const before = process.cpuUsage();
    const part = await extract(file, path, defaultLimits(Date.now()), new AbortController().signal, () => {});
    times.push(performance.now() - start);
    const used = process.cpuUsage(before);
    cpuTimes.push((used.user + used.system) / 1000);
    if (part.unreadable) throw new Error(`${path}: ${part.unreadable}`);
    if (reading === 0) peak = peakMemory();
  }
  return { firstMs: times[0]!, bestMs: Math.min(...times), cpuMs: Math.min(...cpuTimes), peak, idle };
}

const peakMemory = () => process.resourceUsage().maxRSS / 1024;

/** A child counts its parent's memory as its own peak, so the parent makes nothing large itself. */
const runSelf = (...args: string[]) =>
  execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' });

async function write(path: string): Promise<void> {
  const [, people, format] = /-(\d+)\.(\w+)$/.exec(path)!;
  writeFileSync(path, await officeFile(format as Format, Number(people)));
}

function report(): void {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const lines: string[] = [];
  for (const people of [957, 100_000])
    for (const format of formats) {
      // More pages than a minute is enough for: it would end as *time-out*.
      if (format === 'pdf' && people > 957) continue;
      const path = join(folder, `clients-${people}.${format}`);
      runSelf('write', path);
      const measured: Measured = JSON.parse(runSelf('read', path));
      const line = row(format, people, statSync(path).size, measured);
      console.log(line);
      lines.push(line);
    }
  rmSync(folder, { recursive: true });
  writeSection(lines);
}

function row(format: string, people: number, bytes: number, { firstMs, bestMs, cpuMs, peak, idle }: Measured): string {
  const rate = (amount: number) => Math.round(amount / (bestMs / 1000)).toLocaleString('en');
  const cells = [
    format,
    people.toLocaleString('en'),
    (bytes / 1e6).toFixed(2),
    firstMs.toFixed(0),
    bestMs.toFixed(0),
    cpuMs.toFixed(0),
    rate(people),
    (bytes / 1e6 / (bestMs / 1000)).toFixed(1),
    `${peak.toFixed(0)} (${idle.toFixed(0)})`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function writeSection(lines: string[]): void {
  const path = join(import.meta.dirname, 'README.md');
  const [start, end] = ['<!-- extract:start -->', '<!-- extract:end -->'];
  const section = [
    start,
    '## Reading files',
    '',
    `\`npm run bench:extract\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}.`,
    `Load of the machine at the end: ${loadavg()[1]!.toFixed(1)} on ${cpus().length} processors.`,
    `Eleven columns a client. First: the first reading in a new process. Best of ${readings}. Peak: resident memory of that process after the`,
    'first reading, in brackets before it. MB/s are of the file as it lies on disk.',
    '',
    '| format | rows | MB | first ms | best ms | cpu ms | rows/s | MB/s | peak MB (idle) |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...lines,
    end,
  ].join('\n');
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '# Benchmarks\n';
  const from = page.indexOf(start);
  const to = page.indexOf(end) + end.length;
  writeFileSync(path, from < 0 ? `${page.trimEnd()}\n\n${section}\n` : page.slice(0, from) + section + page.slice(to));
}

const [task, path = ''] = process.argv.slice(2);
if (task === 'read') console.log(JSON.stringify(await measure(path)));
else if (task === 'write') await write(path);
else report();
