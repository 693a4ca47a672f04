// People on one line each, with where they live or how to call them: "Mary Jones, 4 Weir Court, Leeds LS1 4QT", "Mary Jones - 07700 900123", in a
// list or by themselves. Postal lines:
// https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { namesStreet } from '../detectors/address.ts';
import type { Collector } from './collector.ts';
import { takeFound, takeWhole } from './into-draft.ts';
import type { Lines } from './lines.ts';
import { looksLikeName } from './person-name.ts';
import { readWords } from './person-words.ts';
import { isPersonLine, isStreet, isTown, marks, vouchForOneAnother } from './postal-lines.ts';
import { emptyDraft } from './record-draft.ts';
import { isTelephone } from './telephone-form.ts';

const longestLine = 200;
const between = /[,;:\t：，；]\s*|\s[-–—|/]\s/u;
const number = /\s(?:\(|\+?\d)/;
const birth = /^\(?(?:born|dob|d\.o\.b|b\.|geb(?:oren)?|née?|nacid[oa]|nat[oa])\b.*\d/i;

export interface AddressLine {
  line: number;
  name: string;
  hasAddress: boolean;
  /** Street and house number; empty where something else tells. */
  street: string;
  /** The telephone number; empty where there is none. */
  phone: string;
  /** Whether the name is a person's by itself: by a title or a given name that is known. */
  isKnown: boolean;
}

/** The lines of a paragraph that name a person and where they live, how to call them or when they were born. */
export function addressLines(text: string, lines: Lines, from: number, to: number): AddressLine[] {
  const found: AddressLine[] = [];
  for (let line = from; line < to; line++) {
    const one = addressLineAt(text, lines, line);
    if (one) found.push(one);
  }
  const known = found.filter(({ isKnown }) => isKnown);
  if (vouchForOneAnother(found.length, known.length)) return found;
  // One line alone with a number is a mention like any other, and what follows may be about the same person.
  return known.filter(({ hasAddress }) => hasAddress);
}

function addressLineAt(text: string, lines: Lines, line: number): AddressLine | undefined {
  const length = lines.end[line]! - lines.start[line]!;
  if (length < 15 || length > longestLine) return undefined;
  const written = text.slice(lines.start[line], lines.end[line]).replace(marks, '').trim();
  // The name is looked at first: of most lines that is all there is to do.
  const first = nameEnd(written);
  const name = withoutStop(written.slice(0, first));
  const isKnown = first > 0 && isPersonLine(name);
  if (first <= 0 || !(isKnown || looksLikeName(name)) || !/\d/.test(written)) return undefined;
  const rest = written
    .slice(first)
    .split(between)
    .map(withoutStop)
    .filter((piece) => piece !== '');
  const street = rest.find(isStreet) ?? '';
  const hasTown = rest.some(isTown);
  const hasAddress = (street !== '' && (hasTown || namesStreet(street))) || (hasTown && rest.length > 2);
  const phone = rest.find(isTelephone) ?? '';
  return hasAddress || phone !== '' || rest.some((piece) => birth.test(piece))
    ? { line, name, hasAddress, street: hasAddress ? street : '', phone, isKnown }
    : undefined;
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
  { line, name, street, phone }: AddressLine,
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
  readWords(text, start, lines.end[line]!, true, collector, draft, toPart);
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'mentions', group);
}
