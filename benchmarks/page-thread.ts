// What the extension takes of a page's thread, in processor time, which a busy machine does not stretch: from a trace of Chromium, each
// call of a function counted for the script it is in. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string; type?: string } };
}

/** One task of the page's thread: when it began, and how long scripts of the extension ran in it, in milliseconds. */
export interface Task {
  at: number;
  extension: number;
}

export interface Traced {
  tasks: Task[];
  /** When keys went down. */
  keys: number[];
}

/** The session is of the page; what it does not do within `act` is not seen. */
export async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<Traced> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] },
  });
  await act();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return read(events);
}

function read(events: TraceEvent[]): Traced {
  // Pages of the extension itself run no content script.
  const thread = busiest(events.filter(({ args }) => args.data?.url?.endsWith('/guard.js')));
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && `${pid}/${tid}` === thread)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return {
    tasks: tasksIn(own),
    keys: own
      .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
      .map(({ ts }) => ts / 1_000),
  };
}

/** Each event is taken from the one around it: what is left of each is its own. */
function tasksIn(events: TraceEvent[]): Task[] {
  const tasks: Task[] = [];
  const open: { end: number; owner: Owner; inner: number; event: TraceEvent }[] = [];
  const close = () => {
    const { event, owner, inner } = open.pop()!;
    const took = event.tdur ?? 0;
    if (open.length > 0) open.at(-1)!.inner += took;
    if (owner === 'extension' && tasks.length > 0) tasks.at(-1)!.extension += (took - inner) / 1_000;
  };
  for (const event of events) {
    while (open.length > 0 && open.at(-1)!.end <= event.ts) close();
    if (open.length === 0) tasks.push({ at: event.ts / 1_000, extension: 0 });
    open.push({
      event,
      end: event.ts + (event.dur ?? 0),
      inner: 0,
      owner: ownerOf(event, open.at(-1)?.owner ?? 'browser'),
    });
  }
  while (open.length > 0) close();
  return tasks;
}

type Owner = 'browser' | 'page' | 'extension';

/** A call that names no script goes on with a promise: the pages measured here have none of their own while one writes. */
function ownerOf({ name, args }: TraceEvent, around: Owner): Owner {
  const url = args.data?.url;
  if (name === 'FunctionCall' || name === 'EvaluateScript') {
    return url?.startsWith('chrome-extension:') ? 'extension' : 'page';
  }
  return name === 'v8.callFunction' && around === 'browser' ? 'extension' : around;
}

function busiest(events: TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const { pid, tid } of events) counts.set(`${pid}/${tid}`, (counts.get(`${pid}/${tid}`) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
