// Entries as they were appended → one row a case, latest first, with what became known later joined in. A register grows by a few entries at
// a time: what they are about is joined anew, every other row stays the object it was.
import { idOf, rowIdOf, type Taken } from './envelope.ts';
import type { Amendment, Incident } from './incident.ts';
import { atOnce, each, type Turns } from './turns.ts';
import type { Row } from './views.ts';
import { statusOf, type Work } from './work.ts';

export interface Joined<Item> {
  rows: readonly Row[];
  /** What has this id; the last where several have. */
  item(id: string): Item | undefined;
}

/** `sentFrom`: which browser sent it, to the collector or in a mail or a file. An entry of the reader's own store was sent by none. */
interface Joinable extends Pick<Taken, 'entry' | 'isOwn'> {
  sentFrom?: { device?: string };
}

/** `collector`: its own steps are in the name of who is signed in, which no sender may say. */
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
  /** The last by incident, and by the hand it is from. */
  last: Map<string, ReadonlyMap<Hand, Amendment>>;
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

/** `isClaim`: it was taken elsewhere, by nobody knows whom. */
interface Step {
  work: Work;
  isClaim: boolean;
}

/** Which browser recorded something; undefined: nobody knows. No browser's name is one of the two words. */
type Hand = string | undefined;

const handOf = ({ sentFrom, isOwn }: Joinable): Hand =>
  sentFrom === undefined ? 'here' : (sentFrom.device ?? (isOwn && 'own'));

const isClaimed = ({ sentFrom, isOwn }: Joinable, { by }: Work, reader: Reader) =>
  reader === 'collector' ? by.from !== 'signed-in' : sentFrom !== undefined && !isOwn;

/** Steps on each entry, oldest first, wherever that entry lies. What was claimed is left out. */
export function ownStepsIn(entries: readonly Joinable[]): ReadonlyMap<string, readonly Work[]> {
  const own = entries.flatMap((item) =>
    item.entry.type === 'work' && !isClaimed(item, item.entry.work, 'browser') ? [item.entry.work] : [],
  );
  return Map.groupBy(
    own.sort((one, other) => one.at - other.at),
    ({ about }) => about,
  );
}

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
      const said = last.get(amendment.incident) ?? new Map<Hand, Amendment>();
      const known = said.get(handOf(item));
      if (!known || known.at <= amendment.at) last.set(amendment.incident, new Map(said).set(handOf(item), amendment));
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
  last: ReadonlyMap<string, ReadonlyMap<Hand, Amendment>>,
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
      const by = handOf(item);
      const said = [...(last.get(incident.id) ?? [])];
      const isOwn = ([hand]: (typeof said)[number]) => by !== undefined && hand === by;
      const sent = said.find(isOwn)?.[1].sent;
      const sentClaims = [...new Set(said.filter((one) => !isOwn(one)).map(([, amendment]) => amendment.sent))];
      const outcome = outcomeOf(incident, sent);
      const told = { ...(sent && { sent }), ...(sentClaims.length > 0 && { sentClaims }) };
      return [{ type: 'incident', ...common(incident), incident, outcome, ...told }];
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
