// What the lines of a postal address look like. https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { detectorById } from '../../detectors/index.ts';
import { hasGivenName } from '../names/given-names.ts';
import { looksLikeName } from '../names/person-name.ts';

const title = /^(?:mrs?|ms|miss|mx|dr|prof|herrn?|frau|mme|mlle|m|monsieur|madame|sra?|srta|dhr|mevr|sig(?:ra)?)\.? /iu;
/** "10969 Berlin", "75001 Paris", "1012 AB Amsterdam" */
const codeFirst = /^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})?,? \p{Lu}[\p{L} .'-]{2,40}$/u;
/** "IL 62704", "Springfield IL 62704-1234" */
const american = /(?:^|\s)[A-Z]{2} \d{5}(?:-\d{4})?$/;
const street =
  /^\d{1,5}[a-z]?,? \p{Lu}[\p{L}\d'’. #-]{2,45},?$|^(?:\p{Ll}{2,5}\.? )?\p{Lu}[\p{L}'’. -]{3,40},? \d{1,4} ?[a-z]?(?: [IVX]{1,4}|[-/ ]\d{1,3})?,?$/u;

/** What may stand before the first word of an item. */
export const marks = /^[ \t]*(?:[-*•·–]|\d{1,3}[.)])?[ \t]*/;

/** A house number with a street's name, before or behind. */
export const isStreet = (line: string): boolean => street.test(line);

/** A town with its postal code. */
export const isTown = (line: string): boolean =>
  codeFirst.test(line) ||
  american.test(line) ||
  isPostcode(line.slice(-8)) ||
  /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2} \p{Lu}/u.test(line);

const isPostcode = (written: string) => detectorById('uk-postcode')?.read(written.trim()) !== undefined;

/** A postal code by itself: "LS1 4QT" is a town as well, "10969", "12-345", "1012 AB" only below a street. */
export const isPostalCode = (line: string): boolean => /^(?:[A-Z]{1,2}-)?\d{2,5}(?:[ -]\d{2,4}| [A-Z]{2})?$/.test(line);

/** A house number with words in any script, of any kind of street: "Unter den Linden 77a", "4 The Chase", "汪巷61号". */
const anyHouse = /^(?=.*[\p{Lu}\p{Lo}])(?=.*\p{L}{2})(?=\D*\d)[\p{L}\p{M}\d .'’#/-]{4,60}$/u;
const anyCode = String.raw`(?:[A-Z]{1,2}-)?(?:\d{5}-\d{3,4}|\d{3}[ -]\d{2,4}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|\d{5,7})|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`;
/** What has numbers of its own: "Ext 45678". */
const thing =
  '(?:Ext(?:ension)?|Tel|Fax|Order|Batch|Item|Ref|No|Nr|ID|SKU|Lot|Part|Art(?:icle|ikel)?|Invoice|Account|Ticket|Case|Job)';
/** A town with a postal code of any country before or behind it; four digits say too little. */
const anyTown = new RegExp(
  `^(?:${anyCode}) [\\p{Lu}\\p{Lo}]\\D{1,40}$|^(?!${thing}\\b)[\\p{Lu}\\p{Lo}]\\D{1,40} (?:${anyCode})$`,
  'u',
);
const codeAlone = new RegExp(`^(?:${anyCode})$`);
const place = /^[\p{Lu}\p{Lo}][\p{L}\p{M} .'’()-]{1,40}$/u;
/** "12 Pieces" */
const pieceCount = /^\d{1,4} \p{L}+$/u;

/** Whether these pieces of a line may be a postal address of any country. Things in stock look alike: others have to vouch for it. */
export function mayBeAddress(pieces: readonly string[]): boolean {
  const isHouse = (piece: string) => anyHouse.test(piece) && !anyTown.test(piece);
  if (pieces.some((piece) => anyTown.test(piece))) return pieces.some(isHouse);
  return (
    pieces.some((piece) => codeAlone.test(piece)) &&
    pieces.some((piece) => place.test(piece)) &&
    pieces.some((piece) => isHouse(piece) && !pieceCount.test(piece))
  );
}

/** The name of a person: with a title, or with a given name that is known. */
export function isPersonLine(line: string): boolean {
  const name = line.replace(title, '');
  return name !== line ? /^\p{Lu}[\p{L}'’. -]{1,40}$/u.test(name) : looksLikeName(line) && hasGivenName(line);
}

/** "Brightwater Leeds, Brightwater York…": the branches of a firm. A family has one name as well, with titles or given names. */
export function areBranches(names: readonly string[]): boolean {
  if (names.length < fewestBranches) return false;
  const counts = new Map<string, number>();
  for (const name of names) {
    if (isPersonLine(name)) continue;
    const word = name.split(/[\s,]/, 1)[0]!;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Math.max(...counts.values()) * 2 > names.length;
}

const fewestBranches = 4;
