// A record in the making: what has been read about one person so far, and whether it is enough to be one. It holds hashes, not values,
// and is used again and again: its lists keep their memory, so that their counts say how much of them is there.
import { isDigit } from '../../detectors/characters.ts';
import type { Detector } from '../../detectors/detector.ts';
import { normalForm, normalText } from '../../detectors/normal-form.ts';
import { isRoleMailbox, mayBeRoleMailbox } from '../find/role-mailboxes.ts';
import { isServiceNumber } from '../find/service-numbers.ts';
import { hashUnits } from '../hash.ts';
import { addNameWords } from '../names/person-name.ts';
import { birthHash } from './birth-hash.ts';
import { flag } from './person-record.ts';
import { addressSum, numberSum } from './slips.ts';

export interface RecordDraft {
  /** Hashed personal keys, each once, and beside each the kind it is of. */
  keys: number[];
  kinds: string[];
  keyCount: number;
  /** The first key that is an e-mail address, or 0. */
  email: number;
  /** Hashed domains of the e-mail addresses and their parents. */
  domains: number[];
  domainCount: number;
  /** Three numbers for each word of the names: the hashed word, its hashed initial, its sketch. */
  words: number[];
  wordCount: number;
  names: number;
  /** Hashes; 0 where there is none. */
  birth: number;
  postcode: number;
  house: number;
  flags: number;
  /** What the characters of the first address and of the first number are worth. */
  emailSum: number;
  phoneSum: number;
  /** Telephone numbers, for lists of nothing else. */
  phones: number;
}

export const emptyDraft = (): RecordDraft => ({
  keys: [],
  kinds: [],
  keyCount: 0,
  email: 0,
  domains: [],
  domainCount: 0,
  words: [],
  wordCount: 0,
  names: 0,
  birth: 0,
  postcode: 0,
  house: 0,
  flags: 0,
  emailSum: 0,
  phoneSum: 0,
  phones: 0,
});

/** Makes the draft empty again. */
export function clearDraft(draft: RecordDraft): void {
  draft.keyCount = 0;
  draft.email = 0;
  draft.domainCount = 0;
  draft.wordCount = 0;
  draft.names = 0;
  draft.birth = 0;
  draft.postcode = 0;
  draft.house = 0;
  draft.flags = 0;
  draft.emailSum = 0;
  draft.phoneSum = 0;
  draft.phones = 0;
}

export const isEmpty = (draft: RecordDraft): boolean =>
  draft.keyCount === 0 &&
  draft.names === 0 &&
  draft.birth === 0 &&
  draft.postcode === 0 &&
  draft.house === 0 &&
  draft.flags === 0;

export function hasKind({ kinds, keyCount }: RecordDraft, kind: string): boolean {
  for (let key = 0; key < keyCount; key++) if (kinds[key] === kind) return true;
  return false;
}

export function hasKey({ keys, keyCount }: RecordDraft, hash: number): boolean {
  for (let key = 0; key < keyCount; key++) if (keys[key] === hash) return true;
  return false;
}

/** Whether a value of this kind identifies a person by itself. Accounts and cards are data about a person, not a key to one. */
export const isPersonalKey = ({ id, key, category }: Detector): boolean =>
  id !== 'birth-date' &&
  id !== 'name' &&
  key !== 'none' &&
  (category === 'contact' || category === 'identity' || id === 'client-number');

/**
 * Adds the value whose normal form was hashed last to the draft; `hash` is its hash under its kind's seed. Names are added by
 * `addName`: their words are wanted, not their normal form.
 */
export function addValue(draft: RecordDraft, detector: Detector, hash: number, session: number): void {
  draft.flags |= flagOf(detector);
  switch (detector.id) {
    case 'birth-date':
      draft.birth ||= birthHash(normalForm.units, session);
      return;
    case 'uk-postcode':
    case 'postal-code':
      draft.postcode ||= hash;
      return;
    case 'address':
      if (draft.house === 0) draft.house = hashedHouseNumber(session);
      return;
    case 'email':
      if (mayBeRoleMailbox() && isRoleMailbox(normalText())) return;
      addDomains(draft, session);
      draft.email ||= hash;
      draft.emailSum ||= addressSum(normalForm.units, normalForm.length, session);
      break;
    case 'phone':
      if (isServiceNumber()) return;
      draft.phones++;
      draft.phoneSum ||= numberSum(normalForm.units, normalForm.length, session);
      break;
  }
  if (!isPersonalKey(detector) || hasKey(draft, hash)) return;
  draft.keys[draft.keyCount] = hash;
  draft.kinds[draft.keyCount++] = detector.id;
}

