// Entries as they were appended → one row a case, latest first, with what became known later joined in. A register grows by a few entries at
// a time: what they are about is joined anew, every other row stays the object it was.
import { idOf, rowIdOf } from './envelope.ts';
import type { Amendment, Entry, Incident } from './incident.ts';
import { atOnce, each, type Turns } from './turns.ts';
import type { Row } from './views.ts';
import { statusOf, type Work } from './work.ts';

export interface Joined<Item> {
  rows: readonly Row[];
  /** What has this id; the last where several have. */
  item(id: string): Item | undefined;
}

/** `sentFrom`: which browser sent it to the collector. An entry of the reader's own store was sent by none. */
interface Joinable {
  entry: Entry;
  sentFrom?: { device?: string };
}

/** `collector`: whoever has a token can send steps there. Its own are in the name of who is signed in, which no sender may say. */
type Reader = 'browser' | 'collector';

/** An entry that is there twice counts once: the last. */
export function rowsOf(entries: readonly Joinable[], reader: Reader = 'browser'): readonly Row[] {
  return atOnce(joiner(reader)(entries)).rows;
}

/**
 * Each call takes all there are: where those of the last call come first, one by one the same objects, only the rest is joined. A call is
 * done before the next is made.
 */
export function joiner<Item extends Joinable>(
  reader: Reader = 'browser',
): (items: readonly Item[]) => Turns<Joined<Item>> {
  let before: readonly Item[] = [];
  let register = emptyRegister<Item>(reader);
  return function* (items) {
    const isGrown = before.length <= items.length && before.every((one, at) => one === items[at]);
    const fresh = isGrown ? items.slice(before.length) : items;
    if (!isGrown || fresh.some(({ entry }) => register.items.has(idOf(entry)))) {
      register = emptyRegister(reader);
      yield* join(register, items);
    } else if (fresh.length > 0) yield* join(register, fresh);
    before = items;
    const { rows, items: known } = register;
    return { rows, item: (id) => known.get(id) };
  };
}

interface Register<Item> {
  reader: Reader;
  items: Map<string, Item>;
  /** By the browser that says it, and the incident: of another's nobody knows. */
  last: Map<string, Amendment>;
  works: Map<string, readonly Step[]>;
  rows: readonly Row[];
}

const emptyRegister = <Item>(reader: Reader): Register<Item> => ({
  reader,
  items: new Map(),
  last: new Map(),
  works: new Map(),
  rows: [],
});
const none: readonly Step[] = [];

/** `isClaim`: somebody's browser sent it to the collector. */
interface Step {
  work: Work;
  isClaim: boolean;
}

const deviceOf = ({ sentFrom }: Joinable) => sentFrom?.device ?? '';
/** Nobody need say which browser sends. In a register of one's own, what came without that was recorded or saved by oneself. */
const isClaimed = (item: Joinable, { by }: Work, reader: Reader) =>
  by.from !== 'signed-in' && (reader === 'collector' || deviceOf(item) !== '');

/** `fresh`: of no id that the register has. */
function* join<Item extends Joinable>(register: Register<Item>, fresh: readonly Item[]): Turns<void> {
  const { items, last, works } = register;
  const once = new Map<string, Item>();
  yield* each(fresh, (item) => {
    const id = idOf(item.entry);
    once.set(id, item);
    items.set(id, item);
  });
  const touched = new Set<string>();
  const done = new Map<string, Step[]>();
  yield* each([...once.values()], (item) => {
    const { entry } = item;
    touched.add(rowIdOf(entry));
    if (entry.type === 'amendment') {
      const { amendment } = entry;
      const key = deviceOf(item) + amendment.incident;
      const known = last.get(key);
      if (!known || known.at <= amendment.at) last.set(key, amendment);
    }
    if (entry.type === 'work') {
      const { work } = entry;
      const step = { work, isClaim: isClaimed(item, work, register.reader) };
      const known = done.get(work.about);
      if (known) known.push(step);
      else done.set(work.about, [step]);
    }
  });
  // Stable: records of one moment stay in the order of their chain.
  for (const [about, list] of done)
    works.set(
      about,
      [...(works.get(about) ?? none), ...list].sort((one, other) => one.work.at - other.work.at),
    );
  const made: Row[] = [];
  yield* each([...touched], (id) => {
    const item = items.get(id);
    if (item) made.push(...rowOf(item, last, works));
  });
  made.sort(latestFirst);
  const rows: Row[] = [];
  let next = 0;
  yield* each(register.rows, (row) => {
    while (next < made.length && latestFirst(made[next]!, row) < 0) rows.push(made[next++]!);
    if (!touched.has(row.id)) rows.push(row);
  });
  register.rows = rows.concat(made.slice(next));
}

function latestFirst(one: Row, other: Row): number {
  return other.at - one.at || (one.id < other.id ? 1 : -1);
}

function rowOf(
  item: Joinable,
  last: ReadonlyMap<string, Amendment>,
  works: ReadonlyMap<string, readonly Step[]>,
): Row[] {
  const { entry } = item;
  const common = ({ id, at }: { id: string; at: number }) => {
    const steps = works.get(id) ?? none;
    const said = (isClaim: boolean) => steps.filter((step) => step.isClaim === isClaim).map(({ work }) => work);
    const [own, claims] = [said(false), said(true)];
    return { id, at, works: own, status: statusOf(own), ...(claims.length > 0 && { claims }) };
  };
  switch (entry.type) {
    case 'report':
      return [{ type: 'report', ...common(entry.report), report: entry.report }];
    case 'incident': {
      const { incident } = entry;
      const sent = last.get(deviceOf(item) + incident.id)?.sent;
      const outcome = outcomeOf(incident, sent);
      return [{ type: 'incident', ...common(incident), incident, outcome, ...(sent ? { sent } : {}) }];
    }
    default:
      return [];
  }
}

/** Not knowing whether it went is no reason to call it a near miss. */
function outcomeOf(incident: Incident, sent: Amendment['sent'] | undefined): Incident['outcome'] {
  if (sent === 'sent') return 'left';
  return sent === 'not-sent' ? 'near-miss' : incident.outcome;
}
