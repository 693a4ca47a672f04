// People in running text. A new person starts with a second, different value of what one person has once, with another name, at a list
// item and at a paragraph.
import type { Detector } from '../../detectors/detector.ts';
import { setNormalForm } from '../../detectors/normal-form.ts';
import { findInText } from '../find/find.ts';
import { isFunctionNumber } from '../find/function-numbers.ts';
import { isBlank } from '../find/labelled-line.ts';
import { goesOnAbout, readWords, stretchAbout } from '../find/person-words.ts';
import { isRoleMailbox } from '../find/role-mailboxes.ts';
import { hasGivenName } from '../names/given-names.ts';
import { lastIndexOfName, nameWords, particles } from '../names/person-name.ts';
import type { Collector } from '../people/collector.ts';
import { flag } from '../people/person-record.ts';
import {
  addName,
  addValue,
  clearDraft,
  emptyDraft,
  hasKey,
  hasKind,
  isEmpty,
  isPersonalKey,
  isRecord,
  type RecordDraft,
} from '../people/record-draft.ts';
import { foldLetters } from '../text/letters.ts';
import type { Lines } from '../text/lines.ts';
import { readBuyers } from './buyers.ts';
import { nameBefore, residentsVouch } from './named-before.ts';

interface Value {
  detector: Detector;
  start: number;
  end: number;
  normal: string;
  hash: number;
}

/** Most telephone numbers of one person in a paragraph. */
const mostNumbers = 4;
const mostAddresses = 4;

/** Reads the lines `from` ≤ line < `to`. Values on lines with a role (thread header, signature) count as data, not as people. */
export function readMentions(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  roles: Uint8Array,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  for (let line = from; line < to; line++) {
    const first = line;
    while (line < to && roles[line] === 0) line++;
    if (line > first) readBuyers(text, lines.start[first]!, lines.end[line - 1]!, collector, toPart);
  }
  const values: Value[] = [];
  findInText(text, lines.start[from]!, lines.end[to - 1]!, (detector, start, end, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(end)]);
    // Logs are full of addresses of connections and devices: they say nothing about anybody.
    if (detector.anchor !== 'network') values.push({ detector, start, end, normal, hash });
  });
  if (values.length === 0) return;
  values.sort((one, other) => one.start - other.start);

  const group = collector.nextGroup();
  let line = from;
  let unit: Value[] = [];
  let unitStart = lines.start[from]!;
  const close = (next: number) => {
    if (unit.length > 0)
      readUnit(text, unit, unitStart, endOfUnit(text, lines, line, to, roles, next), collector, group, toPart);
    unit = [];
  };
  for (const value of values) {
    for (; line < to - 1 && value.start >= lines.start[line + 1]!; line++)
      if (startsUnit(text, lines, line + 1)) {
        close(value.start);
        unitStart = lines.start[line + 1]!;
      }
    if (roles[line] === 0) unit.push(value);
  }
  close(lines.end[to - 1]! + 1);
}

/**
 * Where the paragraph or list item that holds this line ends; a paragraph behind it that goes on about the same person, with no value of its
 * own (the next is at `next`), belongs to it.
 */
function endOfUnit(text: string, lines: Lines, line: number, to: number, roles: Uint8Array, next: number): number {
  line = lastOfUnit(text, lines, line, to, roles);
  let following = line + 1;
  while (following < to && following < line + 4 && isBlank(text, lines, following)) following++;
  if (following === to || !isBlank(text, lines, following - 1) || roles[following] !== 0) return lines.end[line]!;
  if (lines.depth[following] !== lines.depth[line] || !goesOnAbout(text, lines.start[following]!))
    return lines.end[line]!;
  const last = lastOfUnit(text, lines, following, to, roles);
  return lines.end[last]! <= next ? lines.end[last]! : lines.end[line]!;
}

function lastOfUnit(text: string, lines: Lines, line: number, to: number, roles: Uint8Array): number {
  while (line + 1 < to && roles[line + 1] === 0 && !startsUnit(text, lines, line + 1)) line++;
  return line;
}

/** Whether a paragraph or list item begins with this line. */
function startsUnit(text: string, lines: Lines, line: number): boolean {
  if (isBlank(text, lines, line - 1) || lines.depth[line] !== lines.depth[line - 1]) return true;
  const length = lines.end[line - 1]! - lines.start[line - 1]!;
  if (length > 100) return true;
  const item = /^([ \t]*)(?:[-*•·‣–]|\(?\d{1,4}[.)]|\(?[a-z][.)])[ \t]/.exec(
    text.slice(lines.start[line]!, lines.start[line]! + 24),
  );
  return item !== null && item[1]!.length < 2;
}

