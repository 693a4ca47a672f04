// Which columns hold names of people, told from the header, from the values, and from what stands beside them. A product, a station and a
// firm have names, too: "Name" alone says little, given names among the values say much.
import { detectorById } from '../../detectors/index.ts';
import { hasGivenName } from '../names/given-names.ts';
import { isOrganisation, looksLikeName } from '../names/person-name.ts';
import { type HeaderMeaning, isAboutElse } from './header-words.ts';
import { isVaried, share } from './sample.ts';
import type { Column } from './table-shape.ts';
import { areStatistics, isOfWorks } from './works-and-statistics.ts';

/** A column that is of no other kind. */
export interface Candidate {
  index: number;
  meaning: HeaderMeaning;
  /** A sample of its values, none of them empty. */
  cells: string[];
}

/** Kinds that make a list of names a list of people. */
const personalKinds = new Set(['birth-date', 'uk-postcode', 'postal-code', 'address', 'email', 'phone']);

/** What is asked of people and of nothing else that has a name. */
const attribute =
  /\b(?:age|sex|gender|salary|wage|pay|job|occupation|department|ward|school|form|marital|nationality|ethnic\w*|religion|next of kin|joined|hired|alter|geschlecht|beruf|abteilung|gehalt|sexe|âge|poste|salaire|sexo|edad|puesto|salario|sesso|età|geslacht|leeftijd|functie|afdeling)\b/iu;

/** Takes columns for names, and for streets beside names. True where a row with nothing but a name is about a person. */
export function addNames(columns: Column[], candidates: readonly Candidate[], headers: readonly string[]): boolean {
  const name = detectorById('name');
  const address = detectorById('address');
  if (!name || !address) return false;
  const streets = candidates.filter(
    ({ meaning, cells }) =>
      meaning.detectors.length === 0 &&
      cells.length >= 2 &&
      share(cells, isStreet) >= 0.7 &&
      share(cells, isCount) < 0.7,
  );
  const hasKey = columns.some(({ detector }) => detector.key !== 'none');
  const hasPersonal = hasKey || streets.length > 0 || columns.some(({ detector }) => personalKinds.has(detector.id));
  const isAboutPeople = headers.length === 1 || headers.some((header) => attribute.test(header));
  const isAboutWorks = columns.length === 0 && streets.length === 0 && isOfWorks(headers);
  const isAboutSales = columns.some(({ detector }) => detector.id === 'purchase') || candidates.some(areAmounts);
  let nameAlone = false;
  let isNamed = false;
  for (const { index, meaning, cells } of candidates) {
    const announced = meaning.detectors.includes(name);
    const possible = share(cells, (cell) => name.read(cell) !== undefined);
    const likely = share(cells, looksLikeName);
    const given = share(cells, hasGivenName);
    if (share(cells, isOrganisation) >= 0.5) continue;
    const isRegister = given >= 0.1 && share(cells, isSurnameFirst) >= 0.8;
    const isOfBuyers =
      isAboutSales && !meaning.isOther && cells.length >= fewestBuyers && given >= 0.5 && likely >= 0.8;
    const isColumn = announced
      ? (possible >= 0.6 || (meaning.isPerson && cells.length === 0)) &&
        (meaning.isPerson ||
          (hasPersonal && !areFirms(cells, given) && (cells.length < 3 || isVaried(cells))) ||
          (given >= 0.5 && likely >= 0.7 && isAboutPeople))
      : meaning.detectors.length === 0 &&
        !isAboutElse(headers[index] ?? '') &&
        cells.length >= 2 &&
        isVaried(cells) &&
        likely >= 0.7 &&
        (hasKey || (hasPersonal && given >= 0.3) || isRegister || isOfBuyers);
    if (!isColumn) continue;
    columns.push({ index, detector: name, others: [], isOther: meaning.isOther });
    isNamed = true;
    if ((announced || isRegister || isOfBuyers) && !meaning.isOther) nameAlone = true;
  }
  if (isNamed) for (const { index } of streets) columns.push({ index, detector: address, others: [], isOther: false });
  if (isAboutWorks) return false;
  // A column that is no candidate speaks of something else than names and figures.
  const others = candidates.filter(
    ({ index, meaning }) => !meaning.detectors.includes(name) && columns.every((column) => column.index !== index),
  );
  const hasNamesOnly = candidates.length === headers.length && columns.every(({ detector }) => detector === name);
  return nameAlone && !(hasNamesOnly && areStatistics(others));
}

/** Fewest names beside amounts, in a table that does not say whose they are. */
const fewestBuyers = 8;

/** "£1,240.00", "12,50 €": what somebody paid. */
const areAmounts = ({ cells }: Candidate): boolean => cells.length >= fewestBuyers && share(cells, isAmount) >= 0.8;
const isAmount = (cell: string) =>
  /^-?(?:[£$€] ?\d{1,7}|[£$€]? ?\d{1,3}(?:[ ,.’']?\d{3}){0,2}[.,]\d\d)(?: ?(?:[€£]|EUR|GBP|USD|CHF|kr|zł))?$/.test(
    cell,
  );

/** "Jones, Mary Ann": nothing but people is listed so. */
const isSurnameFirst = (cell: string): boolean => /^\p{Lu}[\p{L}'’ -]+, \p{Lu}[\p{L}'’. -]+$/u.test(cell);

/** "12 High Street", "Lindenstraße 12" */
const isStreet = (cell: string): boolean =>
  /^(?:\d{1,4}[a-z]?,? \p{Lu}[\p{L}'’. -]{2,40}|\p{Lu}[\p{L}'’. -]{3,40} \d{1,4} ?[a-z]?)$/u.test(cell);

/** "12 Pieces" counts things as well. */
const isCount = (cell: string): boolean => /^\d{1,4} \p{Lu}[\p{L}'’-]{2,40}$/u.test(cell);

/** Whether these names are rather those of firms: hardly a given name, and ways of writing that no person's name has. */
function areFirms(cells: readonly string[], given: number): boolean {
  if (cells.length < 4 || given >= 0.15) return false;
  return share(cells, (cell) => isOrganisation(cell) || /[&\d]|^\S+$|\p{Lu}{2}/u.test(cell)) >= 0.3;
}
