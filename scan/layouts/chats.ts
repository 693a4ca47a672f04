// Exported conversations: a line a message, with its time and who wrote it. Everyone who wrote is a person, with what they wrote about
// themselves. `[12/03/2024, 10:15:02] Jane Doe: …`, `12/03/2024, 10:15 - +44 7700 900123: …`, as messengers export them.

import { hasGivenName } from '../names/given-names.ts';
import { looksLikeName } from '../names/person-name.ts';
import type { Collector } from '../people/collector.ts';
import { takeFound } from '../people/into-draft.ts';
import { addName, emptyDraft, type RecordDraft } from '../people/record-draft.ts';
import type { Lines } from '../text/lines.ts';

const message =
  /^[\u200e ]?\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?\]?(?: -)? ([\p{Lu}\p{Lo}][^:\n]{1,50}|\+[1-9](?:[\u00a0 ()-]{0,3}\d){8,14}): /iu;

const fewestMessages = 2;
/** Fewest lines without a message that end a conversation. */
const longestGap = 12;
/** Which part of the messages must be of people whose given names are known: most are on no list. */
const vouching = 1 / 10;

/**
 * Finds conversations, asked for line by line in order: one past the last line of the one that begins at a line, the line itself where none
 * does. A run of messages is gone through once, and those that are behind are taken off: in a log, every line may look like one.
 */
export function createChatFinder(text: string, lines: Lines): (line: number) => number {
  let messages = 0;
  let known = 0;
  // The lines of the run that are counted.
  let from = 0;
  let end = 0;
  const count = (line: number, by: 1 | -1): boolean => {
    const writer = writerOf(text, lines, line);
    if (writer === undefined) return false;
    messages += by;
    if (writer.startsWith('+') || hasGivenName(writer)) known += by;
    return true;
  };
  return (line) => {
    if (writerOf(text, lines, line) === undefined) return line;
    if (line >= end) {
      messages = 0;
      known = 0;
      from = line;
      let last = line;
      for (let next = line; next < lines.count && next - last < longestGap; next++) if (count(next, 1)) last = next;
      end = last + 1;
    }
    for (; from < line; from++) count(from, -1);
    return messages >= fewestMessages && known >= messages * vouching ? end : line;
  };
}

/** Who wrote the message on this line, if it is one. */
function writerOf(text: string, lines: Lines, line: number): string | undefined {
  const start = lines.start[line]!;
  const first = text.charCodeAt(start);
  if (first !== 91 && first !== 0x200e && (first < 48 || first > 57)) return undefined;
  const name = message.exec(text.slice(start, Math.min(lines.end[line]!, start + 90)))?.[1]?.trim();
  return name !== undefined && (name.startsWith('+') || looksLikeName(name)) ? name : undefined;
}

export function readChat(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const writers = new Map<string, RecordDraft>();
  let draft = emptyDraft();
  for (let line = from; line < to; line++) {
    const writer = writerOf(text, lines, line);
    if (writer !== undefined) {
      const known = writers.get(writer);
      draft = known ?? emptyDraft();
      if (!known) {
        if (!writer.startsWith('+')) addName(draft, writer, 0, writer.length, collector.session);
        writers.set(writer, draft);
      }
    }
    takeFound(text, lines.start[line]!, lines.end[line]!, draft, collector, toPart);
  }
  const group = collector.nextGroup();
  for (const each of writers.values()) collector.add(each, { nameAlone: true, phoneAlone: true }, 'mentions', group);
}
