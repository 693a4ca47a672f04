// Reads vCards in a text. https://www.rfc-editor.org/rfc/rfc6350 (folded lines 3.2, property names and parameters 3.3)
import type { Detector } from '../detectors/detector.ts';
import { detectorById } from '../detectors/index.ts';
import type { Collector } from './collector.ts';
import type { Lines } from './lines.ts';
import { addName, addValue, emptyDraft, type RecordDraft } from './record-draft.ts';

/** Whether a card begins on this line. */
export function isCardStart(text: string, lines: Lines, line: number): boolean {
  const start = lines.start[line]!;
  return (text.charCodeAt(start) | 32) === 98 && text.slice(start, start + 11).toUpperCase() === 'BEGIN:VCARD';
}

/** One past the line that ends the card that begins here, or past the last line of the text. */
export function endOfCard(text: string, lines: Lines, line: number): number {
  if (isOneLine(text, lines, line)) return line + 1;
  for (let next = line + 1; next < lines.count; next++)
    if (text.slice(lines.start[next], lines.end[next]).trim().toUpperCase() === 'END:VCARD') return next + 1;
  return lines.count;
}

export function readCard(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const draft = emptyDraft();
  if (to === from + 1) {
    let start = lines.start[from]!;
    const end = lines.end[from]!;
    for (const written of text.slice(start, end).split(property)) {
      const stop = start + written.length;
      readProperty(written, start, draft, collector, (at) => [toPart(at), toPart(stop)]);
      start = stop + 1;
    }
  }
  for (let line = from + 1; line < to; ) {
    let next = line + 1;
    while (next < to && isFolded(text, lines, next)) next++;
    const value = text.slice(lines.start[line], lines.end[next - 1]).replace(/\r?\n[ \t]/g, '');
    readProperty(value, lines.start[line]!, draft, collector, (start) => [toPart(start), toPart(lines.end[next - 1]!)]);
    line = next;
  }
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'vcards', group);
}

/** "BEGIN:VCARD VERSION:3.0 FN:Jane Doe … END:VCARD": line breaks have become blanks. */
const isOneLine = (text: string, lines: Lines, line: number) =>
  text
    .slice(lines.start[line]! + 11, lines.end[line])
    .trimEnd()
    .toUpperCase()
    .endsWith('END:VCARD');

const property =
  /\s(?=(?:N|FN|NICKNAME|TEL|EMAIL|ADR|BDAY|ORG|TITLE|NOTE|URL|UID|REV|END|[A-Z]{1,10};[A-Z]{1,10}=[^:\s]{1,60}):|(?:N|FN|TEL|EMAIL|ADR|BDAY|ORG);)/;

const isFolded = (text: string, lines: Lines, line: number) => /[ \t]/.test(text[lines.start[line]!] ?? '');

function readProperty(
  property: string,
  start: number,
  draft: RecordDraft,
  collector: Collector,
  span: (start: number) => [number, number],
): void {
  const colon = property.indexOf(':');
  if (colon < 0) return;
  const name = property.slice(0, colon).split(';')[0]!.replace(/^.*\./, '').toUpperCase();
  const value = property
    .slice(colon + 1)
    .replace(/\\([,;\\])/g, '$1')
    .trim();
  const take = (detector: Detector | undefined, text: string) => {
    const normal = detector?.read(text);
    if (!detector || normal === undefined) return;
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => span(start + colon + 1));
    if (detector.id === 'name') addName(draft, text, 0, text.length, collector.session);
    else addValue(draft, detector, hash, collector.session);
  };
  switch (name) {
    case 'FN':
      take(detectorById('name'), value);
      return;
    case 'N':
      // The formatted name, where there is one, says the same again.
      if (draft.names === 0) take(detectorById('name'), value.split(';').slice(0, 2).reverse().join(' ').trim());
      return;
    case 'EMAIL':
      take(detectorById('email'), value.replace(/^mailto:/i, ''));
      return;
    case 'TEL':
      take(detectorById('phone'), value.replace(/^tel:/i, ''));
      return;
    case 'BDAY':
      take(detectorById('birth-date'), value.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'));
      return;
    case 'ADR': {
      const [, , street = '', , , postcode = ''] = value.split(';');
      take(detectorById('address'), street);
      take(detectorById('uk-postcode'), postcode);
    }
  }
}
