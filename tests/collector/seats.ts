// A process full of simulated browsers: each records into a journal on disk of its own and delivers by the rules of the outbox. Killed and
// started again on the same folder, it goes on where it was. Arguments: folder, address, token, seats, entries a seat, pace, and by how much the
// waits of the outbox are shortened.
import {
  appendFileSync,
  existsSync,
  fdatasync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appendTo } from '../../incidents/chain.ts';
import { quickWaits, waitAfter } from '../../incidents/delivery-pace.ts';
import { judgeReply } from '../../incidents/delivery-reply.ts';
import { envelopeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry } from '../../incidents/incident.ts';
import { plain, postOf, type Sink } from '../../incidents/sinks.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';

const [folder, url, token, seatsText, eachText, paceText, hurryText] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const [seats, each, pace, hurry] = [Number(seatsText), Number(eachText), Number(paceText), Number(hurryText)];
const sink: Sink = { kind: 'collector', url, token };

const synced = promisify(fdatasync);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const linesOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []);

async function seat(number: number): Promise<void> {
  const device = uuid(0xd00000 + number);
  const home = join(folder, String(number));
  mkdirSync(home, { recursive: true });
  const [recorded, settled, waits] = [join(home, 'recorded'), join(home, 'settled'), join(home, 'waits')];
  // A line that was cut by a kill was never acknowledged: what follows it starts on a line of its own.
  const journal = linesOf(recorded).flatMap((line) => parsed(line) ?? []);
  const done = new Set(linesOf(settled).map(Number));
  const file = openSync(recorded, 'a');
  writeSync(file, journal.length > 0 ? '\n' : '');

  const none = { failures: 0, notBefore: 0 };
  let wake = () => {};
  const record = async () => {
    const sequence = journal.length + 1;
    const entry = incidentEntry(number * 1_000 + sequence, { reason: { code: 'other', text: `seat ${number}` } });
    const chained = await appendTo(journal.at(-1) ?? null, entry);
    writeSync(file, `${JSON.stringify({ ...chained, recordedAt: Date.now() })}\n`);
    // Each browser has a disk of its own: one that waits for it does not hold up the others.
    await synced(file);
    journal.push(chained);
    wake();
  };
  const deliver = async () => {
    let tries = 0;
    // Kept beside the journal, as in a browser: who starts again does not try again at once.
    let { failures, notBefore } = parsed<typeof none>(linesOf(waits)[0] ?? '') ?? none;
    await pause(notBefore - Date.now());
    for (;;) {
      const next = journal.find(({ sequence }) => !done.has(sequence));
      if (!next) {
        if (journal.length >= each) return;
        await new Promise<void>((recorded) => {
          wake = recorded;
        });
        continue;
      }
      const envelope = envelopeOf(next, '0.1.0', device);
      const outcome = await post(postOf(sink, envelope), envelope.id);
      if (outcome) {
        appendFileSync(settled, `${next.sequence}\n`);
        done.add(next.sequence);
        tries = 0;
        failures = 0;
        notBefore = 0;
        rmSync(waits, { force: true });
      } else if (tries < quickWaits.length) {
        await pause(quickWaits[tries]!);
        tries += 1;
      } else {
        notBefore = Date.now() + waitAfter(failures) / hurry;
        failures += 1;
        writeFileSync(waits, `${JSON.stringify({ failures, notBefore })}\n`);
        await pause(notBefore - Date.now());
        tries = 0;
      }
    }
  };
  const write = async () => {
    while (journal.length < each) {
      await record();
      await pause(pace * (0.5 + Math.random()));
    }
  };
  await Promise.all([write(), deliver()]);
  const beat = { gatehouse: 1, type: 'heartbeat', device, at: Date.now(), extensionVersion: '0.1.0' };
  const state = { policy: { version: '1', source: 'managed' }, sequence: journal.length, chain: 'intact', waiting: 0 };
  while (!(await post(plain(sink, '/api/heartbeat', device, { ...beat, ...state }), device))) await pause(500);
}

async function post({ url: to, headers, body }: ReturnType<typeof postOf>, id: string): Promise<boolean> {
  try {
    const response = await fetch(to, { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) });
    return judgeReply('collector', response, await response.text(), id).outcome === 'delivered';
  } catch {
    return false;
  }
}

function parsed<Kept = ChainedEntry>(line: string): Kept | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

await Promise.all(Array.from({ length: seats }, (_, number) => seat(number + 1)));
