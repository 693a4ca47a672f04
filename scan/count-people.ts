// How many people a draft is about: the records of all its parts, joined, without those who only send, receive or sign.
import { detectors } from '../detectors/index.ts';
import { joinRecords } from './join.ts';
import { bystandersOf } from './not-counted.ts';
import { addNumber, createNumberSet } from './number-set.ts';
import { flag, type PartScan, type PersonRecord } from './part-scan.ts';
import type { CountMethod, KindCount, People, PeopleContext, PeopleFlags } from './people.ts';

const singleKinds: ReadonlySet<string> = new Set(detectors.filter(({ key }) => key === 'single').map(({ id }) => id));

const methods: readonly CountMethod[] = ['table-rows', 'label-blocks', 'vcards', 'mentions'];

/** Counts distinct people over parts scanned under `session`. `max` = records before joining, `min` = what no joining can lower. */
export function countPeople(scans: readonly PartScan[], context: PeopleContext, session: number): People {
  const bystanders = bystandersOf(context, session);
  const records = scans.flatMap((scan) => scan.records);
  const person = joinRecords(records, singleKinds);

  const colleagues = uniqueColleagues(records, bystanders.isColleague);
  const excluded = new Set<number>();
  for (let index = 0; index < records.length; index++)
    if (bystanders.isCorrespondent(records[index]!) || colleagues.has(index)) excluded.add(person[index]!);

  const flagsOf = new Map<number, number>();
  const counted: PersonRecord[] = [];
  for (let index = 0; index < records.length; index++) {
    const number = person[index]!;
    if (excluded.has(number)) continue;
    counted.push(records[index]!);
    flagsOf.set(number, (flagsOf.get(number) ?? 0) | records[index]!.flags);
  }
  const estimate = flagsOf.size;
  return {
    min: Math.min(estimate, atLeast(scans, person, excluded)),
    estimate,
    max: counted.length,
    how: methods.filter((method) => counted.some(({ how }) => how === method)),
    flags: countFlags(flagsOf.values()),
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
  return all.size;
}

/**
 * Records that are a colleague's. An address of the firm that stands in several records (an account manager's, beside each client) is
 * nobody's of those, so that such a column hides no client.
 */
function uniqueColleagues(
  records: readonly PersonRecord[],
  isColleague: (record: PersonRecord) => boolean,
): Set<number> {
  const byAddress = new Map<number, number[]>();
  for (let index = 0; index < records.length; index++) {
    const record = records[index]!;
    if (record.email === 0 || !isColleague(record)) continue;
    const known = byAddress.get(record.email);
    if (known) known.push(index);
    else byAddress.set(record.email, [index]);
  }
  const colleagues = new Set<number>();
  for (const indexes of byAddress.values()) {
    const names = new Set(indexes.map((index) => records[index]!.name.join()));
    if (names.size === 1) for (const index of indexes) colleagues.add(index);
  }
  return colleagues;
}

/** The most different values of one kind that a person has once, over all parts, or of the e-mail column of one table or list. */
function atLeast(scans: readonly PartScan[], person: Int32Array, excluded: ReadonlySet<number>): number {
  const values = new Map<string, Set<number>>();
  const add = (of: string, value: number) => {
    const known = values.get(of);
    if (known) known.add(value);
    else values.set(of, new Set([value]));
  };
  let index = 0;
  for (const [part, { records }] of scans.entries())
    for (const { keys, kinds, email, group } of records) {
      if (excluded.has(person[index++]!)) continue;
      if (email !== 0) add(`${part}/${group}`, email);
      for (let position = 0; position < keys.length; position++)
        if (singleKinds.has(kinds[position]!)) add(kinds[position]!, keys[position]!);
    }
  return Math.max(0, ...[...values.values()].map(({ size }) => size));
}

function countFlags(people: Iterable<number>): PeopleFlags {
  const flags: PeopleFlags = { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 0 };
  for (const bits of people)
    for (const name of Object.keys(flags) as (keyof PeopleFlags)[]) if (bits & flag[name]) flags[name]++;
  return flags;
}
