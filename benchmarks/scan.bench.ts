// How fast scan reads, and what it and other people's detectors find in the reference mail: `npm run bench -- speed` writes the tables
// into benchmarks/README.md.

import type { Part } from '../scan/part.ts';
import { countPeople } from '../scan/people/count-people.ts';
import { scanPart } from '../scan/scan-part.ts';
import { generateClients } from './corpus/clients.ts';
import { asTableText, rows } from './corpus/forms.ts';
import type { Truth } from './corpus/labelled-text.ts';
import { headlineMail } from './corpus/mails.ts';
import { log, prose } from './corpus/texts.ts';
import { curve } from './curve.ts';
import { loadPeers } from './peers.ts';
import { profile } from './profile.ts';
import { method, table, writeSection } from './report.ts';

const session = 7;
const mail = headlineMail();
// Texts reach the scan by a message from the page, so that they lie in memory in one piece: a text put together from pieces does not.
const textPart = (text: string): Part => ({ name: 'message', type: 'text', text: structuredClone(text) });
const people = (part: Part) => countPeople([scanPart(part, { session })], { recipients: [], firmDomains: [] }, session);

function timed<T>(work: () => T): [ms: number, result: T] {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}

/** The best and the middle of several runs, after as many to warm up. */
function measure(runs: number, work: () => unknown): { best: number; median: number } {
  for (let run = 0; run < runs; run++) work();
  const times = Array.from({ length: runs }, () => timed(work)[0]).sort((one, other) => one - other);
  return { best: times[0]!, median: times[runs >> 1]! };
}

const ms = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
// The very first scan of this process, before anything is warm.
const message = textPart(mail.body);
const [first] = timed(() => people(message));

/** Every unit of the part, once, each cell as the string it is, and nothing done with it: no scan can be faster. */
function readOnly({ text = '', tables = [] }: Part): number {
  let sum = 0;
  const read = (cell: string) => {
    for (let at = 0; at < cell.length; at++) sum ^= cell.charCodeAt(at);
  };
  read(text);
  for (const { rows: cells } of tables) for (const row of cells) for (const cell of row) read(cell);
  return sum;
}

/** `aim`: the fewest milliseconds asked for. */
function speedOf(name: string, part: Part, characters: number, runs: number, aim?: number): string[] {
  const [firstMs, counted] = timed(() => people(part));
  const { best, median } = measure(runs, () => people(part));
  const floor = measure(Math.min(runs, 10), () => readOnly(part)).best;
  const mbPerSecond = characters / 1000 / best;
  return [
    name,
    (characters / 1e6).toFixed(2),
    ms(firstMs),
    ms(median),
    ms(best),
    mbPerSecond.toFixed(0),
    aim === undefined ? '' : `${ms(aim)} (${best <= aim ? 'met' : 'missed'})`,
    ms(floor),
    counted.estimate.toLocaleString('en-GB'),
  ];
}

function speeds(): string {
  const lines = [
    [
      'the 957-client mail, people included',
      (mail.body.length / 1e6).toFixed(2),
      ms(first),
      ...speedOf('', message, mail.body.length, 100, 10).slice(3),
    ],
  ];
  const texts: [string, string, millions: number][] = [
    ['prose', prose(1_000_000, 1), 150],
    ['log', log(1_300_000, 2), 60],
    ['pasted table, dense', asTableText(generateClients(4000, 3)), 25],
  ];
  for (const [name, text, millions] of texts)
    lines.push(speedOf(name, textPart(text), text.length, 20, text.length / millions / 1000));
  const clients = generateClients(100_000, 4);
  const text = asTableText(clients);
  lines.push(speedOf('100,000 rows as text', textPart(text), text.length, 1));
  const cells = rows(clients);
  lines.push(
    speedOf(
      '100,000 rows as a sheet',
      { name: 's', type: 'xlsx', tables: [{ name: 's', rows: cells }] },
      text.length,
      2,
      1000,
    ),
  );
  return table(
    [
      'text',
      'million characters',
      'first ms',
      'median ms',
      'best ms',
      'M characters/s (best)',
      'aim, ms',
      'only reading, ms',
      'people',
    ],
    lines,
  );
}

const kinds = ['email', 'phone', 'birth-date', 'uk-nino', 'uk-nhs-number', 'uk-postcode', 'payment-card', 'iban'];

interface Quality {
  recall: number;
  precision: number;
}

