// How fast files are read and what memory that takes: `npm run bench:extract` writes the table into benchmarks/README.md, in five minutes.
// Each file is read in a process of its own, so that peak memory is that file's and the first reading is a cold one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../extractors/index.ts';
import { defaultLimits } from '../extractors/limits.ts';
import { installPeers } from './install-peers.ts';
import type { Format } from './office-files.ts';
import { peerName } from './reading-peers.ts';
import { method, table, writeSection } from './report.ts';

interface Read {
  firstMs: number;
  bestMs: number;
  /** Processor time of the cheapest reading, all threads: what a busy machine does not change much. */
  cpuMs: number;
  /** Peak resident memory of the process after the first reading, and before it, in MB. */
  peak: number;
  idle: number;
  /** Why not all of it was read. */
  reason?: string;
}

interface Row extends Read {
  format: Format;
  people: number;
  bytes: number;
  judged: { ms: number; people: number } | undefined;
  peerMs: number | 'too long' | string | undefined;
}

const sizes = [957, 100_000];
/** A hundred thousand rows in these would end as *time-out* or *too large*; said in the text. */
const smallOnly: readonly Format[] = ['pdf'];
/** Scanning a hundred thousand rows takes the same whatever they came in: seen for these. */
const judgedWhenLarge: readonly Format[] = ['csv', 'xlsx', 'docx'];
/** A file is read again as long as that takes less than this. */
const readAgainBelow = 1_000;
const longestPeer = 10_000;
/** What the specification asks of a workbook of a hundred thousand rows. */
const aim = { ms: 3_000, megabytes: 400 };

const tasks: Record<string, (path: string, format: Format, people: number) => Promise<unknown>> = {
  // Each child loads what its task needs and no more: its memory is measured.
  write: async (path, format, people) => {
    const { officeFile } = await import('./office-files.ts');
    writeFileSync(path, await officeFile(format, people));
  },
  read,
  judge,
  peer: async (path, format) => (await import('./reading-peers.ts')).timePeer(format, path),
};

async function read(path: string): Promise<Read> {
  const file = (await openAsBlob(path)) as Blob;
  const idle = peakMemory();
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let peak = 0;
  let reason: string | undefined;
  do {
    const start = performance.now();
    const before = process.cpuUsage();
    const part = await extract(file, path, defaultLimits(Date.now()), new AbortController().signal, () => {});
    times.push(performance.now() - start);
    const used = process.cpuUsage(before);
    cpuTimes.push((used.user + used.system) / 1000);
    reason = part.unreadable;
    peak ||= peakMemory();
  } while (times.length < 3 && times[0]! < readAgainBelow);
  return {
    firstMs: times[0]!,
    bestMs: Math.min(...times),
    cpuMs: Math.min(...cpuTimes),
    peak,
    idle,
    ...(reason ? { reason } : {}),
  };
}

/** From the bytes to the verdict, in a process that has done nothing before. */
async function judge(path: string): Promise<Row['judged']> {
  const { assess } = await import('../assessment/assess.ts');
  const { strictDefault } = await import('../policy/default.ts');
  const content = (await openAsBlob(path)) as Blob;
  const draft = {
    account: 'alice@firm.example',
    to: ['alice@gmail.com'],
    cc: [],
    bcc: [],
    subject: '',
    body: '',
    isHtml: false,
    files: [{ id: '1', name: path, content }],
    trigger: 'attach' as const,
  };
  const start = performance.now();
  const { facts } = await assess(draft, strictDefault, { session: 1, now: Date.now });
  return { ms: performance.now() - start, people: facts.people.estimate };
}

const peakMemory = () => process.resourceUsage().maxRSS / 1024;

/** A child counts its parent's memory as its own peak, so the parent makes nothing large itself. */
function runSelf(task: string, path: string, format: Format, people: number, timeout?: number): unknown {
  const output = execFileSync(process.execPath, [import.meta.filename, task, path, format, String(people)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...(timeout === undefined ? {} : { timeout }),
  });
  return JSON.parse(output.trim().split('\n').at(-1)!);
}

