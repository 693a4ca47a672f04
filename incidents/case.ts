// An entry and the work on it → what is so now. What the program knows of itself is filled in; what a person said goes before it.
import type { Report } from './incident.ts';
import type { Row } from './rows.ts';
import { shownTime } from './time.ts';
import {
  type Change,
  type FactName,
  type Facts,
  nextStatuses,
  type Status,
  standing,
  type Work,
  type Worksheet,
} from './work.ts';

type Step<Do extends Change['do']> = Extract<Change, { do: Do }>;
export type RemedialAction = Omit<Step<'action'>, 'do'>;

export interface Signed<Value> {
  value: Value;
  at: number;
  by: string;
}

export interface Case {
  /** What people call it on the telephone. */
  reference: string;
  status: Status;
  /** The last status but `closed`: what a closed entry was found to be. */
  judged: Exclude<Status, 'closed'>;
  triageStartedAt?: number;
  aware?: Signed<Omit<Step<'aware'>, 'do'>>;
  facts: Facts;
  /** Fields a person has said or taken out. The others are the program's or the reporter's, and to be confirmed. */
  said: ReadonlySet<FactName>;
  severity?: Signed<Worksheet>;
  decision?: Signed<Omit<Step<'decide'>, 'do'>>;
  authority: Signed<Omit<Step<'authority'>, 'do'>>[];
  subjects?: Signed<Omit<Step<'subjects'>, 'do'>>;
  others: Signed<Omit<Step<'others'>, 'do'>>[];
  actions: RemedialAction[];
  feedback?: Signed<Omit<Step<'feedback'>, 'do'>>;
  links: string[];
  hold?: Signed<string>;
  retainUntil?: number;
  notes: Signed<string>[];
  /** Who looked behind the pseudonym, and why. */
  unsealed: Signed<string>[];
  /** Every record, undone ones marked, oldest first. */
  timeline: { work: Work; isUndone: boolean; isClaim?: true }[];
}

/** `works`: the records about this row, oldest first. */
export function caseOf(row: Row, works: readonly Work[] = row.works): Case {
  const counting = standing(works);
  const alive = new Set(counting);
  const found: Case = {
    reference: referenceOf(row),
    status: 'new',
    judged: 'new',
    facts: knownFacts(row),
    said: new Set(),
    authority: [],
    others: [],
    actions: [],
    links: [],
    notes: [],
    unsealed: [],
    timeline: [
      ...works.map((work) => ({ work, isUndone: work.change.do !== 'undo' && !alive.has(work) })),
      ...(row.claims ?? []).map((work) => ({ work, isUndone: false, isClaim: true as const })),
    ].sort((one, other) => one.work.at - other.work.at),
  };
  for (const work of counting) take(found, work);
  return found;
}

/** `GH-20261121-4F2A9C`: the day it was recorded and the end of its id. */
export function referenceOf({ id, at }: Pick<Row, 'id' | 'at'>): string {
  return `GH-${new Date(shownTime(at)).toISOString().slice(0, 10).replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`;
}

/** What a breach still needs before it can be closed; empty for anything else. */
export function missingToClose(
  found: Case,
): ('aware' | 'description' | 'consequences' | 'decision' | 'authority' | 'subjects' | 'actions')[] {
  if (found.status !== 'breach') return [];
  const { facts, decision, authority, subjects, actions } = found;
  const risk = decision?.value.risk;
  return [
    ...(found.aware ? [] : ['aware' as const]),
    ...(facts.description ? [] : ['description' as const]),
    ...(facts.consequences ? [] : ['consequences' as const]),
    ...(decision ? [] : ['decision' as const]),
    ...(risk !== undefined && risk !== 'none' && authority.length === 0 ? ['authority' as const] : []),
    ...(risk === 'high-risk' && !(subjects?.value.told === 'yes' || isExempt(subjects?.value.exemption))
      ? ['subjects' as const]
      : []),
    ...(actions.some(({ done }) => done === undefined) ? ['actions' as const] : []),
  ];
}

/** Where it may go from here: a breach that is not dealt with cannot be closed. */
export function mayBecome(found: Case): readonly Status[] {
  const isReady = missingToClose(found).length === 0;
  return nextStatuses(found.status).filter((status) => status !== 'closed' || isReady);
}

/** Two clocks differ: as much as this is not in the future yet. */
const mostAhead = 3_600_000;

