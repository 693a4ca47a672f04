// Union-find over records that keeps, per person, what is known, so that a join must suit all that were joined before.
import type { PersonRecord } from './person-record.ts';
import type { RecordOf } from './records.ts';

export interface Clusters {
  /** Makes two records one person, if what is known of both people suits. True if they are one now. */
  join(one: number, other: number): boolean;
  isAlone(record: number): boolean;
  /** The number of the person a record is about so far. */
  personOf(record: number): number;
  numbers(): Int32Array;
}

/** Keys a person is known by at most: somebody with more has shown who they are. */
const mostKeys = 24;

export function createClusters(
  records: RecordOf,
  count: number,
  suits: (one: PersonRecord, other: PersonRecord) => boolean,
): Clusters {
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
      if (!suits(summary(first), summary(second))) return false;
      const [root, child] = size[first]! >= size[second]! ? [first, second] : [second, first];
      known.set(root, merged(summary(root), summary(child)));
      known.delete(child);
      parent[child] = root;
      size[root]! += size[child]!;
      return true;
    },
    isAlone: (record) => size[find(record)] === 1,
    personOf: find,
    numbers() {
      const numbers = new Int32Array(count);
      for (let index = 0; index < count; index++) numbers[index] = find(index);
      return numbers;
    },
  };
}

/** What two records that are one person say together. */
function merged(one: PersonRecord, other: PersonRecord): PersonRecord {
  const isNew = other.keys.map((key) => !one.keys.includes(key));
  const hasNew = isNew.includes(true) && one.keys.length < mostKeys;
  return {
    ...one,
    name: one.name.length >= other.name.length ? one.name : other.name,
    birth: one.birth || other.birth,
    postcode: one.postcode || other.postcode,
    house: one.house || other.house,
    keys: hasNew ? [...one.keys, ...other.keys.filter((_, index) => isNew[index])] : one.keys,
    kinds: hasNew ? [...one.kinds, ...other.kinds.filter((_, index) => isNew[index])] : one.kinds,
  };
}
