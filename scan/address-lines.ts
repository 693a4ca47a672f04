// People on one line each, with where they live: "Mary Jones, 4 Weir Court, Leeds LS1 4QT", in a list or by themselves. Postal lines:
// https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { namesStreet } from '../detectors/address.ts';
import { detectorById } from '../detectors/index.ts';
import type { Collector } from './collector.ts';
import { findInText } from './find.ts';
import type { Lines } from './lines.ts';
import { isPersonLine, isStreet, isTown, marks } from './postal-lines.ts';
import { addName, addValue, emptyDraft } from './record-draft.ts';

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
  if (!/\d/.test(written)) return undefined;
  const pieces = written.split(between).map((piece) => piece.trim().replace(/\.$/, ''));
  const [name = '', ...rest] = pieces;
  if (rest.length === 0 || !isPersonLine(name)) return undefined;
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
  addName(draft, name, 0, name.length, collector.session);
  for (const [kind, value] of [
    ['name', name],
    ['address', street],
  ] as const) {
    const detector = detectorById(kind);
    const normal = detector?.read(value);
    if (!detector || normal === undefined) continue;
    const start = text.indexOf(value, lines.start[line]);
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(start + value.length)]);
    if (kind === 'address') addValue(draft, detector, hash, collector.session);
  }
  findInText(text, lines.start[line]!, lines.end[line]!, (detector, start, end, normal) => {
    const hash = collector.hash(detector, normal);
    collector.count(detector, hash, () => [toPart(start), toPart(end)]);
    addValue(draft, detector, hash, collector.session);
  });
  collector.add(draft, { nameAlone: true, phoneAlone: true }, 'mentions', group);
}
