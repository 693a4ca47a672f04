// People on one line each, with where they live: "Mary Jones, 4 Weir Court, Leeds LS1 4QT", in a list or by themselves. Postal lines:
// https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { namesStreet } from '../detectors/address.ts';
import type { Collector } from './collector.ts';
import { takeFound, takeWhole } from './into-draft.ts';
import type { Lines } from './lines.ts';
import { isPersonLine, isStreet, isTown, marks } from './postal-lines.ts';
import { emptyDraft } from './record-draft.ts';

const longestLine = 200;
const between = /[,;:\t]\s*|\s[-–—|]\s/u;

interface AddressLine {
  name: string;
  /** Street and house number; empty where only a postcode tells. */
  street: string;
}

/** The person and the street on a line, where it is such a line. */
export function addressLineAt(text: string, lines: Lines, line: number): AddressLine | undefined {
  const length = lines.end[line]! - lines.start[line]!;
  if (length < 15 || length > longestLine) return undefined;
  const written = text.slice(lines.start[line], lines.end[line]).replace(marks, '').trim();
  // The name is looked at first: of most lines that is all there is to do.
  const first = written.search(between);
  if (first <= 0 || !isPersonLine(written.slice(0, first).trim().replace(/\.$/, '')) || !/\d/.test(written))
    return undefined;
  const [name = '', ...rest] = written.split(between).map((piece) => piece.trim().replace(/\.$/, ''));
  const street = rest.find(isStreet) ?? '';
  const hasTown = rest.some(isTown);
  return (street !== '' && (hasTown || namesStreet(street))) || (hasTown && rest.length > 2)
    ? { name, street }
    : undefined;
}

/** Reads one such line as a person. */
export function readAddressLine(
  text: string,
  lines: Lines,
  line: number,
  { name, street }: AddressLine,
  collector: Collector,
  group: number,
  toPart: (position: number) => number,
): void {
  const draft = emptyDraft();
  const start = lines.start[line]!;
  takeWhole(name, text.indexOf(name, start), 'name', draft, collector, toPart);
  takeWhole(street, text.indexOf(street, start), 'address', draft, collector, toPart);
  takeFound(text, start, lines.end[line]!, draft, collector, toPart);
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'mentions', group);
}
