// The register's table: what may be searched in a row; filter, order and groups. Nothing here changes an entry.
import type { Category } from '../detectors/detector.ts';
import type { Destination } from '../policy/facts.ts';
import type { Action } from '../policy/verdict.ts';
import { type Deadline, deadlineOf } from './clock.ts';
import type { Choice, Incident } from './incident.ts';
import type { Row } from './rows.ts';
import { each, type Turns } from './turns.ts';
import { type Status, standing, type Work } from './work.ts';

export type { Row };

/** What a row is to the person who decides: never a breach before someone said so. */
export const classes = ['breach', 'left', 'near-miss', 'report'] as const;
export type RowClass = (typeof classes)[number];

/** Every condition left out lets everything through. `from` and `to`: epoch milliseconds, both inclusive. */
export interface Filter {
  text?: string;
  destination?: Destination;
  action?: Action;
  outcome?: Incident['outcome'];
  status?: Status;
  class?: RowClass;
  actor?: string;
  choice?: Choice;
  rule?: string;
  category?: Category;
  deadline?: { is: Deadline; now: number };
  from?: number;
  to?: number;
}

export function classOf(row: Row): RowClass {
  if (row.status === 'breach' || (row.status === 'closed' && isClosedBreach(row.works))) return 'breach';
  return row.type === 'report' ? 'report' : row.outcome;
}

/** A closed entry is what it was last decided to be. */
function isClosedBreach(works: readonly Work[]): boolean {
  const said = standing(works).flatMap(({ change }) => (change.do === 'status' ? [change.status] : []));
  return said.findLast((status) => status !== 'closed') === 'breach';
}

export function actorOf(row: Row): Incident['actor'] {
  return row.type === 'incident' ? row.incident.actor : row.report.actor;
}

/** Rows keep their order. */
export function* filterRows(rows: readonly Row[], filter: Filter): Turns<Row[]> {
  const words = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const left: Row[] = [];
  yield* each(rows, (row) => {
    if (passes(row, filter) && words.every((word) => searchable(row).includes(word))) left.push(row);
  });
  return left;
}

function passes(row: Row, filter: Filter): boolean {
  if (filter.from !== undefined && row.at < filter.from) return false;
  if (filter.to !== undefined && row.at > filter.to) return false;
  if (filter.status && row.status !== filter.status) return false;
  if (filter.class && classOf(row) !== filter.class) return false;
  if (filter.actor !== undefined && actorOf(row).value !== filter.actor) return false;
  if (filter.deadline && deadlineOf(row, filter.deadline.now)?.is !== filter.deadline.is) return false;
  const { destination, action, outcome, choice, rule, category } = filter;
  if (row.type === 'report') return !(destination || action || outcome || choice || rule || category);
  const { incident } = row;
  if (destination && incident.destination !== destination) return false;
  if (action && incident.verdict.action !== action) return false;
  if (outcome && row.outcome !== outcome) return false;
  if (choice && incident.choice !== choice) return false;
  if (rule && !incident.verdict.rules.includes(rule)) return false;
  return !category || incident.kinds.some((kind) => kind.category === category);
}

const texts = new WeakMap<Row, string>();

/** Makes what a search looks through, before one is typed. */
export function readySearch(rows: readonly Row[]): Turns<void> {
  return each(rows, searchable);
}

function searchable(row: Row): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = textOf(row).toLowerCase();
  texts.set(row, text);
  return text;
}

function textOf(row: Row): string {
  if (row.type === 'report') {
    const { id, actor, what, when } = row.report;
    return [id, actor.value, what, when].join('\n');
  }
  const { id, actor, place, recipients, kinds, verdict, reason, choice, trigger } = row.incident;
  const words = [id, actor.value, place.webmail, place.host, choice, trigger, reason?.code ?? '', reason?.text ?? ''];
  return [
    ...words,
    ...recipients.domains,
    ...(recipients.addresses ?? []),
    ...kinds.map(({ kind }) => kind),
    ...verdict.rules,
  ].join('\n');
}

export const sortings = ['at', 'actor', 'people', 'destination', 'action', 'status', 'deadline'] as const;
export type Sorting = (typeof sortings)[number];
/** `class`: what left apart from near misses apart from reports. */
export const groupings = ['class', 'actor', 'destination', 'choice', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  /** Value that its rows share; empty where they have none. */
  key: string;
  rows: Row[];
}

/** By time, latest first, by number, most first, and by deadline, the next first, unless `isReversed`; by words from A on. `rows`: latest first, as they stay within one key. */
export function* sortRows(rows: readonly Row[], by: Sorting, isReversed: boolean): Turns<readonly Row[]> {
  if (by === 'at') return isReversed ? rows.toReversed() : rows;
  const turn = isReversed ? -1 : 1;
  const together = [...(yield* rowsBy(rows, (row) => sortKey(row, by)))];
  together.sort(([a], [b]) => turn * (typeof a === 'number' ? (b as number) - a : a < b ? -1 : 1));
  return together.flatMap(([, own]) => own);
}

function* rowsBy<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Turns<Map<Key, Row[]>> {
  const found = new Map<Key, Row[]>();
  yield* each(rows, (row) => {
    const key = keyOf(row);
    const own = found.get(key);
    if (own) own.push(row);
    else found.set(key, [row]);
  });
  return found;
}

function sortKey(row: Row, by: Exclude<Sorting, 'at'>): string | number {
  switch (by) {
    case 'actor':
      return actorOf(row).value;
    case 'people':
      return row.type === 'incident' ? row.incident.people.estimate : 0;
    case 'destination':
      return row.type === 'incident' ? row.incident.destination : '';
    case 'action':
      return row.type === 'incident' ? row.incident.verdict.action : '';
    case 'status':
      return row.status;
    case 'deadline':
      return urgencyOf(row);
  }
}

/** More is sooner: hours that run or have run out, then those that have not begun, then where none are owed. */
function urgencyOf(row: Row): number {
  const owed = deadlineOf(row, 0);
  return owed ? -(owed.until ?? Number.MAX_SAFE_INTEGER) : Number.NEGATIVE_INFINITY;
}

/** Rows keep their order; groups by class in the order of `classes`, others by size. */
export function* groupRows(rows: readonly Row[], by: Grouping): Turns<Group[]> {
  const found = yield* rowsBy(rows, (row) => groupKey(row, by));
  const groups = [...found].map(([key, own]) => ({ key, rows: own }));
  const place = ({ key }: Group) => classes.indexOf(key as RowClass);
  if (by === 'class') return groups.sort((one, other) => place(one) - place(other));
  return groups.sort((one, other) => other.rows.length - one.rows.length || (one.key < other.key ? -1 : 1));
}

function groupKey(row: Row, by: Grouping): string {
  switch (by) {
    case 'none':
      return '';
    case 'class':
      return classOf(row);
    case 'actor':
      return actorOf(row).value;
    case 'destination':
      return row.type === 'incident' ? row.incident.destination : '';
    case 'choice':
      return row.type === 'incident' ? row.incident.choice : '';
  }
}
