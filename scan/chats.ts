// Exported conversations: a line a message, with its time and who wrote it. Everyone who wrote is a person, with what they wrote about
// themselves. `[12/03/2024, 10:15:02] Jane Doe: …`, `12/03/2024, 10:15 - +44 7700 900123: …`, as messengers export them.
import type { Collector } from './collector.ts';
import { hasGivenName } from './given-names.ts';
import { takeFound } from './into-draft.ts';
import type { Lines } from './lines.ts';
import { looksLikeName } from './person-name.ts';
import { addName, emptyDraft, type RecordDraft } from './record-draft.ts';

const message =
  /^[\u200e ]?\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?\]?(?: -)? ([\p{Lu}\p{Lo}][^:\n]{1,50}|\+\d[\d\u00a0 ()-]{7,20}): /iu;

const fewestMessages = 2;
/** Which part of the messages must be of people whose given names are known: most are on no list. */
const vouching = 1 / 10;

/** One past the last line of the conversation that begins here; `line` where none does. */
export function endOfChat(text: string, lines: Lines, line: number): number {
  if (!writerOf(text, lines, line)) return line;
  let messages = 0;
  let known = 0;
  let next = line;
  let last = line;
  for (; next < lines.count && next - last < 12; next++) {
    const writer = writerOf(text, lines, next);
    if (writer === undefined) continue;
    messages++;
    if (writer.startsWith('+') || hasGivenName(writer)) known++;
    last = next;
  }
  return messages >= fewestMessages && known >= messages * vouching ? last + 1 : line;
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
