// How the cost of a scan grows with the length of the text: processor time and memory from a thousand characters to a hundred million, each point in
// a process of its own. `npm run bench -- speed` shows it; run alone, with a kind of text and a length, this measures one point.
import { execFileSync } from 'node:child_process';
import { countPeople } from '../scan/people/count-people.ts';
import { scanPart } from '../scan/scan-part.ts';
import { generateClients } from './corpus/clients.ts';
import { asTableText } from './corpus/forms.ts';
import { log, prose } from './corpus/texts.ts';
import { table } from './report.ts';

const session = 7;
const lengths = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
/** Rows made at a time: the people are other ones each time. */
const batch = 20_000;

function people(length: number): string {
  const pieces = [asTableText(generateClients(Math.min(batch, Math.ceil(length / 200)), 1))];
  for (let seed = 2, size = pieces[0]!.length; size < length; seed++) {
    const text = asTableText(generateClients(batch, seed));
    pieces.push(text.slice(text.indexOf('\n')));
    size += text.length;
  }
  return pieces.join('').slice(0, length);
}

const repeated = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const texts: Readonly<Record<string, (length: number) => string>> = {
  prose: (length) => repeated(prose(1_000_000, 1), length),
  log: (length) => repeated(log(1_000_000, 2), length),
  'pasted table': people,
};

export interface Point {
  /** Time of the processor, the collector of garbage and the compiler included: other programs on the machine hardly change it. */
  ms: number;
  /** Megabytes of the process: with the text before the scan, and at most. */
  before: number;
  peak: number;
}

function measure(kind: string, length: number): Point {
  const scan = (text: string) =>
    countPeople(
      [scanPart({ name: 'text', type: 'text', text }, { session })],
      { recipients: [], firmDomains: [] },
      session,
    );
  const make = texts[kind]!;
  const warm = structuredClone(make(Math.min(length, 300_000)));
  for (let run = 0; run < 12; run++) scan(warm);
  const text = structuredClone(make(length));
  const before = process.resourceUsage().maxRSS / 1000;
  let ms = Number.POSITIVE_INFINITY;
  for (let run = length > 1e6 ? 1 : 10; run > 0; run--) {
    const started = process.cpuUsage();
    scan(text);
    const { user, system } = process.cpuUsage(started);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { ms, before, peak: process.resourceUsage().maxRSS / 1000 };
}

const pointOf = (kind: string, length: number): Point =>
  JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=8000', import.meta.filename, kind, String(length)], {
      encoding: 'utf8',
    }),
  );

/** The curve as a table: a line is a length, a column a kind of text. */
export function curve(): string {
  const kinds = Object.keys(texts);
  const shown = ({ ms, before, peak }: Point, length: number) => [
    ms < 10 ? ms.toFixed(2) : ms.toFixed(0),
    ((ms * 1e6) / length).toFixed(1),
    `${before.toFixed(0)} + ${(peak - before).toFixed(0)}`,
  ];
  return table(
    ['characters', ...kinds.flatMap((kind) => [`${kind}, ms`, 'ns/character', 'MB'])],
    lengths.map((length) => [
      length.toLocaleString('en-GB'),
      ...kinds.flatMap((kind) => shown(pointOf(kind, length), length)),
    ]),
  );
}

if (import.meta.main) console.log(JSON.stringify(measure(process.argv[2]!, Number(process.argv[3]))));
