// Names below or behind words that say whose they are: "Customers" and a name a line, "Our clients are Jane Doe, Bob Roe and …". A name by
// itself says nothing; a list of them that is announced is a list of people.
import { hasGivenName } from '../names/given-names.ts';
import { looksLikeName } from '../names/person-name.ts';
import { vouchForOneAnother } from '../names/vouching.ts';
import type { Collector } from '../people/collector.ts';
import { takeFound, takeWhole } from '../people/into-draft.ts';
import { clearDraft, emptyDraft } from '../people/record-draft.ts';
import { headerMeaning } from '../tables/header-words.ts';
import type { Lines } from '../text/lines.ts';
import { marks } from './postal-lines.ts';

const longestName = 80;
const longestHeading = 60;
/** Fewest names behind a heading of several words. */
const fewestNames = 5;

/** One name, and what else is written there, half-open. */
export interface NameEntry {
  start: number;
  end: number;
}

/** The names of the paragraph `from` ≤ line < `to`, or `undefined` where it is no such list. */
export function nameListAt(text: string, lines: Lines, from: number, to: number): NameEntry[] | undefined {
  if (to - from >= 3 && isWordForPeople(lineAt(text, lines, from).replace(/:$/, ''))) {
    const entries = linesAsEntries(text, lines, from + 1, to);
    const names = entries.filter((entry) => isName(text, entry)).length;
    if (names >= 2 && names * 5 >= entries.length * 4) return entries;
  }
  const above = lineAbove(text, lines, from);
  if (to - from >= fewestNames && above >= 0 && speaksOfPeople(lineAt(text, lines, above))) {
    const entries = linesAsEntries(text, lines, from, to);
    if (areNames(text, entries)) return entries;
  }
  return series(text, lines.start[from]!, lines.end[to - 1]!);
}

/** Reads each entry as a person. */
export function readNameList(
  text: string,
  entries: readonly NameEntry[],
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const group = collector.nextGroup();
  const draft = emptyDraft();
  for (const { start, end } of entries) {
    clearDraft(draft);
    const name = text.slice(start, end).replace(/[,.\s]+$/, '');
    if (looksLikeName(name)) takeWhole(name, start, 'name', draft, collector, toPart);
    takeFound(text, start, end, draft, collector, toPart);
    collector.add(draft, { nameAlone: true, phoneAlone: true }, 'label-blocks', group);
  }
}

const opening = /^[^:;,\n]{3,60}?(?::|\b(?:are|include|were|sind|waren|sont|son|sono|zijn)\b)\s/u;
const parting = /[,;|\n]\s*(?:(?:and|und|et|y|e|en) )?|\s(?:and|und|et|y|en)\s/gu;

/** "Clients: Jane Doe; Bob Roe; …" */
function series(text: string, start: number, end: number): NameEntry[] | undefined {
  const heading = opening.exec(text.slice(start, start + longestHeading + 10))?.[0];
  if (heading === undefined || !speaksOfPeople(heading.trimEnd())) return undefined;
  const entries: NameEntry[] = [];
  let at = start + heading.length;
  const add = (to: number) => {
    if (text.slice(at, to).trim() !== '') entries.push({ start: at, end: to });
  };
  for (const { index, 0: mark } of text.slice(at, end).matchAll(parting)) {
    const to = start + heading.length + index;
    add(to);
    at = to + mark.length;
  }
  add(end);
  return areNames(text, entries) ? entries : undefined;
}

function areNames(text: string, entries: readonly NameEntry[]): boolean {
  const names = entries.filter((entry) => isName(text, entry));
  if (names.length * 5 < entries.length * 4) return false;
  const known = names.filter(({ start, end }) => hasGivenName(text.slice(start, end))).length;
  return vouchForOneAnother(names.length, known, 2 / 5);
}

const isName = (text: string, { start, end }: NameEntry) =>
  end - start <= longestName && looksLikeName(text.slice(start, end).replace(/[.\s]+$/, ''));

function linesAsEntries(text: string, lines: Lines, from: number, to: number): NameEntry[] {
  const entries: NameEntry[] = [];
  for (let line = from; line < to; line++) {
    const start = lines.start[line]!;
    const end = lines.end[line]!;
    entries.push({ start: start + (marks.exec(text.slice(start, end))?.[0].length ?? 0), end });
  }
  return entries;
}

const lineAt = (text: string, lines: Lines, line: number): string =>
  text.slice(lines.start[line], Math.min(lines.end[line]!, lines.start[line]! + longestName + 8)).trim();

/** The line above, one blank line between at most; -1 where there is none. */
function lineAbove(text: string, lines: Lines, line: number): number {
  for (let above = line - 1; above >= Math.max(0, line - 2); above--)
    if (lineAt(text, lines, above) !== '') return above;
  return -1;
}

/** "Customers", "Patients": a word for people and nothing else. */
function isWordForPeople(head: string): boolean {
  return head.length <= 30 && /^\p{L}[\p{L} ]+$/u.test(head) && isOfPeople(head);
}

/** Who meets, works or travels together: minutes name them, and they are nobody's customers by that. */
const together =
  /\b(?:attendees?|delegates?|members?|employees?|guests?|volunteers?|trainees?|learners?|passengers?|travellers?)\b/i;

/** "Here are all my clients:" */
function speaksOfPeople(heading: string): boolean {
  const words = heading.match(/\p{L}+/gu) ?? [];
  return heading.length <= longestHeading && words.length <= 9 && !together.test(heading) && words.some(isOfCustomers);
}

/** Words that say which name of a person it is say nothing of whose names follow: "The last presidents were …". */
const ofNames =
  /^(?:first|last|full|given|family|middle|maiden|fore|surname|second|vorname|nachname|familienname|nom|prenom|prénom|nombre|apellidos?|nome|cognome|(?:voor|achter)naam|imię|nazwisko)s?$/i;

const isOfCustomers = (word: string) => !ofNames.test(word) && isOfPeople(word);

function isOfPeople(written: string): boolean {
  const { isPerson, detectors } = headerMeaning(written.toLowerCase().replace(/(\p{L}{3})s$/u, '$1'));
  return isPerson && detectors.some(({ id }) => id === 'name');
}
