// Joins records that are about one person: shared keys, unless something says they are two. The order of records does not matter.
import type { PersonRecord } from './part-scan.ts';
import { type Records, recordAt } from './records.ts';

/** Different people to a degree that no shared key can mend. */
type Disagrees = (one: PersonRecord, other: PersonRecord) => boolean;

/** A key that so many different people share belongs to none of them: a switchboard, info@, the same number in every row. */
const mostSharers = 5;

/** Most to least telling: joins by better keys come first, and can forbid joins by worse ones. */
const keyOrder = ['email', 'phone', 'client-number'];

/** The number of the person each record is about: records with equal numbers are one person. */
export function joinRecords(all: Records, singleKinds: ReadonlySet<string>): Int32Array {
  const records = remembered(all);
  const clusters = createClusters(records, all.count, singleKinds);
  const late: { member: number; candidates: number[] }[] = [];
  for (const { members, kind } of sharedKeys(all, records, singleKinds)) {
    const disagrees: Disagrees = (one, other) =>
      disagree(one, other, singleKinds) || (kind === 'phone' && areHousemates(one, other));
    if (isShared(records, members, kind, disagrees)) continue;
    const groups = agreeingGroups(records, members, disagrees);
    for (const group of groups) for (const member of group.slice(1)) clusters.join(group[0]!, member);
    if (groups.length < 2) continue;
    for (const member of members) {
      const record = records(member);
      if (record.name.length > 0) continue;
      const firsts = groups.map((group) => group[0]!);
      late.push({
        member,
        candidates: firsts.filter((first) => first !== member && !disagrees(records(first), record)),
      });
    }
  }
  // A number without a name, under which several people are known, is about one of them: it adds nobody.
  for (const { member, candidates } of late)
    if (clusters.isAlone(member)) candidates.some((candidate) => clusters.join(candidate, member));
  return clusters.numbers();
}

interface Bucket {
  kind: string;
  order: number;
  key: number;
  members: number[];
}

type RecordOf = (index: number) => PersonRecord;

/** Records as objects, made when first asked for: most records share nothing with any other and are never looked at. */
function remembered(all: Records): RecordOf {
  const known = new Map<number, PersonRecord>();
  return (index) => {
    let record = known.get(index);
    if (!record) {
      record = recordAt(all, index);
      known.set(index, record);
    }
    return record;
  };
}

/** The keys more than one record has, most telling first, with the records that have them in an order that only content decides. */
function sharedKeys(all: Records, records: RecordOf, singleKinds: ReadonlySet<string>): Bucket[] {
  const { count, keys, pairs } = all;
  const first = createFirsts(keys.starts[count]! + pairs.starts[count]!);
  const shared = new Map<number, Bucket>();
  const note = (key: number, kind: string, index: number) => {
    const earlier = first.indexOf(key, index);
    if (earlier === index) return;
    const bucket = shared.get(key);
    if (!bucket) shared.set(key, { kind, order: orderOf(kind, singleKinds), key, members: [earlier, index] });
    else if (bucket.members.at(-1) !== index) bucket.members.push(index);
  };
  for (let index = 0; index < count; index++) {
    const kinds = all.kindLists[all.kinds[index]!]!;
    const start = keys.starts[index]!;
    for (let key = start; key < keys.starts[index + 1]!; key++) note(keys.values[key]!, kinds[key - start]!, index);
    for (let pair = pairs.starts[index]!; pair < pairs.starts[index + 1]!; pair++)
      note(pairs.values[pair]!, 'pair', index);
  }
  const fingerprints = new Map<number, number>();
  const fingerprint = (index: number) => {
    let known = fingerprints.get(index);
    if (known === undefined) {
      known = fingerprintOf(records(index));
      fingerprints.set(index, known);
    }
    return known;
  };
  for (const { members } of shared.values()) members.sort((one, other) => fingerprint(other) - fingerprint(one));
  return [...shared.values()].sort((one, other) => one.order - other.order || one.key - other.key);
}

/** Which record had a key first, in flat memory: most keys are had by one record only. */
function createFirsts(count: number) {
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1;
  const known = new Float64Array(mask + 1);
  const firsts = new Int32Array(mask + 1);
  return {
    /** The record that had the key first: `index`, where nobody had it before. */
    indexOf(key: number, index: number): number {
      let slot = key & mask;
      while (known[slot] !== 0 && known[slot] !== key) slot = (slot + 1) & mask;
      if (known[slot] === key) return firsts[slot]!;
      known[slot] = key;
      firsts[slot] = index;
      return index;
    },
  };
}

function orderOf(kind: string, singleKinds: ReadonlySet<string>): number {
  if (singleKinds.has(kind)) return 0;
  const place = keyOrder.indexOf(kind);
  if (kind === 'pair') return keyOrder.length + 2;
  return place < 0 ? keyOrder.length + 1 : place + 1;
}

/** Records that know more come first; among equals content decides. */
function fingerprintOf({ keys, name, birth }: PersonRecord): number {
  let sum = birth;
  for (const key of keys) sum = (sum + key) % 9007199254740881;
  for (const word of name) sum = (sum + word) % 9007199254740881;
  return name.length + keys.length / 64 + sum / 9007199254740881 / 128;
}

