// How much speaks for two records being about one person: weights of agreement and disagreement, summed, as Fellegi and Sunter
// link records (1969, https://doi.org/10.1080/01621459.1969.10501049). Each is about log2(m/u): how much more often the field agrees in two
// records of one person than of two people; Winkler's tables for lists of people (https://www.census.gov/library/working-papers/2006/adrm/rrs2006-02.html).

import { type NameAgreement, nameAgreement } from '../names/name-agreement.ts';
import { stride } from '../names/name-sketch.ts';
import { birthAgreement } from './birth-hash.ts';
import type { PersonRecord } from './person-record.ts';

/** From this sum on two records are one person. */
export const threshold = 10;

const nameWeights: Readonly<Record<Exclude<NameAgreement, 'part' | 'same'>, number>> = {
  unknown: 0,
  similar: 7,
  variant: -3,
  surname: -4,
  different: -20,
};

const birthWeights = { same: 13, near: 2, different: -16, unknown: 0 } as const;
const singleWeights = { same: 18, different: -24 } as const;
const clientNumberWeight = 14;

/** What a household shares. Its members agree in all of it or in none, so that only the best of it counts, and a little more. */
const householdWeights = { email: 12, phone: 10, postcode: 8, house: 6 } as const;
const furtherHousehold = 2;
/** People move, but seldom. */
const otherPlace = -4;

/** Two mailboxes under one telephone, and no names to compare: rather two people than one. */
const housemates = -6;

/** The weight of all that both records know. */
export function weightOf(
  one: PersonRecord,
  other: PersonRecord,
  singleKinds: ReadonlySet<string>,
  session: number,
): number {
  return (
    nameWeight(one.name, other.name, session) +
    birthWeights[birthAgreement(one.birth, other.birth)] +
    keysWeight(one, other, singleKinds)
  );
}

/** Different people to a degree that no shared key can mend. */
export function contradict(
  one: PersonRecord,
  other: PersonRecord,
  singleKinds: ReadonlySet<string>,
  session: number,
): boolean {
  return (
    birthAgreement(one.birth, other.birth) === 'different' ||
    nameAgreement(one.name, other.name, session) === 'different' ||
    one.kinds.some((kind) => singleKinds.has(kind) && agreementOf(kind, one, other) === 'different')
  );
}

function nameWeight(one: readonly number[], other: readonly number[], session: number): number {
  const agreement = nameAgreement(one, other, session);
  const words = Math.min(one.length, other.length) / stride;
  if (agreement === 'same') return words > 1 ? 12 : 4;
  if (agreement === 'part') return words > 1 ? 6 : 3;
  return nameWeights[agreement];
}

function keysWeight(one: PersonRecord, other: PersonRecord, singleKinds: ReadonlySet<string>): number {
  let sum = 0;
  let household = 0;
  let households = 0;
  const addHousehold = (weight: number) => {
    household = Math.max(household, weight);
    households++;
  };
  for (let index = 0; index < one.kinds.length; index++) {
    const kind = one.kinds[index]!;
    if (one.kinds.indexOf(kind) !== index) continue;
    const agreement = agreementOf(kind, one, other);
    if (agreement === 'unknown') continue;
    if (singleKinds.has(kind)) sum += singleWeights[agreement];
    else if (kind === 'email' && agreement === 'different' && (one.name.length === 0 || other.name.length === 0))
      sum += housemates;
    else if (agreement === 'different') continue;
    else if (kind === 'client-number') sum += clientNumberWeight;
    else addHousehold(kind === 'email' ? householdWeights.email : householdWeights.phone);
  }
  const samePostcode = one.postcode !== 0 && one.postcode === other.postcode;
  if (samePostcode) addHousehold(householdWeights.postcode);
  // A house number says something where the postcodes do not say another thing.
  if (one.house !== 0 && one.house === other.house && (samePostcode || one.postcode === 0 || other.postcode === 0))
    addHousehold(householdWeights.house);
  if (!samePostcode && one.postcode !== 0 && other.postcode !== 0) sum += otherPlace;
  return sum + household + (households > 1 ? furtherHousehold : 0);
}

/** Whether both have keys of this kind, and any of them in common. */
export function agreementOf(kind: string, one: PersonRecord, other: PersonRecord): 'same' | 'different' | 'unknown' {
  if (!other.kinds.includes(kind)) return 'unknown';
  return one.keys.some((key, index) => one.kinds[index] === kind && other.keys.includes(key)) ? 'same' : 'different';
}
