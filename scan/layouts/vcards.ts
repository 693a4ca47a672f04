// Reads vCards in a text. https://www.rfc-editor.org/rfc/rfc6350 (folded lines 3.2, property names and parameters 3.3)
import type { Detector } from '../../detectors/detector.ts';
import { detectorById } from '../../detectors/index.ts';
import type { Collector } from '../people/collector.ts';
import { addName, addValue, emptyDraft, type RecordDraft } from '../people/record-draft.ts';
import type { Lines } from '../text/lines.ts';

/** Whether a card begins on this line. */
export function isCardStart(text: string, lines: Lines, line: number): boolean {
  const start = lines.start[line]!;
  return (text.charCodeAt(start) | 32) === 98 && text.slice(start, start + 11).toUpperCase() === 'BEGIN:VCARD';
}

const begin = 'BEGIN:VCARD';
const end = 'END:VCARD';

/** One past the last line of the cards that begin here: where one has no end, before the next blank line or the next card. */
export function endOfCards(text: string, lines: Lines, line: number): number {
  let blank: number | undefined;
  for (let next = line; next < lines.count; next++) {
    const written = text.slice(lines.start[next], lines.end[next]).toUpperCase();
    const begins = written.indexOf(begin);
    const ends = written.indexOf(end);
    if (next > line && begins >= 0 && (ends < 0 || begins < ends)) return blank ?? next;
    if (written.lastIndexOf(end) > written.lastIndexOf(begin)) return next + 1;
    if (written.trim() === '') blank ??= next;
  }
  return blank ?? lines.count;
}

export function readCards(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  let draft: RecordDraft | undefined;
  const close = () => {
    if (draft) collector.add(draft, { nameAlone: true, phoneAlone: true }, 'vcards', group);
    draft = undefined;
  };
  for (const { written, start, stop } of propertiesIn(text, lines, from, to)) {
    if (edge.test(written)) close();
    if (isBegin.test(written)) draft = emptyDraft();
    else if (draft) readProperty(written, start, draft, collector, (at) => [toPart(at), toPart(stop)]);
  }
  close();
}

const isBegin = /^BEGIN:VCARD/i;
const edge = /^(?:BEGIN|END):VCARD/i;

interface Property {
  written: string;
  start: number;
  stop: number;
}

/** "BEGIN:VCARD VERSION:3.0 FN:Jane Doe … END:VCARD": line breaks have become blanks, and new ones may stand anywhere. */
const runOn = /(?:BEGIN|END):VCARD[^\S\r\n]+\S/i;
const anyProperty =
  '(?:[a-z\\d-]{1,20}\\.)?(?:[a-z][a-z-]{0,30}(?:;[^:\\s]{0,200})?:|(?:N|FN|TEL|EMAIL|ADR|BDAY|ORG);)';
const beforeProperty = new RegExp(`\\s(?=${anyProperty})`, 'i');
const isProperty = new RegExp(`^${anyProperty}`, 'i');

function propertiesIn(text: string, lines: Lines, from: number, to: number): Property[] {
  const isRunOn = runOn.test(text.slice(lines.start[from], lines.end[to - 1]));
  const found: Property[] = [];
  for (let line = from; line < to; ) {
    let next = line + 1;
    while (next < to && isFolded(text, lines, next)) next++;
    const whole = text.slice(lines.start[line], lines.end[next - 1]).replace(/\r?\n[ \t]/g, '');
    let start = lines.start[line]!;
    if (!isRunOn) found.push({ written: whole, start, stop: lines.end[next - 1]! });
    else
      for (const written of whole.split(beforeProperty)) {
        const last = found.at(-1);
        const stop = start + written.length;
        if (!last || isProperty.test(written)) found.push({ written, start, stop });
        else {
          last.written += ` ${written}`;
          last.stop = stop;
        }
        start = stop + 1;
      }
    line = next;
  }
  return found;
}

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
