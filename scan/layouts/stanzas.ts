// Address labels: paragraphs of short lines in which a person's name stands first. Postal lines: https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions

import { isTelephone } from '../find/telephone-form.ts';
import { looksLikeName } from '../names/person-name.ts';
import { vouchForOneAnother } from '../names/vouching.ts';
import type { Collector } from '../people/collector.ts';
import { takeFound, takeWhole } from '../people/into-draft.ts';
import { emptyDraft, type RecordDraft } from '../people/record-draft.ts';
import type { Lines } from '../text/lines.ts';
import { areBranches, isPersonLine, isPostalCode, isStreet, isTown, marks, mayBeAddress } from './postal-lines.ts';

const longestLine = 80;
const mostLines = 8;

const isMailAddress = (line: string) => /^\S{1,64}@\S{3,60}$/.test(line);

const lineAt = (text: string, lines: Lines, line: number): string =>
  text.slice(lines.start[line], Math.min(lines.end[line]!, lines.start[line]! + longestLine + 8)).trim();

/** Most lines above an address in one paragraph: "Invoice 4711", "Bill to:". */
const mostAbove = 2;

/** The line of a paragraph at which an address would begin: below "Bill to:", where something ends like that. */
export function startOfStanza(text: string, lines: Lines, from: number, to: number): number {
  for (let line = Math.min(from + mostAbove, to - 2) - 1; line >= from; line--)
    if (text.charCodeAt(lines.end[line]! - 1) === colon) return line + 1;
  return from;
}

const colon = 58;

/**
 * Whether the paragraph is an address with a person's name over it: `known` by a title or a given name, `alike` where it only looks
 * like a name, so that others like it have to vouch for it.
 */
export function stanzaAt(text: string, lines: Lines, from: number, to: number): 'known' | 'alike' | undefined {
  if (to - from < 2 || to - from > mostLines) return undefined;
  const name = lineAt(text, lines, from);
  const isKnown = isPersonLine(name);
  if (!isKnown && !looksLikeName(name)) return undefined;
  let hasStreet = false;
  let hasTown = false;
  let hasCode = false;
  let hasContact = false;
  const pieces: string[] = [];
  for (let line = from + 1; line < to; line++) {
    const here = lineAt(text, lines, line);
    if (here.length > longestLine) return undefined;
    hasContact ||= isTelephone(here) || isMailAddress(here);
    const parts = here.split(/, +/);
    pieces.push(...parts);
    for (const piece of [here, ...parts]) {
      hasStreet ||= isStreet(piece);
      hasTown ||= isTown(piece);
      hasCode ||= isPostalCode(piece);
    }
  }
  const isAddress = hasTown || (hasStreet && (hasCode || to - from > 2));
  if (isAddress) return isKnown ? 'known' : 'alike';
  // A name over a number may be anybody's signature: only a list of them is one.
  return hasContact || mayBeAddress(pieces) ? 'alike' : undefined;
}

/** Whether the addresses between two lines vouch for one another, or are those of one firm. */
export function stanzasVouch(text: string, lines: Lines, from: number, to: number): 'people' | 'firm' | undefined {
  const names: string[] = [];
  let known = 0;
  for (let line = from; line < to; ) {
    let next = line;
    while (next < to && lines.end[next]! > lines.start[next]! && next - line <= mostLines + mostAbove) next++;
    const first = startOfStanza(text, lines, line, next);
    const stanza = stanzaAt(text, lines, first, next);
    if (stanza) names.push(lineAt(text, lines, first));
    if (stanza !== undefined && isPersonLine(lineAt(text, lines, first))) known++;
    line = Math.max(next, line + 1);
  }
  if (areBranches(names)) return 'firm';
  return vouchForOneAnother(names.length, known, 1 / 10) ? 'people' : undefined;
}

/** Reads the paragraph as one person. */
export function readStanza(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const draft = emptyDraft();
  take(text, lines, from, 'name', draft, collector, toPart);
  for (let line = from + 1; line < to; line++)
    if (isStreet(lineAt(text, lines, line))) take(text, lines, line, 'address', draft, collector, toPart);
  takeFound(text, lines.start[from]!, lines.end[to - 1]!, draft, collector, toPart);
  // Few numbers of other countries are told by themselves.
  for (let line = from + 1; line < to && draft.phones === 0; line++)
    if (isTelephone(lineAt(text, lines, line))) take(text, lines, line, 'phone', draft, collector, toPart);
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'label-blocks', group);
}

/** Takes the whole line. */
function take(
  text: string,
  lines: Lines,
  line: number,
  kind: 'name' | 'address' | 'phone',
  draft: RecordDraft,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const written = text.slice(lines.start[line], lines.end[line]);
  const value = written.replace(marks, '').replace(/[,\s]+$/, '');
  takeWhole(value, lines.start[line]! + written.indexOf(value), kind, draft, collector, toPart);
}
