// The records of a part in flat memory: a list of 100,000 people costs some 200 bytes a person, and nothing for the collector of garbage.

import { type CountMethod, countMethods } from './people.ts';
import type { PersonRecord } from './person-record.ts';
import type { RecordDraft } from './record-draft.ts';

/** A list of numbers for each record: those of record n stand from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  starts: Int32Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>;
}

/** See `PersonRecord` for what the fields mean. */
export interface Records {
  count: number;
  /** Index in `countMethods`. */
  how: Uint8Array<ArrayBuffer>;
  group: Int32Array<ArrayBuffer>;
  flags: Uint16Array<ArrayBuffer>;
  email: Float64Array<ArrayBuffer>;
  birth: Float64Array<ArrayBuffer>;
  postcode: Float64Array<ArrayBuffer>;
  house: Float64Array<ArrayBuffer>;
  emailSum: Float64Array<ArrayBuffer>;
  phoneSum: Float64Array<ArrayBuffer>;
  keys: Lists;
  /** Which of `kindLists` says the kinds of a record's keys: rows of a table mostly have the same. */
  kinds: Int32Array<ArrayBuffer>;
  kindLists: (readonly string[])[];
  names: Lists;
  domains: Lists;
}

const numberNames = ['email', 'birth', 'postcode', 'house', 'emailSum', 'phoneSum'] as const;
const listNames = ['keys', 'names', 'domains'] as const;

export function createRecords(capacity = 16): Records {
  const lists = (): Lists => ({ starts: new Int32Array(capacity + 1), values: new Float64Array(capacity * 4) });
  return {
    count: 0,
    how: new Uint8Array(capacity),
    group: new Int32Array(capacity),
    flags: new Uint16Array(capacity),
    email: new Float64Array(capacity),
    birth: new Float64Array(capacity),
    postcode: new Float64Array(capacity),
    house: new Float64Array(capacity),
    emailSum: new Float64Array(capacity),
    phoneSum: new Float64Array(capacity),
    keys: lists(),
    kinds: new Int32Array(capacity),
    kindLists: [],
    names: lists(),
    domains: lists(),
  };
}

/** Adds the record a draft has become. */
export function addRecord(records: Records, draft: RecordDraft, how: CountMethod, group: number): void {
  const index = records.count;
  if (index === records.how.length) enlarge(records, Math.max(16, index * 2));
  records.count = index + 1;
  records.how[index] = countMethods.indexOf(how);
  records.group[index] = group;
  records.flags[index] = draft.flags;
  records.kinds[index] = kindList(records, draft);
  // One by one: this runs for every row, and a field looked up by a name that changes costs twenty times as much.
  records.email[index] = draft.email;
  records.birth[index] = draft.birth;
  records.postcode[index] = draft.postcode;
  records.house[index] = draft.house;
  records.emailSum[index] = draft.emailSum;
  records.phoneSum[index] = draft.phoneSum;
  addList(records.keys, index, draft.keys, draft.keyCount);
  addList(records.names, index, draft.words, draft.wordCount);
  addList(records.domains, index, draft.domains, draft.domainCount);
}

function addList(lists: Lists, index: number, values: readonly number[], count: number): void {
  const start = lists.starts[index]!;
  if (start + count > lists.values.length) {
    const larger = new Float64Array((start + count) * 2);
    larger.set(lists.values);
    lists.values = larger;
  }
  for (let next = 0; next < count; next++) lists.values[start + next] = values[next]!;
  lists.starts[index + 1] = start + count;
}

/** The number of the list of kinds that the draft's keys have. */
function kindList({ kindLists, kinds, count }: Records, draft: RecordDraft): number {
  const last = count > 1 ? kinds[count - 2]! : -1;
  if (last >= 0 && hasKinds(kindLists[last]!, draft)) return last;
  // Few lists are known in a table; in a text that has very many, finding them again would cost more than keeping them.
  for (let list = Math.max(0, kindLists.length - 8); list < kindLists.length; list++)
    if (hasKinds(kindLists[list]!, draft)) return list;
  kindLists.push(draft.kinds.slice(0, draft.keyCount));
  return kindLists.length - 1;
}