/** Reads the values of one paragraph or list item. */
function readUnit(
  text: string,
  unit: readonly Value[],
  unitStart: number,
  unitEnd: number,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  // Three and more numbers with nothing else are a list of numbers, not one person's.
  const isNumberList =
    unit.length > 2 &&
    unit.every(({ detector }) => detector.id === 'phone') &&
    !/\p{Lu}\p{Ll}/u.test(text.slice(unit[0]!.end, unit.at(-1)!.start));
  // Nobody has that many numbers: each of them is somebody else's, whatever else stands there.
  const numbers = new Set(unit.flatMap(({ detector, hash }) => (detector.id === 'phone' ? [hash] : [])));
  const isOneEach = numbers.size > mostNumbers;
  const isVouched = residentsVouch(text, unit, unitStart);
  if (unit.every(({ detector, start }) => detector.id === 'phone' && isFunctionNumber(text, unitStart, start))) return;
  const person: Person = { draft: emptyDraft(), name: undefined, emails: [] };
  const { draft } = person;
  let before = unitStart;
  /** Where the last telephone number ends. */
  let numberEnd = unitStart;
  // Where the stretch begins that is about the person at hand.
  let stretch = unitStart;
  let first = unit[0]!.start;
  const add = (end: number) => {
    // An account beside a person's name is that person's.
    const rule = { nameAlone: (draft.flags & flag.financial) !== 0, phoneAlone: true };
    if (!isRecord(draft, rule)) return;
    const about: [number, number] | undefined = isKnownByMore(draft)
      ? [stretch, end]
      : stretchAbout(text, stretch, end, first, before, person.name !== undefined);
    if (about) readWords(text, about[0], about[1], true, collector, draft, toPart);
    collector.add(draft, rule, 'mentions', group);
    stretch = end;
  };
  for (const value of unit) {
    const name = nameBefore(text, before, value, isVouched);
    const isNext =
      isOneEach &&
      value.detector.id === 'phone' &&
      hasKind(draft, 'phone') &&
      !hasKey(draft, value.hash) &&
      isAnothers(text, person, numberEnd, value.start, name);
    if (!isEmpty(draft) && (isNumberList || isNext || beginsPerson(person, value, name))) {
      add(startOfPerson(text, before, value.start, name));
      clearDraft(draft);
      first = value.start;
      person.name = undefined;
      person.emails = [];
    }
    if (name !== undefined && person.name === undefined) {
      person.name = name;
      addName(draft, name, 0, name.length, collector.session);
    }
    setNormalForm(value.normal);
    addValue(draft, value.detector, value.hash, collector.session);
    if (value.detector.id === 'email' && !isRoleMailbox(value.normal)) person.emails.push(value.normal);
    before = value.end;
    if (value.detector.id === 'phone') numberEnd = value.end;
  }
  add(unitEnd);
}

/** Whether a further number of a paragraph with many is another's: of somebody named, or on a line of its own; "Jane Doe on 07… or 020…" is not. */
function isAnothers(text: string, person: Person, numberEnd: number, start: number, name: string | undefined): boolean {
  if (name !== undefined || person.name === undefined || person.draft.phones >= mostNumbers) return true;
  return /\n.*\p{L}{3}/su.test(text.slice(numberEnd, start));
}

/** Whether there is more than an address or a number to write to. */
function isKnownByMore({ birth, kinds, keyCount }: RecordDraft): boolean {
  if (birth !== 0) return true;
  for (let key = 0; key < keyCount; key++) if (kinds[key] !== 'phone' && kinds[key] !== 'email') return true;
  return false;
}

/** Where what is said of a person begins: at the name, else behind the last stop before the value. */
function startOfPerson(text: string, from: number, value: number, name: string | undefined): number {
  const named = name === undefined ? -1 : lastIndexOfName(text, name, from, value);
  if (named >= from) return named;
  let at = value;
  while (at > from && !isStop(text.charCodeAt(at - 1))) at--;
  return at === from ? value : at;
}

/** Line feed, `! . ; ?` */
const isStop = (unit: number) => unit === 10 || unit === 33 || unit === 46 || unit === 59 || unit === 63;

/** Whom the values are about: needed as text to tell one person's two addresses from two people's. */
interface Person {
  draft: RecordDraft;
  name: string | undefined;
  emails: string[];
}

function beginsPerson({ draft, name, emails }: Person, { detector, normal, hash }: Value, next?: string): boolean {
  if (detector.id === 'birth-date') return draft.birth !== 0 && draft.birth !== hash;
  if (next !== undefined && name !== undefined && !mayBeSame(name, next)) return true;
  if (!isPersonalKey(detector) || !hasKind(draft, detector.id) || hasKey(draft, hash)) return false;
  if (detector.key === 'single') return true;
  if (detector.id === 'email' && emails.length === mostAddresses) return true;
  return (
    detector.id === 'email' && !isRoleMailbox(normal) && !emails.some((email) => isSamePerson(email, normal, name))
  );
}

/**
 * Whether two names may be one person's: two words are in both, or all of one in the other, or one and the other has no given name.
 * "Jane Doe" and "Bob Doe" are two people, "Jane Doe" and "Doe Consulting" one.
 */
function mayBeSame(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const shared = others.filter((word) => words.includes(word)).length;
  return shared > 1 || (shared === 1 && (Math.min(words.length, others.length) === 1 || !hasGivenName(other)));
}

const wordsOf = (name: string) => nameWords(name).filter((word) => word.length > 1 && !particles.has(word));

/**
 * Two addresses of one person: at different hosts, with all words of three letters or more of one in the other, or both made from the
 * name at hand. * At one host they are two mailboxes of two people: john.smith@ and mary.smith@, client1@ and client2@.
 */
function isSamePerson(one: string, other: string, name: string | undefined): boolean {
  if (hostOf(one) === hostOf(other)) return false;
  const parts = localParts(one);
  const others = localParts(other);
  if (others.some((part) => parts.includes(part)))
    return others.every((part) => parts.includes(part)) || parts.every((part) => others.includes(part));
  const words = name === undefined ? [] : nameWords(name).filter((word) => word.length > 2);
  const isMade = (email: string) =>
    words.some((word) => foldLetters(email.slice(0, email.indexOf('@'))).includes(word));
  return words.length > 0 && isMade(one) && isMade(other);
}

const hostOf = (email: string) => email.slice(email.lastIndexOf('@'));

const localParts = (email: string) =>
  email
    .slice(0, email.indexOf('@'))
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2);