/** Whether it says of something to come that it has happened: what is planned stops no clock. */
export function isAhead(change: Change, now: number): boolean {
  return (change.do === 'aware' || change.do === 'authority') && change.at > now + mostAhead;
}

/**
 * Whether a step fits the case as it stands: the page it was taken on may show how it stood a while ago. A status follows the one before, what
 * is taken back is still there, and nothing leaves a closed breach unfinished.
 */
export function allows(row: Row, change: Change): boolean {
  const found = caseOf(row);
  if (change.do === 'status') return mayBecome(found).includes(change.status);
  if (change.do === 'undo' && !found.timeline.some(({ work, isUndone }) => work.id === change.work && !isUndone))
    return false;
  const step: Work = { id: '', at: 0, by: { value: '', from: 'typed' }, about: row.id, change };
  return isClosedUnfinished(row, row.works) || !isClosedUnfinished(row, [...row.works, step]);
}

function isClosedUnfinished(row: Row, works: readonly Work[]): boolean {
  const found = caseOf(row, works);
  return found.status === 'closed' && !mayBecome({ ...found, status: found.judged }).includes('closed');
}

function isExempt(exemption: string | undefined): boolean {
  return exemption !== undefined && exemption !== 'none';
}

function take(found: Case, { at, by, change }: Work): void {
  const signed = <Value>(value: Value): Signed<Value> => ({ value, at, by: by.value });
  switch (change.do) {
    case 'status':
      found.status = change.status;
      if (change.status !== 'closed') found.judged = change.status;
      if (change.status !== 'new') found.triageStartedAt ??= at;
      break;
    case 'aware':
      found.aware = signed(change);
      break;
    case 'facts': {
      const { cleared = [] } = change;
      found.facts = { ...found.facts, ...change.facts };
      for (const name of cleared) delete found.facts[name];
      found.said = new Set([...found.said, ...(Object.keys(change.facts) as FactName[]), ...cleared]);
      break;
    }
    case 'severity':
      found.severity = signed(change.worksheet);
      break;
    case 'decide':
      found.decision = signed(change);
      break;
    case 'authority':
      found.authority = [...found.authority, signed(change)];
      break;
    case 'subjects':
      found.subjects = signed(change);
      break;
    case 'others':
      found.others = [...found.others, signed(change)];
      break;
    case 'action': {
      const { do: _, ...action } = change;
      found.actions = [...found.actions.filter((one) => one.action !== action.action), action];
      break;
    }
    case 'feedback':
      found.feedback = signed(change);
      break;
    case 'link':
      found.links = [...found.links.filter((to) => to !== change.to), ...(change.isLinked ? [change.to] : [])];
      break;
    case 'hold':
      if (change.isHeld) found.hold = signed(change.why);
      else delete found.hold;
      break;
    case 'retain':
      found.retainUntil = change.until;
      break;
    case 'note':
      found.notes = [...found.notes, signed(change.text)];
      break;
    case 'unseal':
      found.unsealed = [...found.unsealed, signed(change.why)];
      break;
    case 'release':
    case 'undo':
      break;
  }
}

/** What the record tells of itself. Why it happened, who the people are and whether it came back is not in it. */
function knownFacts(row: Row): Facts {
  if (row.type === 'report') return reportFacts(row.report);
  const { incident } = row;
  const { people, destination, trigger, kinds } = incident;
  return {
    breachTypes: ['confidentiality'],
    occurredFrom: incident.at,
    occurredUntil: incident.at,
    medium: trigger === 'upload' || incident.place.webmail === 'none' ? 'upload' : 'mail',
    dataCategories: [...new Set(kinds.map(({ category }) => category))].sort(),
    ...(people.flags.child > 0 ? { subjectGroups: ['children'] } : {}),
    people: { min: people.min, estimate: people.estimate, max: people.max, method: people.how.join(', ') },
    records: Math.max(0, ...kinds.map(({ distinct }) => distinct)),
    recipient: destination,
    recovered: 'unknown',
    ...(incident.trainedAt === undefined ? {} : { lastTraining: incident.trainedAt }),
  };
}

/** A count only where the report has one: *more than ten* is none. */
function reportFacts({ at, what, recovered, people }: Report): Facts {
  return {
    occurredUntil: at,
    description: what,
    recipient: 'unknown',
    recovered: recovered === 'yes' ? 'recovered' : recovered,
    ...(people === 'one' ? { people: { min: 1, estimate: 1, max: 1, method: '' } } : {}),
  };
}
