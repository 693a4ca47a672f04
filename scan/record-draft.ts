// A record in the making: what has been read about one person so far, and whether it is enough to be one.
import { isDigit } from '../detectors/characters.ts';
import type { Detector } from '../detectors/detector.ts';
import { hashPair, hashText } from './hash.ts';
import { flag, type PersonRecord } from './part-scan.ts';
import type { CountMethod } from './people.ts';
import { nameWords } from './person-name.ts';
import { isRoleMailbox } from './role-mailboxes.ts';

export interface RecordDraft {
  keys: number[];
  kinds: string[];
  /** E-mail addresses, lower case: needed to tell one person's two addresses from two people's. */
  emails: string[];
  names: string[];
  birthDate: string;
  postcode: string;
  houseNumber: string;
  flags: number;
  /** Telephone numbers, for lists of nothing else. */
  phones: number;
}

export const emptyDraft = (): RecordDraft => ({
  keys: [],
  kinds: [],
  emails: [],
  names: [],
  birthDate: '',
  postcode: '',
  houseNumber: '',
  flags: 0,
  phones: 0,
});

/** Makes the draft empty again: a table's rows share one, and records take exact copies. */
export function clearDraft(draft: RecordDraft): void {
  draft.keys.length = 0;
  draft.kinds.length = 0;
  draft.emails.length = 0;
  draft.names.length = 0;
  draft.birthDate = '';
  draft.postcode = '';
  draft.houseNumber = '';
  draft.flags = 0;
  draft.phones = 0;
}

export const isEmpty = (draft: RecordDraft): boolean =>
  draft.keys.length === 0 &&
  draft.names.length === 0 &&
  draft.birthDate === '' &&
  draft.postcode === '' &&
  draft.houseNumber === '' &&
  draft.flags === 0;

/** Whether a value of this kind identifies a person by itself. Accounts and cards are data about a person, not a key to one. */
export const isPersonalKey = ({ id, key, category }: Detector): boolean =>
  id !== 'birth-date' &&
  id !== 'name' &&
  key !== 'none' &&
  (category === 'contact' || category === 'identity' || id === 'client-number');

/** Adds a value to the draft. `hash` is its hash under the session's seed. */
export function addValue(draft: RecordDraft, detector: Detector, normal: string, hash: number): void {
  draft.flags |= flagOf(detector, normal);
  switch (detector.id) {
    case 'name':
      draft.names.push(normal);
      return;
    case 'birth-date':
      draft.birthDate ||= normal;
      return;
    case 'uk-postcode':
      draft.postcode ||= normal;
      return;
    case 'address':
      draft.houseNumber ||= houseNumberIn(normal);
      return;
    case 'email':
      if (isRoleMailbox(normal)) return;
      draft.emails.push(normal);
      break;
    case 'phone':
      draft.phones++;
      break;
  }
  if (!isPersonalKey(detector) || draft.keys.includes(hash)) return;
  draft.keys.push(hash);
  draft.kinds.push(detector.id);
}

/** The first number of an address in lower case, with its letter; empty where there is none. */
function houseNumberIn(address: string): string {
  let end = 0;
  while (end < address.length && isDigit(address.charCodeAt(end))) end++;
  // Mostly it comes first: "12 high street".
  if (end > 0 && address.charCodeAt(end) === 32) return address.slice(0, end);
  return /\b\d+[a-z]?\b/i.exec(address)?.[0].toLowerCase() ?? '';
}

function flagOf(detector: Detector, normal: string): number {
  switch (detector.category) {
    case 'special':
      return flag.special | flag.beyondContact;
    case 'criminal':
      return flag.criminal | flag.beyondContact;
    case 'financial':
      return flag.financial | flag.beyondContact;
    case 'identity':
      if (detector.id === 'birth-date') return flag.beyondContact | (isChild(normal) ? flag.child : 0);
      if (detector.id === 'uk-upn') return flag.identityDocument | flag.child | flag.beyondContact;
      return detector.key === 'none' || detector.id === 'client-number'
        ? 0
        : flag.identityDocument | flag.beyondContact;
    default:
      if (detector.id === 'birth-date') return flag.beyondContact | (isChild(normal) ? flag.child : 0);
      if (detector.id === 'purchase') return flag.purchase | flag.beyondContact;
      return detector.id === 'client-number' ? flag.beyondContact : 0;
  }
}

