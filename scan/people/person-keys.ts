// What tells each counted person again in a later draft: hashes under the session's seed, no values.

import { hashPair, hashText } from '../hash.ts';
import { scanPart } from '../scan-part.ts';
import { type JoinedPeople, joinPeople } from './count-people.ts';
import { listOf } from './records.ts';

/** People beyond this many are not told apart any more: every threshold is far below. */
export const mostPeople = 2_000;
export const mostKeys = 6;
/** Numbers a word of a name takes in a record. */
const stride = 3;

/** A list of hashes for each counted person, most telling first: personal keys, then the name, with or without what stands beside it. */
export function personKeys({ records, person, excluded }: JoinedPeople, session: number): number[][] {
  const people = new Map<number, Set<number>>();
  for (let index = 0; index < records.count; index++) {
    const number = person[index]!;
    if (excluded[number] === 1) continue;
    let keys = people.get(number);
    if (!keys) {
      if (people.size === mostPeople) continue;
      keys = new Set();
      people.set(number, keys);
    }
    for (const key of listOf(records.keys, index)) if (keys.size < mostKeys) keys.add(key);
    const name = nameHash(listOf(records.names, index), session);
    if (name !== 0 && keys.size < mostKeys) keys.add(name);
    const beside = records.birth[index] || records.postcode[index] || records.house[index] || 0;
    if (beside !== 0 && keys.size < mostKeys) keys.add(hashPair(beside, name, session));
  }
  return [...people.values()].map((keys) => [...keys]);
}

/** The order of the words does not matter: "Marsh, Kerr" is Kerr Marsh. */
function nameHash(words: readonly number[], session: number): number {
  const hashes = words.filter((_, at) => at % stride === 0).sort((one, other) => one - other);
  return hashes.length === 0 ? 0 : hashText(hashes.join(), session);
}

/** The people a text alone is about, each with their hashes: somebody asks for one. */
export function keysOfText(text: string, session: number): number[][] {
  const scan = scanPart({ name: 'message', type: 'text', text }, { session });
  return personKeys(joinPeople([scan], { recipients: [], firmDomains: [] }, session), session);
}