/** Whether more than five records that differ have this key. */
function isShared(records: RecordOf, members: readonly number[], kind: string, disagrees: Disagrees): boolean {
  const different: PersonRecord[] = [];
  for (const member of members) {
    const record = records(member);
    if (different.some((known) => !disagrees(known, record) && !hasOtherKeys(known, record, kind))) continue;
    different.push(record);
    if (different.length > mostSharers) return true;
  }
  return false;
}

/** One telephone, no names to compare, and different mailboxes: two people of a household or an office. */
function areHousemates(one: PersonRecord, other: PersonRecord): boolean {
  if (one.name.length > 0 && other.name.length > 0) return false;
  if (!one.kinds.includes('email') || !other.kinds.includes('email')) return false;
  return !one.keys.some((key, index) => one.kinds[index] === 'email' && other.keys.includes(key));
}

/** Both have keys of some other kind, and none of it in common. */
function hasOtherKeys(one: PersonRecord, other: PersonRecord, kind: string): boolean {
  for (const otherKind of new Set(one.kinds)) {
    if (otherKind === kind || !other.kinds.includes(otherKind)) continue;
    if (!one.keys.some((key, index) => one.kinds[index] === otherKind && other.keys.includes(key))) return true;
  }
  return false;
}

/** Members cut into groups within which nobody disagrees with the first. */
function agreeingGroups(records: RecordOf, members: readonly number[], disagrees: Disagrees): number[][] {
  const groups: number[][] = [];
  for (const member of members) {
    const group = groups.find((one) => !disagrees(records(one[0]!), records(member)));
    if (group) group.push(member);
    else groups.push([member]);
  }
  return groups;
}

function disagree(one: PersonRecord, other: PersonRecord, singleKinds: ReadonlySet<string>): boolean {
  if (one.birth !== 0 && other.birth !== 0 && one.birth !== other.birth) return true;
  if (!isCompatibleName(one.name, other.name)) return true;
  return one.kinds.some(
    (kind, index) => singleKinds.has(kind) && other.kinds.includes(kind) && !other.keys.includes(one.keys[index]!),
  );
}

/** `J Doe` and `Jane Doe` may be one person, and so may `Jane Doe` and `Jane Mary Doe`: every word of the shorter has its match. */
export function isCompatibleName(one: readonly number[], other: readonly number[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  for (let word = 0; word < shorter.length; word += 2) {
    let isMatched = false;
    for (let candidate = 0; candidate < longer.length && !isMatched; candidate += 2) {
      isMatched =
        shorter[word] === longer[candidate] ||
        // A lone initial is hashed like the initial of a word.
        ((shorter[word] === shorter[word + 1] || longer[candidate] === longer[candidate + 1]) &&
          shorter[word + 1] === longer[candidate + 1]);
    }
    if (!isMatched) return false;
  }
  return true;
}

interface Clusters {
  /** Makes two records one person, unless those already joined to them disagree. True if they are one now. */
  join(one: number, other: number): boolean;
  isAlone(record: number): boolean;
  numbers(): Int32Array;
}

/** Union-find that keeps, per person, the values of which there can be only one. */
function createClusters(records: RecordOf, count: number, singleKinds: ReadonlySet<string>): Clusters {
  const parent = new Int32Array(count);
  for (let index = 0; index < count; index++) parent[index] = index;
  const size = new Int32Array(count).fill(1);
  const known = new Map<number, PersonRecord>();
  const find = (record: number): number => {
    let root = record;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[record] !== root) {
      const next = parent[record]!;
      parent[record] = root;
      record = next;
    }
    return root;
  };
  const summary = (root: number) => known.get(root) ?? records(root);
  return {
    join(one, other) {
      const first = find(one);
      const second = find(other);
      if (first === second) return true;
      if (disagree(summary(first), summary(second), singleKinds)) return false;
      const [root, child] = size[first]! >= size[second]! ? [first, second] : [second, first];
      known.set(root, merged(summary(root), summary(child), singleKinds));
      known.delete(child);
      parent[child] = root;
      size[root]! += size[child]!;
      return true;
    },
    isAlone: (record) => size[find(record)] === 1,
    numbers() {
      const numbers = new Int32Array(count);
      for (let index = 0; index < count; index++) numbers[index] = find(index);
      return numbers;
    },
  };
}

/** What is known of two records that are one person, as far as it can forbid a third: the longer name, birth date, single keys. */
function merged(one: PersonRecord, other: PersonRecord, singleKinds: ReadonlySet<string>): PersonRecord {
  const added = other.kinds.map((kind, index) => singleKinds.has(kind) && !one.keys.includes(other.keys[index]!));
  return {
    ...one,
    name: one.name.length >= other.name.length ? one.name : other.name,
    birth: one.birth || other.birth,
    keys: [...one.keys, ...other.keys.filter((_, index) => added[index])],
    kinds: [...one.kinds, ...other.kinds.filter((_, index) => added[index])],
  };
}