/** Adds a name as it stands at `from`..`end` of a text. */
export function addName(draft: RecordDraft, text: string, from: number, end: number, session: number): void {
  draft.names++;
  draft.wordCount = addNameWords(draft.words, draft.wordCount, text, from, end, session);
}

/** Hash of the first number of an address in lower case, with its letter; 0 where there is none. */
function hashedHouseNumber(session: number): number {
  const { units, length } = normalForm;
  let end = 0;
  while (end < length && isDigit(units[end]!)) end++;
  // Mostly it comes first: "12 high street".
  if (end > 0 && end < length && units[end] === 32) return hashUnits(units, 0, end, session);
  const number = /\b\d+[a-z]?\b/i.exec(normalText());
  return number ? hashUnits(units, number.index, number.index + number[0].length, session) : 0;
}

function flagOf(detector: Detector): number {
  switch (detector.category) {
    case 'special':
      return flag.special | flag.beyondContact;
    case 'criminal':
      return flag.criminal | flag.beyondContact;
    case 'financial':
      return flag.financial | flag.beyondContact;
    case 'identity':
      if (detector.id === 'birth-date') return flag.beyondContact | (isChild() ? flag.child : 0);
      if (detector.id === 'uk-upn') return flag.identityDocument | flag.child | flag.beyondContact;
      return detector.key === 'none' || detector.id === 'client-number'
        ? 0
        : flag.identityDocument | flag.beyondContact;
    default:
      if (detector.id === 'birth-date') return flag.beyondContact | (isChild() ? flag.child : 0);
      if (detector.id === 'purchase') return flag.purchase | flag.beyondContact;
      return detector.id === 'client-number' ? flag.beyondContact : 0;
  }
}

/** Whether the birth date written last, year first, is that of somebody under 18 today. */
function isChild(): boolean {
  let year = 0;
  for (let at = 0; at < 4; at++) year = year * 10 + normalForm.units[at]! - 48;
  const age = today().year - year;
  if (age !== 18) return age < 18;
  const month = normalForm.units[5]! * 10 + normalForm.units[6]! - 528;
  const dayOfMonth = normalForm.units[8]! * 10 + normalForm.units[9]! - 528;
  return month * 100 + dayOfMonth > today().monthAndDay;
}

const day = { number: -1, year: 0, monthAndDay: 0 };

/** Today, worked out once a day: there is a birth date in every row of a list. */
function today(): { year: number; monthAndDay: number } {
  const now = Date.now();
  const number = Math.floor(now / 86_400_000);
  if (number !== day.number) {
    const date = new Date(now);
    Object.assign(day, {
      number,
      year: date.getUTCFullYear(),
      monthAndDay: (date.getUTCMonth() + 1) * 100 + date.getUTCDate(),
    });
  }
  return day;
}

/** What makes a draft a record. A bare name is one in a column or under a label, not in prose. */
export interface RecordRule {
  nameAlone: boolean;
  phoneAlone: boolean;
}

export function isRecord(draft: RecordDraft, rule: RecordRule): boolean {
  for (let key = 0; key < draft.keyCount; key++) if (draft.kinds[key] !== 'phone') return true;
  if (draft.phones > 0 && (rule.phoneAlone || draft.names > 0 || draft.birth !== 0)) return true;
  if (draft.names > 0) return rule.nameAlone || draft.birth !== 0 || draft.postcode !== 0 || draft.house !== 0;
  return draft.birth !== 0 && draft.postcode !== 0;
}

/** Adds the domain of the address hashed last, and its parents with at least two labels. */
function addDomains(draft: RecordDraft, session: number): void {
  const { units, length } = normalForm;
  let from = length;
  while (from > 0 && units[from - 1] !== at) from--;
  for (;;) {
    draft.domains[draft.domainCount++] = hashUnits(units, from, length, session);
    const next = unitAfter(units, from, length, dot);
    if (next < 0 || unitAfter(units, next, length, dot) < 0) return;
    from = next;
  }
}

const at = 64;
const dot = 46;

/** One past the first such unit, or -1. */
function unitAfter(units: Uint16Array, from: number, to: number, unit: number): number {
  for (let position = from; position < to; position++) if (units[position] === unit) return position + 1;
  return -1;
}
