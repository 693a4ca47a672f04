// Records of one name. A name alone identifies nobody, but a record that says nothing else adds nobody to those of its name, and one
// with nearly the same address or number is the same person entered twice. A name that several people of one list have tells nobody there.

import { stride } from '../names/name-sketch.ts';
import { createFirsts, type FingerprintOf, wholeName } from './blocking.ts';
import type { Clusters } from './clusters.ts';
import type { Records } from './records.ts';
import { isSlipOfAddress, isSlipOfNumber } from './slips.ts';

/** A name that more records have is not looked at pair by pair. */
const mostNamesakes = 12;

export function joinNamesakes(all: Records, fingerprint: FingerprintOf, clusters: Clusters, session: number): void {
  const shared = sharedNames(all);
  if (shared.length === 0) return;
  const repeating = repeatingLists(all, shared);
  for (const members of shared) {
    members.sort((one, other) => fingerprint(other) - fingerprint(one));
    joinBare(all, members, repeating, clusters);
    if (members.length <= mostNamesakes) joinSlips(all, members, clusters, session);
  }
}

/** The records of each name of two words and more that several records have; the order of names is decided by content, never by the order of rows. */
function sharedNames(all: Records): number[][] {
  const first = createFirsts(all.count);
  const shared = new Map<number, number[]>();
  for (let index = 0; index < all.count; index++) {
    if (!isNamed(all, index)) continue;
    const whole = wholeName(all, index);
    const earlier = first.indexOf(whole, index);
    if (earlier === index) continue;
    const members = shared.get(whole);
    if (members) members.push(index);
    else shared.set(whole, [earlier, index]);
  }
  return [...shared].sort(([one], [other]) => one - other).map(([, members]) => members);
}

const isNamed = ({ names: { starts } }: Records, index: number): boolean =>
  starts[index + 1]! - starts[index]! >= 2 * stride;

/** Nothing but a name, and perhaps what was bought. */
const isBare = ({ keys, birth, postcode, house }: Records, index: number): boolean =>
  keys.starts[index] === keys.starts[index + 1] && birth[index] === 0 && postcode[index] === 0 && house[index] === 0;

function joinBare(all: Records, members: readonly number[], repeating: ReadonlySet<number>, clusters: Clusters): void {
  const bare = members.filter((member) => isBare(all, member));
  if (bare.length === 0) return;
  const others = members.filter((member) => !isBare(all, member));
  /** The first bare record of this name in each list that does not repeat names, in turn: the second Jane Doe of one list may be that of another. */
  const inLists = new Map<number, number[]>();
  for (const member of bare) {
    const list = all.group[member]!;
    const isTelling = others.every((other) => clusters.personOf(other) === clusters.personOf(others[0]!));
    const target = others.find((other) => isTelling || all.group[other] !== list);
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
function repeatingLists(all: Records, shared: readonly (readonly number[])[]): ReadonlySet<number> {
  const bare = new Map<number, { records: number; again: number; last: number }>();
  for (const [name, members] of shared.entries())
    for (const member of members) {
      if (!isBare(all, member)) continue;
      const list = all.group[member]!;
      const known = bare.get(list) ?? { records: 0, again: 0, last: -1 };
      if (known.last === name) known.again++;
      known.last = name;
      bare.set(list, known);
    }
  for (let index = 0; index < all.count; index++) {
    const list = bare.get(all.group[index]!);
    if (list && isNamed(all, index) && isBare(all, index)) list.records++;
  }
  return new Set([...bare].filter(([, { records, again }]) => again * 2 > records).map(([list]) => list));
}

function joinSlips(
  { emailSum, phoneSum }: Records,
  members: readonly number[],
  clusters: Clusters,
  session: number,
): void {
  for (let place = 0; place < members.length; place++) {
    const member = members[place]!;
    for (let next = place + 1; next < members.length; next++) {
      const other = members[next]!;
      if (
        isSlipOfAddress(emailSum[member]!, emailSum[other]!, session) ||
        isSlipOfNumber(phoneSum[member]!, phoneSum[other]!)
      )
        clusters.join(member, other);
    }
  }
}
