// The name a value in running text belongs to: the one that stands before it.
import type { Detector } from '../../detectors/detector.ts';
import { hasGivenName } from '../names/given-names.ts';
import { lastNameIn, looksLikeName } from '../names/person-name.ts';
import { vouchForOneAnother } from '../names/vouching.ts';
import { isPersonalKey } from '../people/record-draft.ts';

/** A value and where it begins. */
export interface Found {
  detector: Detector;
  start: number;
}

/** How far before a value its person's name may stand. */
const nameReach = 120;

/** The name between the last value, which ends at `before`, and this one, if this one is worth a name. `isVouched`: the names are known to be names. */
export function nameBefore(
  text: string,
  before: number,
  { detector, start }: Found,
  isVouched: boolean,
): string | undefined {
  const from = Math.max(before, start - nameReach);
  if (start - from < 3) return undefined;
  if (detector.id === 'uk-postcode') {
    const name = residentBefore(text, from, start);
    return name !== undefined && (isVouched || hasGivenName(name)) ? name : undefined;
  }
  if (detector.category === 'financial') {
    const name = lastNameIn(text, from, start);
    return name !== undefined && hasGivenName(name) ? name : undefined;
  }
  if (!isPersonalKey(detector) && detector.id !== 'birth-date') return undefined;
  return lastNameIn(text, from, start) ?? turnedName(text.slice(Math.max(from, start - turnedReach), start));
}

const turnedReach = 80;
const turned = /(\p{Lu}[\p{L}'’-]{1,30}), (\p{Lu}[\p{L}'’-]{1,30})[^\p{L}\n]{1,16}$/u;

/** "Jones, Mary - " right before a value, as "Mary Jones". */
function turnedName(before: string): string | undefined {
  const [, surname, given] = turned.exec(before) ?? [];
  const name = `${given} ${surname}`;
  return surname !== undefined && looksLikeName(name) && hasGivenName(name) ? name : undefined;
}

/** "Mary Jones lives at 4 Weir Court, Leeds LS1 4QT": a person's name with a house number between it and the postcode. */
function residentBefore(text: string, from: number, postcode: number): string | undefined {
  const house = /.*\b(?<!\d)\d{1,4}[a-z]?,? \p{Lu}/su.exec(text.slice(from, postcode));
  return house ? lastNameIn(text, from, from + house[0].length - 2) : undefined;
}

/** Whether enough of those who live at the postcodes of a list have a name that is known: then the others have one as well. */
export function residentsVouch(text: string, unit: readonly Found[], unitStart: number): boolean {
  const postcodes = unit.filter(({ detector }) => detector.id === 'uk-postcode');
  const names = postcodes.map(({ start }) => residentBefore(text, Math.max(unitStart, start - nameReach), start));
  const known = names.filter((name) => name !== undefined && hasGivenName(name)).length;
  return vouchForOneAnother(names.length, known, 1 / 3);
}