function hasKinds(list: readonly string[], { kinds, keyCount }: RecordDraft): boolean {
  if (list.length !== keyCount) return false;
  for (let key = 0; key < keyCount; key++) if (list[key] !== kinds[key]) return false;
  return true;
}

function enlarge(records: Records, capacity: number): void {
  const grown = createRecords(capacity);
  grown.how.set(records.how);
  grown.group.set(records.group);
  grown.flags.set(records.flags);
  for (const name of numberNames) grown[name].set(records[name]);
  grown.kinds.set(records.kinds);
  for (const name of listNames) {
    grown[name].starts.set(records[name].starts);
    grown[name].values = records[name].values;
  }
  Object.assign(records, { ...grown, count: records.count, kindLists: records.kindLists });
}

/** The numbers of one record. */
export function listOf({ starts, values }: Lists, index: number): readonly number[] {
  const list: number[] = [];
  for (let at = starts[index]!; at < starts[index + 1]!; at++) list.push(values[at]!);
  return list;
}

/** Whether one of the record's numbers is in the set. */
export function hasAny({ starts, values }: Lists, index: number, set: ReadonlySet<number>): boolean {
  if (set.size === 0) return false;
  for (let at = starts[index]!; at < starts[index + 1]!; at++) if (set.has(values[at]!)) return true;
  return false;
}

/** A record by its index. */
export type RecordOf = (index: number) => PersonRecord;

/** One record as an object: for the few that have to be compared. */
export function recordAt(records: Records, index: number): PersonRecord {
  return {
    how: countMethods[records.how[index]!]!,
    group: records.group[index]!,
    keys: listOf(records.keys, index),
    kinds: records.kindLists[records.kinds[index]!]!,
    email: records.email[index]!,
    domains: listOf(records.domains, index),
    name: listOf(records.names, index),
    birth: records.birth[index]!,
    postcode: records.postcode[index]!,
    house: records.house[index]!,
    emailSum: records.emailSum[index]!,
    phoneSum: records.phoneSum[index]!,
    flags: records.flags[index]!,
  };
}

/** The records of several parts as if they were of one; their groups stay apart. */
export function joinedRecords(all: readonly Records[]): Records {
  if (all.length === 1) return all[0]!;
  const joined = createRecords(all.reduce((sum, { count }) => sum + count, 0));
  let groups = 0;
  for (const records of all) {
    const { count } = joined;
    const lists = joined.kindLists.length;
    joined.how.set(records.how.subarray(0, records.count), count);
    joined.flags.set(records.flags.subarray(0, records.count), count);
    for (const name of numberNames) joined[name].set(records[name].subarray(0, records.count), count);
    let lastGroup = 0;
    for (let index = 0; index < records.count; index++) {
      lastGroup = Math.max(lastGroup, records.group[index]!);
      joined.group[count + index] = groups + records.group[index]!;
      joined.kinds[count + index] = lists + records.kinds[index]!;
    }
    groups += lastGroup;
    for (const list of records.kindLists) joined.kindLists.push(list);
    for (const name of listNames) append(joined[name], count, records[name], records.count);
    joined.count += records.count;
  }
  return joined;
}

function append(lists: Lists, index: number, added: Lists, count: number): void {
  const start = lists.starts[index]!;
  const length = added.starts[count]!;
  if (start + length > lists.values.length) {
    const larger = new Float64Array((start + length) * 2);
    larger.set(lists.values.subarray(0, start));
    lists.values = larger;
  }
  lists.values.set(added.values.subarray(0, length), start);
  for (let next = 1; next <= count; next++) lists.starts[index + next] = start + added.starts[next]!;
}