/** A finding counts when it is of the kind and overlaps a true value of it, `exact`: has its very bounds. */
function quality(kind: string, findings: readonly Truth[], isExact: boolean): Quality {
  const truths = mail.truths.filter((truth) => truth.kind === kind);
  const found = findings.filter((finding) => finding.kind === kind);
  const matches = (one: Truth, other: Truth) =>
    isExact ? one.start === other.start && one.end === other.end : one.start < other.end && other.start < one.end;
  return {
    recall: truths.filter((truth) => found.some((finding) => matches(truth, finding))).length / truths.length,
    precision:
      found.length === 0
        ? Number.NaN
        : found.filter((finding) => truths.some((truth) => matches(truth, finding))).length / found.length,
  };
}

const shown = ({ recall, precision }: Quality) =>
  `${recall.toFixed(3)} / ${Number.isNaN(precision) ? '–' : precision.toFixed(3)}`;

async function accuracy(): Promise<string> {
  const { findings = [] } = scanPart(message, { session, findings: true });
  const ours = measure(20, () => people(message));
  const lines = [
    ['Gatehouse (exact bounds)', ms(ours.median), ...kinds.map((kind) => shown(quality(kind, findings, true)))],
  ];
  const { peers, absent } = await loadPeers();
  for (const peer of peers) {
    await peer.find(mail.body.slice(0, 5000));
    const started = performance.now();
    const found = await peer.find(mail.body);
    const time = performance.now() - started;
    const cells = kinds.map((kind) => {
      if (!peer.kinds.includes(kind)) return '';
      if (Array.isArray(found)) return shown(quality(kind, found, false));
      // It only gives the text without the values: a value is found when it is gone.
      const values = mail.truths
        .filter((truth) => truth.kind === kind)
        .map(({ start, end }) => mail.body.slice(start, end));
      return `${(values.filter((value) => !found.redacted.includes(value)).length / values.length).toFixed(3)} / –`;
    });
    lines.push([peer.name, ms(time), ...cells]);
  }
  for (const { name, error } of absent) lines.push([name, error, ...kinds.map(() => '')]);
  return table(['', 'ms', ...kinds], lines);
}

const logPart = textPart(log(1_300_000, 2));
const sheetPart: Part = { name: 's', type: 'xlsx', tables: [{ name: 's', rows: rows(generateClients(20_000, 4)) }] };

const section = `## Scanning

${method('npm run bench -- speed')}
One thread. First: the first scan of that text, for the mail the first of the process. Everything from text to the number of people.
Only reading: every character looked at once, each cell as the string it is, and nothing done with it.

${speeds()}

The same from a thousand characters to a hundred million, each in a process of its own after a warm-up: processor time (the collector of
garbage included, best of ten up to a million characters, one run above) and the largest memory of the process, text and runtime + what the
scan adds. A line of equal ns/character is linear growth.

${curve()}

Where an aim is missed, the time is spread over many small steps, as the shares below show, and no single one of them would make up for it. A cell
of a list is checked and written in its normal form, hashed, counted among the different values and added to its person's keys, cell by cell and
row by row; whole columns at a time might be faster, and would be another design. A line of a log is known by its shape, but each of its numbers is
still judged by the kinds that might have it (docs/adr/0049, 0071). The first scan is slow because nothing is compiled yet.
The mail and the tables have a few letters that are spelled anew, and so are copied once; new memory of that size is dear, and who reads the copy
first (\`decode/ciphers.ts\`) is shown as having spent it. Long tables cost more a character than short ones because what is kept of each person does not
fit into the caches any more (docs/adr/0156).

Where the time of the mail goes when warm, by file:

${await profile(() => {
  for (let run = 0; run < 100; run++) people(message);
}, 16)}

The same of the log:

${await profile(() => {
  for (let run = 0; run < 10; run++) people(logPart);
}, 10)}

And of a sheet of 20,000 rows:

${await profile(() => {
  for (let run = 0; run < 3; run++) people(sheetPart);
}, 16)}

What is found in the mail about 957 clients (${mail.truths.filter(({ kind }) => kinds.includes(kind)).length.toLocaleString('en-GB')} true values), recall / precision.
Peers as their documentation says to call them; theirs counts when it overlaps a true value of the kind. One that does not run here shows the
class of its error.
openredaction leaves out addresses at reserved domains (\`example.net\`, \`.test\`), and every generated one is at such a domain: its e-mail
column says nothing about it.

${await accuracy()}`;
writeSection('scan', section);
