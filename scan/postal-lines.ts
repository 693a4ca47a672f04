// What the lines of a postal address look like. https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { detectorById } from '../detectors/index.ts';
import { hasGivenName } from './given-names.ts';
import { looksLikeName } from './person-name.ts';

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

/** The name of a person: with a title, or with a given name that is known. */
export function isPersonLine(line: string): boolean {
  const name = line.replace(title, '');
  return name !== line ? /^\p{Lu}[\p{L}'’. -]{1,40}$/u.test(name) : looksLikeName(line) && hasGivenName(line);
}

/** Fewest names of a list in which those that are known vouch for the others, and which part of them does. */
const fewestAlike = 5;
const vouching = 1 / 10;

/** Whether so many known names among all of a list make the others names as well: most given names are on no list. */
export const vouchForOneAnother = (all: number, known: number): boolean =>
  all >= fewestAlike && known >= all * vouching;
