// People on one line each, with where they live or how to call them: "Mary Jones, 4 Weir Court, Leeds LS1 4QT", "Mary Jones - 07700 900123", in a
// list or by themselves. Postal lines:
// https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { namesStreet } from '../../detectors/address.ts';
import { readWords } from '../find/person-words.ts';
import { isTelephone } from '../find/telephone-form.ts';
import { lastNameIn, looksLikeName } from '../names/person-name.ts';
import { vouchForOneAnother } from '../names/vouching.ts';
import type { Collector } from '../people/collector.ts';
import { takeFound, takeWhole } from '../people/into-draft.ts';
import { emptyDraft } from '../people/record-draft.ts';
import { areBirths } from '../tables/told-by-names.ts';
import type { Lines } from '../text/lines.ts';
import { areBranches, isPersonLine, isStreet, isTown, marks, mayBeAddress } from './postal-lines.ts';

const longestLine = 200;
const between = /[,;:\t：，；]\s*|\s(?:[-–—|/¦·•~=>»]|[-=]>|::)\s|\s?(?:\.{3,}|_{3,})\s?|\s{2,}/u;
const number = /\s(?:\(|\+?\d)/;
/** When somebody is seen or called: "09:30 Mary Jones (03/04/1951)". */
const time = /^\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[-–] ?\d{1,2}[:.]\d\d)?[ \t]{1,4}(?=\p{L})/iu;
const numberFirst = /^([+(]?\d[\d ().-]{5,20}\d)(?:\s?[-–—,;:|]\s?|\s{1,4})(?=[\p{Lu}\p{Lo}])/u;
const startsWithNumber = /^[+(]?\d/;
/** A number with something behind it that is none of it: a day, a word. */
const leading = /^[+(]?\d[\d ().-]{5,20}?\d(?= {1,3}(?:\(?\p{L}|\d{1,4}[./-]\d{1,2}[./-]\d))/u;
const day = /^\(?(\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\d./-])/;
/** A number that ends a piece, in brackets or not. */
const trailing = /(?:^|[\s(])([+(]?\d[\d ().-]{5,20}\d)\)?$/;
const birth = /^\(?(?:born|dob|d\.o\.b|b\.|geb(?:oren)?|née?|nacid[oa]|nat[oa])\b.*\d/i;

export interface AddressLine {
  line: number;
  name: string;
  hasAddress: boolean;
  /** Street and house number; empty where something else tells. */
  street: string;
  /** The telephone number; empty where there is none. */
  phone: string;
  /** A date, which in such lists may be a day of birth; empty where there is none, or where more is known. */
  day: string;
  /** Whether the name is a person's by itself: by a title or a given name that is known. */
  isKnown: boolean;
}

/** The lines of a paragraph that name a person and where they live, how to call them or when they were born. */
export function addressLines(text: string, lines: Lines, from: number, to: number): AddressLine[] {
  const all: AddressLine[] = [];
  for (let line = from; line < to; line++) {
    const one = addressLineAt(text, lines, line);
    if (one) all.push(one);
  }
  const days = all.flatMap((one) => (one.day === '' ? [] : [one.day]));
  const found = days.length === 0 || areBirths(days) ? all : all.filter((one) => one.day === '');
  if (areBranches(found.map(({ name }) => name))) return [];
  const known = found.filter(({ isKnown }) => isKnown);
  if (vouchForOneAnother(found.length, known.length, 1 / 10)) return found;
  // One line alone with a number is a mention like any other, and what follows may be about the same person.
  return known.filter(({ hasAddress }) => hasAddress);
}

function addressLineAt(text: string, lines: Lines, line: number): AddressLine | undefined {
  const length = lines.end[line]! - lines.start[line]!;
  if (length < 15 || length > longestLine) return undefined;
  const whole = text.slice(lines.start[line], lines.end[line]).replace(marks, '').replace(time, '').trim();
  const ahead = startsWithNumber.test(whole) ? numberFirst.exec(whole) : null;
  const isAhead = ahead !== null && isTelephone(ahead[1]!);
  const written = isAhead ? whole.slice(ahead[0].length) : whole;
  if (!/\d/.test(whole)) return undefined;
  // The name is looked at first: of most lines that is all there is to do.
  const { name, end: first } =
    isAhead && nameEnd(written) < 0 ? { name: written, end: written.length } : nameIn(written);
  const isKnown = name !== '' && isPersonLine(name);
  if (name === '' || !(isKnown || looksLikeName(name))) return undefined;
  const rest = written
    .slice(first)
    .split(between)
    .map(withoutStop)
    .filter((piece) => piece !== '');
  if (rest.some((piece) => isAnother(piece, name))) return undefined;
  const street = rest.find(isStreet) ?? '';
  const hasTown = rest.some(isTown);
  const hasAddress = (street !== '' && (hasTown || namesStreet(street))) || (hasTown && rest.length > 2);
  const phone = isAhead ? ahead[1]! : (rest.map(telephoneIn).find((piece) => piece !== '') ?? '');
  const isTold = hasAddress || phone !== '' || rest.some((piece) => birth.test(piece)) || mayBeAddress(rest);
  const date = isTold ? '' : (rest.map((piece) => day.exec(piece)?.[1]).find((piece) => piece !== undefined) ?? '');
  if (!isTold && date === '') return undefined;
  return { line, name, hasAddress, street: hasAddress ? street : '', phone, day: date, isKnown };
}

/** Whether a piece is of somebody else: "Jane Doe 07700 900123 / Bob Roe 07700 900124". */
function isAnother(piece: string, name: string): boolean {
  if (telephoneIn(piece) === '') return false;
  const other = lastNameIn(piece, 0, piece.length);
  return other !== undefined && other !== name;
}

/** The telephone number that a piece is, begins or ends with. */
function telephoneIn(piece: string): string {
  if (isTelephone(piece)) return piece;
  const found = leading.exec(piece)?.[0] ?? trailing.exec(piece)?.[1] ?? '';
  return isTelephone(found) ? found : '';
}

/** The name at the beginning or, where none is, the one before a number or an address, and where it ends. Empty where there is none. */
function nameIn(written: string): { name: string; end: number } {
  // No name begins with a digit, and every line of a log does.
  if (!startsWithNumber.test(written)) {
    const end = nameEnd(written);
    const name = end > 0 ? withoutStop(written.slice(0, end)) : '';
    if (name !== '' && (isPersonLine(name) || looksLikeName(name))) return { name, end };
    const turned = surnameFirst.exec(written);
    if (turned && looksLikeName(`${turned[2]} ${turned[1]}`)) return { name: turned[0], end: turned[0].length };
  }
  return twoCapitals.test(written) ? nameWithin(written) : { name: '', end: -1 };
}

/** "Jones, Mary Ann (member 4711)" */
const surnameFirst =
  /^(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?), (\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?)(?=\s?(?:[(,;:|–-]|\.{3}|_{3}))/u;
/** Two words that may be a name; a look that costs little, and that most lines of a log do not pass. */
const twoCapitals =
  /[A-Z\u00c0-\u00de\u0370-\u2fff][^\s\d,;:|]+ [A-Z\u00c0-\u00de\u0370-\uffff]|[\u3040-\ud7ff] ?[\u3040-\ud7ff]/;
const cut = new RegExp(`${between.source}|${number.source}`, 'gu');
const mostPieces = 12;

/** "Offer 4711 for Mary Jones, 4 Weir Court…", "Called Mary Jones (07700 900123)": the name at the end of a piece, the last before a number. */
function nameWithin(written: string): { name: string; end: number } {
  let found = { name: '', end: -1 };
  let at = 0;
  let pieces = 0;
  for (const { index, 0: mark } of written.matchAll(cut)) {
    if (pieces++ === mostPieces) break;
    const piece = written.slice(at, index);
    if (found.name !== '' && telephoneIn(piece.trim()) !== '') break;
    const name = lastNameIn(piece, 0, piece.length);
    if (name !== undefined && piece.endsWith(name)) found = { name, end: index };
    at = /\d$/.test(mark) ? index + 1 : index + mark.length;
  }
  return found;
}

/** Where a name at the beginning ends: at a mark between pieces, or before a number; -1 where neither follows. */
function nameEnd(written: string): number {
  const mark = written.search(between);
  const digit = written.search(number);
  return digit >= 0 && (mark < 0 || digit < mark) ? digit : mark;
}

const withoutStop = (piece: string) => piece.trim().replace(/\.$/, '');

/** Reads one such line as a person. */
export function readAddressLine(
  text: string,
  lines: Lines,
  { line, name, street, phone, day }: AddressLine,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const draft = emptyDraft();
  const start = lines.start[line]!;
  takeWhole(name, text.indexOf(name, start), 'name', draft, collector, toPart);
  takeWhole(street, text.indexOf(street, start), 'address', draft, collector, toPart);
  takeFound(text, start, lines.end[line]!, draft, collector, toPart);
  // Few numbers of other countries are told by themselves.
  if (draft.phones === 0) takeWhole(phone, text.indexOf(phone, start), 'phone', draft, collector, toPart);
  if (draft.birth === 0) takeWhole(day, text.indexOf(day, start), 'birth-date', draft, collector, toPart);
  readWords(text, start, lines.end[line]!, true, collector, draft, toPart);
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'mentions', group);
}
