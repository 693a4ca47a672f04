// Joins records that are about one person: what they share must outweigh what they differ in. The order of records does not matter.
import { blocksOf, createFingerprints } from './blocking.ts';
import { createClusters } from './clusters.ts';
import { agreementOf, contradict, threshold, weightOf } from './linkage.ts';
import { joinNamesakes } from './namesakes.ts';
import type { PersonRecord } from './person-record.ts';
import { type RecordOf, type Records, recordAt } from './records.ts';

type Test = (one: PersonRecord, other: PersonRecord) => boolean;

/** A key that so many different people share belongs to none of them: a switchboard, info@, the same number in every row. */
const mostSharers = 5;

/** The number of the person each record is about: records with equal numbers are one person. */
export function joinRecords(all: Records, singleKinds: ReadonlySet<string>, session: number): Int32Array {
  const records = remembered(all);
  const fingerprint = createFingerprints(all);
  const isOne: Test = (one, other) => weightOf(one, other, singleKinds, session) >= threshold;
  const areTwo: Test = (one, other) => contradict(one, other, singleKinds, session);
  const clusters = createClusters(records, all.count, isOne);
  const late: { member: number; candidates: number[] }[] = [];
  for (const { members, kind } of blocksOf(all, fingerprint, singleKinds)) {
    if (isShared(records, members, kind, areTwo)) continue;
    const groups = groupsOf(records, members, isOne);
    for (const group of groups) for (const member of group.slice(1)) clusters.join(group[0]!, member);
    if (groups.length < 2) continue;
    for (const member of members) {
      const record = records(member);
      if (record.name.length > 0) continue;
      const firsts = groups.map((group) => group[0]!);
      late.push({ member, candidates: firsts.filter((first) => first !== member && isOne(records(first), record)) });
    }
  }
  // A number without a name, under which several people are known, is about one of them: it adds nobody.
  for (const { member, candidates } of late)
    if (clusters.isAlone(member)) candidates.some((candidate) => clusters.join(candidate, member));
  joinNamesakes(all, fingerprint, clusters, session);
  return clusters.numbers();
}

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

/** Whether more than five records that differ have this key. */
function isShared(records: RecordOf, members: readonly number[], kind: string, areTwo: Test): boolean {
  if (members.length <= mostSharers) return false;
  const different: PersonRecord[] = [];
  for (const member of members) {
    const record = records(member);
    if (different.some((known) => !areTwo(known, record) && !hasOtherKeys(known, record, kind))) continue;
    different.push(record);
    if (different.length > mostSharers) return true;
  }
  return false;
}

/** Both have keys of some other kind, and none of it in common. */
const hasOtherKeys = (one: PersonRecord, other: PersonRecord, kind: string): boolean =>
  one.kinds.some((otherKind) => otherKind !== kind && agreementOf(otherKind, one, other) === 'different');

/** Members cut into groups of which each is one person with the group's first. */
function groupsOf(records: RecordOf, members: readonly number[], isOne: Test): number[][] {
  const groups: number[][] = [];
  for (const member of members) {
    const group = groups.find((one) => isOne(records(one[0]!), records(member)));
    if (group) group.push(member);
    else groups.push([member]);
  }
  return groups;
}
