// Columns told by what stands beside them, in a table without a header: beside names of people, numbers in the form of telephone numbers are
// theirs in any country, and dates that are spread over decades are days of birth.
import { detectorById } from '../../detectors/index.ts';
import { isTelephone } from '../find/telephone-form.ts';
import { hasGivenName } from '../names/given-names.ts';
import { isOrganisation, looksLikeName } from '../names/person-name.ts';
import type { Candidate } from './name-columns.ts';
import { isVaried, share } from './sample.ts';
import type { Column } from './table-shape.ts';

const fewestCells = 4;

/** Adds such columns, with the names; true where there are any. */
export function addToldByNames(columns: Column[], candidates: readonly Candidate[]): boolean {
  const people = candidates.filter(isOfNames);
  const names = people.length > 0 ? people : wordsOfNames(candidates);
  if (names.length === 0) return false;
  // "Jane Doe;DE89…": whose account it is.
  let isTold = columns.some(({ detector }) => detector.category === 'financial');
  const add = (index: number, kind: string) => {
    const detector = detectorById(kind);
    if (detector) columns.push({ index, detector, others: [], isOther: false });
  };
  for (const { index, cells } of candidates) {
    if (cells.length < fewestCells || !isVaried(cells)) continue;
    // Whatever stands around an address: "write <jane@…>".
    if (share(cells, (cell) => /\S@\S/.test(cell)) >= 0.8) isTold = true;
    const kind = share(cells, isNumber) >= 0.8 ? 'phone' : areBirths(cells) ? 'birth-date' : undefined;
    if (!kind) continue;
    add(index, kind);
    isTold = true;
  }
  if (isTold) for (const { index } of names) add(index, 'name');
  return isTold;
}

const isOfNames = ({ cells }: Candidate): boolean =>
  cells.length >= fewestCells &&
  isVaried(cells) &&
  share(cells, looksLikeName) >= 0.7 &&
  share(cells, hasGivenName) >= 0.1 &&
  share(cells, isOrganisation) < 0.2;

/** References are often twice four digits; so are few telephone numbers. */
const isNumber = (cell: string): boolean => isTelephone(cell) && !/^\d{4}[- ]\d{4}$/.test(cell);

/** Given names in one column and surnames beside it: one word each. */
function wordsOfNames(candidates: readonly Candidate[]): Candidate[] {
  const words = candidates.filter(({ cells }) => cells.length >= fewestCells && share(cells, isNameWord) >= 0.8);
  return words.some(({ cells }) => isVaried(cells) && share(cells, hasGivenName) >= 0.2) ? words.slice(0, 2) : [];
}

const isNameWord = (cell: string) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+)?$/u.test(cell);

/** Years between the oldest and the youngest, and how old most of them are. */
const spread = 15;
const grown = 14;

/** Whether dates are days of birth: spread over decades, most of them long ago. */
export function areBirths(cells: readonly string[]): boolean {
  const birth = detectorById('birth-date');
  const years = cells.flatMap((cell) => {
    const normal = birth?.read(cell);
    return normal === undefined ? [] : [Number(normal.slice(0, 4))];
  });
  if (years.length < fewestCells || years.length < cells.length * 0.9) return false;
  years.sort((one, other) => one - other);
  const now = new Date().getUTCFullYear();
  return years.at(-1)! - years[0]! >= spread && now - years[years.length >> 1]! >= grown;
}
