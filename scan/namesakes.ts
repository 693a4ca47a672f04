// Records of one name. A name alone identifies nobody, but a record that says nothing else adds nobody to those of its name, and one
// with nearly the same address or number is the same person entered twice. A name that several people of one list have tells nobody there.
import { fingerprintOf, wholeName } from './blocking.ts';
import type { Clusters } from './clusters.ts';
import { stride } from './name-sketch.ts';
import type { PersonRecord } from './part-scan.ts';
import type { RecordOf, Records } from './records.ts';
import { isSlipOfAddress, isSlipOfNumber } from './slips.ts';

/** A name that more records have is not looked at pair by pair. */
const mostNamesakes = 12;

export function joinNamesakes(all: Records, records: RecordOf, clusters: Clusters, session: number): void {
  const byName = new Map<number, number[]>();
  let named = 0;
  const { starts } = all.names;
  for (let index = 0; index < all.count; index++) {
    if (starts[index + 1]! - starts[index]! < 2 * stride) continue;
    named++;
    const whole = wholeName(all, index);
    const known = byName.get(whole);
    if (known) known.push(index);
    else byName.set(whole, [index]);
  }
  if (byName.size === named) return;
  const repeating = repeatingLists(records, byName);
  // The order of what is joined is decided by content, never by the order of rows.
  const shared = [...byName].filter(([, members]) => members.length > 1).sort(([one], [other]) => one - other);
  for (const [, members] of shared) {
    members.sort((one, other) => fingerprintOf(records(other)) - fingerprintOf(records(one)));
    joinBare(records, members, repeating, clusters);
    if (members.length <= mostNamesakes) joinSlips(records, members, clusters, session);
  }
}

/** Nothing but a name, and perhaps what was bought. */
const isBare = ({ keys, birth, postcode, house }: PersonRecord): boolean =>
  keys.length === 0 && birth === 0 && postcode === 0 && house === 0;

function joinBare(
  records: RecordOf,
  members: readonly number[],
  repeating: ReadonlySet<number>,
  clusters: Clusters,
): void {
  const bare = members.filter((member) => isBare(records(member)));
  if (bare.length === 0) return;
  const others = members.filter((member) => !isBare(records(member)));
  /** The first bare record of this name in each list that does not repeat names, in turn: the second Jane Doe of one list may be that of another. */
  const inLists = new Map<number, number[]>();
  for (const member of bare) {
    const list = records(member).group;
    const isTelling = others.every((other) => clusters.personOf(other) === clusters.personOf(others[0]!));
    const target = others.find((other) => isTelling || records(other).group !== list);
    if (target !== undefined && clusters.join(target, member)) continue;
    inLists.set(list, [...(inLists.get(list) ?? []), member]);
  }
  let longest: number[] = [];
  for (const [list, own] of inLists) {
    if (repeating.has(list)) for (const member of own.slice(1)) clusters.join(own[0]!, member);
    if (own.length > longest.length) longest = own;
  }
  for (const own of inLists.values())
    if (own !== longest) for (let index = 0; index < own.length; index++) clusters.join(longest[index]!, own[index]!);
}

/** Lists in which bare names come again and again: orders or visits rather than people. */
function repeatingLists(records: RecordOf, byName: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const bare = new Map<number, { records: number; names: number; last: number }>();
  for (const [name, members] of byName)
    for (const member of members) {
      if (!isBare(records(member))) continue;
      const list = records(member).group;
      const known = bare.get(list) ?? { records: 0, names: 0, last: 0 };
      known.records++;
      if (known.last !== name) known.names++;
      known.last = name;
      bare.set(list, known);
    }
  return new Set([...bare].filter(([, { records, names }]) => names * 2 < records).map(([list]) => list));
}

function joinSlips(records: RecordOf, members: readonly number[], clusters: Clusters, session: number): void {
  for (const [place, member] of members.entries()) {
    const one = records(member);
    for (const candidate of members.slice(place + 1)) {
      const other = records(candidate);
      if (isSlipOfAddress(one.emailSum, other.emailSum, session) || isSlipOfNumber(one.phoneSum, other.phoneSum))
        clusters.join(member, candidate);
    }
  }
}