const oldestChild = new Date().getFullYear() - 18;

/** Under 18 by the calendar year, from a normal form that begins with the year. */
function isChild(birthDate: string): boolean {
  return Number(birthDate.slice(0, 4)) > oldestChild;
}

/** What makes a draft a record. A bare name is one in a column or under a label, not in prose. */
export interface RecordRule {
  nameAlone: boolean;
  phoneAlone: boolean;
}

export function isRecord(draft: RecordDraft, rule: RecordRule): boolean {
  if (draft.kinds.some((kind) => kind !== 'phone')) return true;
  if (draft.phones > 0 && (rule.phoneAlone || draft.names.length > 0 || draft.birthDate !== '')) return true;
  if (draft.names.length > 0) return rule.nameAlone || draft.birthDate !== '' || draft.postcode !== '';
  return draft.birthDate !== '' && draft.postcode !== '';
}

/** The record a draft has become. */
export function finishRecord(draft: RecordDraft, how: CountMethod, group: number, session: number): PersonRecord {
  const name = nameHashes(draft.names, session);
  const birth = draft.birthDate === '' ? 0 : hashText(draft.birthDate, session);
  const firstEmail = draft.kinds.indexOf('email');
  return {
    how,
    group,
    keys: draft.keys.slice(),
    kinds: sharedKinds(draft.kinds),
    email: firstEmail < 0 ? 0 : draft.keys[firstEmail]!,
    domains: domainsOf(draft.emails, session),
    name,
    birth,
    pairs: pairsOf(draft, name, birth, session),
    flags: draft.flags,
  };
}

const none: readonly number[] = [];

let lastKinds: readonly string[] = [];

/** Rows of a table mostly have the same kinds: they share one list of them. */
function sharedKinds(kinds: readonly string[]): readonly string[] {
  if (kinds.length !== lastKinds.length || kinds.some((kind, index) => kind !== lastKinds[index]))
    lastKinds = kinds.slice();
  return lastKinds;
}

const pairTag = { birth: 1, postcode: 2, house: 3, birthPostcode: 4 } as const;

function pairsOf(draft: RecordDraft, name: readonly number[], birth: number, session: number): readonly number[] {
  if (birth === 0 && draft.postcode === '' && draft.houseNumber === '') return none;
  const pairs: number[] = [];
  const postcode = draft.postcode === '' ? 0 : hashText(draft.postcode, session);
  // A single word is too common a name to identify anyone beside a date or a place.
  if (name.length >= 4) {
    let whole = 0;
    for (let word = 0; word < name.length; word += 2) whole = hashPair(whole, name[word]!, 0);
    if (birth) pairs.push(hashPair(whole, birth, pairTag.birth));
    if (postcode) pairs.push(hashPair(whole, postcode, pairTag.postcode));
    if (draft.houseNumber) pairs.push(hashPair(whole, hashText(draft.houseNumber, session), pairTag.house));
  } else if (birth && postcode) pairs.push(hashPair(birth, postcode, pairTag.birthPostcode));
  return pairs;
}

/** Two numbers for each word of a name: the hashed word, and its hashed initial. */
export function nameHashes(names: readonly string[], session: number): readonly number[] {
  if (names.length === 0) return none;
  const words = nameWords(names.length === 1 ? names[0]! : names.join(' '));
  const hashes = new Array<number>(words.length * 2);
  for (let index = 0; index < words.length; index++) {
    hashes[index * 2] = hashText(words[index]!, session);
    hashes[index * 2 + 1] = hashText(words[index]!, session, 0, 1);
  }
  return hashes;
}

/** Hashes of the domains of addresses and of their parents with at least two labels. */
function domainsOf(emails: readonly string[], session: number): readonly number[] {
  if (emails.length === 0) return none;
  const hashes: number[] = [];
  for (const email of emails) {
    let from = email.lastIndexOf('@') + 1;
    for (;;) {
      hashes.push(hashText(email, session, from));
      const dot = email.indexOf('.', from);
      if (dot < 0 || email.indexOf('.', dot + 1) < 0) break;
      from = dot + 1;
    }
  }
  return hashes;
}