function measure(folder: string, format: Format, people: number): Row {
  const path = join(folder, `clients-${people}.${format}`);
  runSelf('write', path, format, people);
  const isJudged = people < 10_000 || judgedWhenLarge.includes(format);
  const row: Row = {
    format,
    people,
    bytes: statSync(path).size,
    ...(runSelf('read', path, format, people) as Read),
    judged: isJudged ? (runSelf('judge', path, format, people) as Row['judged']) : undefined,
    peerMs: peerTime(path, format, people),
  };
  rmSync(path);
  return row;
}

function peerTime(path: string, format: Format, people: number): Row['peerMs'] {
  try {
    return (runSelf('peer', path, format, people, longestPeer) as number | null) ?? undefined;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ETIMEDOUT' ? 'too long' : 'fails';
  }
}

async function report(): Promise<void> {
  const { formats } = await import('./office-files.ts');
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const rows: Row[] = [];
  for (const people of sizes)
    for (const format of formats) {
      if (smallOnly.includes(format) && people > 957) continue;
      rows.push(measure(folder, format, people));
      process.stderr.write(`${cells(rows.at(-1)!).join('  ')}\n`);
    }
  rmSync(folder, { recursive: true });
  writeSection('extract', text(rows));
}

const seconds = (ms: number) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1);

function cells({ format, people, bytes, firstMs, bestMs, cpuMs, peak, idle, reason, judged, peerMs }: Row): string[] {
  const rate = (amount: number) => Math.round(amount / (bestMs / 1000)).toLocaleString('en');
  const peer = peerMs === undefined ? '–' : typeof peerMs === 'number' ? peerMs.toFixed(0) : peerMs;
  return [
    reason ? `${format} (${reason})` : format,
    people.toLocaleString('en'),
    (bytes / 1e6).toFixed(2),
    firstMs.toFixed(0),
    bestMs.toFixed(0),
    cpuMs.toFixed(0),
    rate(people),
    (bytes / 1e6 / (bestMs / 1000)).toFixed(1),
    `${peak.toFixed(0)} (${idle.toFixed(0)})`,
    judged ? judged.ms.toFixed(0) : '–',
    judged ? judged.people.toLocaleString('en') : '–',
    peer,
    peerName(format),
  ];
}

function text(rows: readonly Row[]): string {
  const workbook = rows.find(({ format, people }) => format === 'xlsx' && people === 100_000)!;
  const isMet = workbook.bestMs <= aim.ms && workbook.firstMs <= aim.ms && workbook.peak <= aim.megabytes;
  const head = [
    'format',
    'rows',
    'MB',
    'first ms',
    'best ms',
    'cpu ms',
    'rows/s',
    'MB/s',
    'peak MB (idle)',
    'verdict ms',
    'people',
    'peer ms',
    'peer',
  ];
  return `## Reading files

${method('npm run bench:extract')}
Eleven columns a client. First: the first reading in a new process; it is read up to three times where that takes less than a second. Peak:
resident memory of that process after the first reading, in brackets before it. MB/s are of the file as it lies on disk. Verdict: from the
bytes to the verdict in a new process, with how many people were counted; a hundred thousand rows are scanned in the same time whatever they
came in, so that is measured for three formats. Peer: one reading in a new process by the library named, the package loaded before; more
than ${longestPeer / 1000} s is *too long*, *fails* is an error. A peer reads one format that it is told, and less of it.
Behind a format stands why not all of such a file is read: *unknown-format* for those that are read in part by design, a limit for those that hold too
much. The rest of the row is about what was read.

A workbook of 100,000 rows is to take at most ${aim.ms / 1000} s and ${aim.megabytes} MB: ${seconds(workbook.firstMs)} s at first, ${seconds(workbook.bestMs)} s at best and ${workbook.peak.toFixed(0)} MB here,
which ${isMet ? 'keeps to both' : 'does not keep to both'}. A printed PDF of 100,000 rows has more pages than a minute is enough for, and ends as *cannot tell: reading it took too long*.

${table(head, rows.map(cells))}`;
}

const [task, path = '', format = '', people = '0'] = process.argv.slice(2);
if (task) console.log(JSON.stringify((await tasks[task]!(path, format as Format, Number(people))) ?? null));
else await report();
