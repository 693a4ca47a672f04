// How many people a draft is about: the records of all its parts, joined, without those who only send, receive or sign.
import { detectors } from '../../detectors/index.ts';
import type { PartScan } from '../part-scan.ts';
import { joinRecords } from './join.ts';
import { bystandersOf } from './not-counted.ts';
import { addNumber, createNumberSet, type NumberSet, sizeOf } from './number-set.ts';
import { countMethods, type KindCount, type People, type PeopleContext, type PeopleFlags } from './people.ts';
import { flag } from './person-record.ts';
import { joinedRecords, listOf, type Records } from './records.ts';

const singleKinds: ReadonlySet<string> = new Set(detectors.filter(({ key }) => key === 'single').map(({ id }) => id));

/** Flags of a record that is not the first of its person, or whose person is not counted. */
const uncounted = -1;

/** Counts distinct people over parts scanned under `session`. */
export function countPeople(scans: readonly PartScan[], context: PeopleContext, session: number): People {
  return countJoined(joinPeople(scans, context, session));
}

/** The records of all parts, and which of them are about one person. */
export interface JoinedPeople {
  records: Records;
  /** By record: its person's number, which is the index of one of the person's records. */
  person: Int32Array;
  /** By person's number: 1 for those who only send, receive or sign. */
  excluded: Uint8Array;
}

export function joinPeople(scans: readonly PartScan[], context: PeopleContext, session: number): JoinedPeople {
  const bystanders = bystandersOf(context, session);
  const records = joinedRecords(scans.map((scan) => scan.records));
  const person = joinRecords(records, singleKinds, session);
  const colleagues = uniqueColleagues(records, bystanders.isColleague);
  const excluded = new Uint8Array(records.count);
  for (let index = 0; index < records.count; index++)
    if (bystanders.isCorrespondent(records, index) || colleagues.has(index)) excluded[person[index]!] = 1;
  return { records, person, excluded };
}

/** `max` = records before joining, `min` = what no joining can lower. */
export function countJoined({ records, person, excluded }: JoinedPeople): People {
  const flagsOf = new Int32Array(records.count).fill(uncounted);
  const how = new Uint8Array(countMethods.length);
  let max = 0;
  for (let index = 0; index < records.count; index++) {
    const number = person[index]!;
    if (excluded[number] === 1) continue;
    max++;
    how[records.how[index]!] = 1;
    flagsOf[number] = (flagsOf[number] === uncounted ? 0 : flagsOf[number]!) | records.flags[index]!;
  }
  const people = flagsOf.filter((flags) => flags !== uncounted);
  return {
    min: Math.min(people.length, atLeast(records, person, excluded)),
    estimate: people.length,
    max,
    how: countMethods.filter((_, method) => how[method] === 1),
    flags: countFlags(people),
  };
}

/** Occurrences and different values by kind, over all parts. */
export function countKinds(scans: readonly PartScan[]): KindCount[] {
  const kinds = new Map<string, Omit<KindCount, 'distinct'> & { values: Float64Array[] }>();
  for (const { kind, category, matches, values } of scans.flatMap((scan) => scan.kinds)) {
    const known = kinds.get(kind) ?? { kind, category, matches: 0, values: [] };
    known.matches += matches;
    known.values.push(values);
    kinds.set(kind, known);
  }
  return [...kinds.values()].map(({ values, ...count }) => ({ ...count, distinct: distinctIn(values) }));
}

function distinctIn(parts: readonly Float64Array[]): number {
  if (parts.length === 1) return parts[0]!.length;
  const all = createNumberSet();
  for (const values of parts) for (const value of values) addNumber(all, value);
  return sizeOf(all);
}

/**
 * Records that are a colleague's. An address of the firm that stands in several records (an account manager's, beside each client) is
 * nobody's of those, so that such a column hides no client.
 */
function uniqueColleagues(records: Records, isColleague: (records: Records, index: number) => boolean): Set<number> {
  const byAddress = new Map<number, number[]>();
  for (let index = 0; index < records.count; index++) {
    const email = records.email[index]!;
    if (email === 0 || !isColleague(records, index)) continue;
    const known = byAddress.get(email);
    if (known) known.push(index);
    else byAddress.set(email, [index]);
  }
  const colleagues = new Set<number>();
  for (const indexes of byAddress.values()) {
    const names = new Set(indexes.map((index) => listOf(records.names, index).join()));
    if (names.size === 1) for (const index of indexes) colleagues.add(index);
  }
  return colleagues;
}

/** The most different values of one kind that a person has once, over all parts, or of the e-mail column of one table or list. */
function atLeast(records: Records, person: Int32Array, excluded: Uint8Array): number {
  const single = new Map<string, NumberSet>();
  const emails = new Map<number, NumberSet>();
  const { keys } = records;
  for (let index = 0; index < records.count; index++) {
    if (excluded[person[index]!] === 1) continue;
    const email = records.email[index]!;
    if (email !== 0) addTo(emails, records.group[index]!, email);
    const kinds = records.kindLists[records.kinds[index]!]!;
    const start = keys.starts[index]!;
    for (let key = 0; key < kinds.length; key++)
      if (singleKinds.has(kinds[key]!)) addTo(single, kinds[key]!, keys.values[start + key]!);
  }
  return [...single.values(), ...emails.values()].reduce((most, set) => Math.max(most, sizeOf(set)), 0);
}

/** Adds the value to the set of that name. */
function addTo<Name>(sets: Map<Name, NumberSet>, name: Name, value: number): void {
  let set = sets.get(name);
  if (!set) {
    set = createNumberSet();
    sets.set(name, set);
  }
  addNumber(set, value);
}

function countFlags(people: Iterable<number>): PeopleFlags {
  const flags: PeopleFlags = { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 0 };
  for (const bits of people)
    for (const name of Object.keys(flags) as (keyof PeopleFlags)[]) if (bits & flag[name]) flags[name]++;
  return flags;
}
