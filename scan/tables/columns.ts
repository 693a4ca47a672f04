// What the columns of a table hold, told from the header and from a sample of the values. Either may lie: the values have the last word.
import type { Detector } from '../../detectors/detector.ts';
import { detectorById, detectors } from '../../detectors/index.ts';
import { findInText } from '../find/find.ts';
import { findWords } from '../find/find-words.ts';
import { isRoleMailbox } from '../find/role-mailboxes.ts';
import { areCards } from '../layouts/cards.ts';
import { isOrganisation } from '../names/person-name.ts';
import { childSignOf } from '../people/child-signs.ts';
import type { Grid } from './grid.ts';
import { headerRowOf } from './header-row.ts';
import { type HeaderMeaning, isAboutElse, isOfFirms } from './header-words.ts';
import { addNames, type Candidate } from './name-columns.ts';
import { isVaried, sampleRows, share } from './sample.ts';
import type { Column, TableShape } from './table-shape.ts';
import { addToldByNames } from './told-by-names.ts';

/** Kinds told by their form alone, without a header to say so, even in a column that numbers things. */
const unmistakable = new Set(['email', 'uk-nino', 'iban', 'payment-card', 'uk-postcode']);

/** The shape of the table that begins at row `from`. */
export function shapeOf(grid: Grid, from: number): TableShape {
  const { row: header, firstRow, meanings, headers } = headerRowOf(grid, from);
  const sample = sampleRows(grid, firstRow);
  const purchase = detectorById('purchase');
  const columns: Column[] = [];
  const things = new Set<number>();
  const candidates: Candidate[] = [];
  const cards: number[] = [];
  const samples: string[][] = [];
  let hasPerson = false;

  for (let index = 0; index < grid.width; index++) {
    const meaning = meanings[index]!;
    const cells = sample.map((row) => grid.cell(row, index)).filter((cell) => cell !== '');
    const isPurchase = purchase !== undefined && meaning.detectors.includes(purchase);
    if (meaning.isThing || isPurchase) things.add(index);
    samples.push(cells);
    if (share(cells, isPersonalAddress) >= 0.5) hasPerson = true;
    const announced = kindsOfHeader(meaning, cells);
    if (announced[0]) {
      columns.push({ index, detector: announced[0], others: announced.slice(1), isOther: meaning.isOther });
      continue;
    }
    const told = kindOfValues(cells, meaning);
    if (told) columns.push({ index, detector: told, others: [], isOther: meaning.isOther });
    else if (isPurchase) columns.push({ index, detector: purchase, others: [], isOther: false });
    else {
      const term = header < 0 ? undefined : kindOfTerm(grid.cell(header, index));
      if (term) columns.push({ index, detector: term, others: [], isOther: false });
      else if (areCards(cells, meaning)) cards.push(index);
      else if (!meaning.isThing) candidates.push({ index, meaning, cells });
    }
    if (!told && areFigures(cells)) things.add(index);
  }

  const aside = meanings.flatMap(({ isOther }, index) =>
    isOther && !columns.some((column) => column.index === index) ? [index] : [],
  );
  const isTold = header < 0 && addToldByNames(columns, candidates);
  const others = isTold
    ? candidates.filter(({ index }) => columns.every((column) => column.index !== index))
    : candidates;
  const isNamed = addNames(columns, others, headers) || isTold;
  columns.sort((one, other) => one.index - other.index);
  hasPerson ||= columns.some(
    ({ detector }) => detector.id === 'name' || detector.id === 'birth-date' || detector.key === 'single',
  );
  return {
    firstRow,
    header,
    columns,
    free: freeRanges(columns, grid.width, aside),
    cards,
    aside,
    told: samples.flatMap((cells, index) =>
      mayTell(header < 0 ? '' : grid.cell(header, index), cells) && !columns.some((column) => column.index === index)
        ? [index]
        : [],
    ),
    childSigns: samples.flatMap((_, index) => {
      const sign = header < 0 ? undefined : childSignOf(grid.cell(header, index));
      return sign ? [{ index, sign }] : [];
    }),
    things,
    rule: {
      nameAlone: isNamed || cards.length > 0,
      phoneAlone:
        hasPerson || !(headers.some(isOfFirms) || samples.some((cells) => share(cells, isOrganisation) >= 0.4)),
    },
  };
}

/** Kinds whose columns are told in another way: almost any words may be a name, and anything a purchase. */
const toldLater = new Set(['name', 'purchase']);

const isWordKind = ({ anchor }: Detector) => anchor === 'words';

/** Whether a column that announces no kind may hold words about the row's person: it is not about a job, a firm or a place. */
function mayTell(header: string, cells: readonly string[]): boolean {
  return !isAboutElse(header) && (cells.length === 0 || cells.some((cell) => /\p{L}{3}/u.test(cell)));
}

/** The kind a header is a term of: "Asthma", over "yes" and "no". */
function kindOfTerm(header: string): Detector | undefined {
  let kind: Detector | undefined;
  if (header.length > 40) return undefined;
  findWords(header, 0, header.length, false, (detector, start, end) => {
    if (detector.category !== 'commercial' && start === 0 && /^\W*$/.test(header.slice(end))) kind ??= detector;
  });
  return kind;
}

/**
 * The kinds of the header that the values are of, the one of most values first; none where fewer than half of the values are what the
 * header says. An empty sample contradicts nobody.
 */
function kindsOfHeader({ detectors }: HeaderMeaning, cells: readonly string[]): readonly Detector[] {
  const kinds = detectors.filter(({ id }) => !toldLater.has(id));
  if (kinds.length === 0 || cells.length === 0) return kinds;
  if (kinds.every(({ id }) => id === 'client-number') && areCounts(cells)) return [];
  // Words have no form that could contradict the header, and most answers may be "no".
  if (kinds.some(isWordKind)) return cells.some((cell) => cell.includes('@')) ? [] : kinds;
  const shares = new Map(kinds.map((kind) => [kind, share(cells, (cell) => kind.read(cell) !== undefined)]));
  if (share(cells, (cell) => kinds.some((kind) => kind.read(cell) !== undefined)) < 0.5) return [];
  return kinds.filter((kind) => shares.get(kind)! > 0).sort((one, other) => shares.get(other)! - shares.get(one)!);
}

/** Counts, classes and answers in figures: few digits, and the same again and again. A number given to clients differs or is longer. */
const areCounts = (cells: readonly string[]) =>
  cells.length >= 12 && !isVaried(cells) && share(cells, (cell) => /^\d{1,2}$/.test(cell)) >= 0.8;

/** The kind most of the values are of, whatever the header says. */
function kindOfValues(cells: readonly string[], meaning: HeaderMeaning): Detector | undefined {
  if (cells.length < 2) return undefined;
  const counts = new Map<Detector, number>();
  for (const cell of cells) {
    let whole: Detector | undefined;
    findInText(cell, 0, cell.length, (detector, start, end) => {
      if ((end - start) * 10 >= cell.length * 8) whole = detector;
    });
    if (whole) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  for (const [detector, count] of counts) {
    if (count / cells.length < 0.6) continue;
    if (unmistakable.has(detector.id)) return detector;
    if (detector.weak || detector.key === 'none') continue;
    if (
      (!meaning.isThing && !meaning.detectors.some(({ id }) => id === 'purchase')) ||
      cells.every((cell) => /^\+|\d[ -]\d/.test(cell))
    )
      return detector;
  }
  return meaning.isThing || meaning.detectors.some(({ id }) => id === 'purchase') ? undefined : checkedKindOf(cells);
}

/**
 * The kind whose check digits nearly all of these numbers bear, if they differ. One number in ten passes a check by chance; six in a row
 * one column in a million.
 */
function checkedKindOf(cells: readonly string[]): Detector | undefined {
  if (cells.length < 6 || !isVaried(cells) || share(cells, (cell) => /\d{3}/.test(cell)) < 0.9) return undefined;
  const mayFail = Math.floor(cells.length / 10);
  return detectors.find(({ checked, read }) => {
    let failed = 0;
    return checked === true && cells.every((cell) => read(cell) !== undefined || ++failed <= mayFail);
  });
}

/** Codes, counts or measures: among many numbers of one column that is not of telephones a few pass for telephones. */
function areFigures(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\d[\d.,/-]*$/.test(cell));
  const phone = detectorById('phone');
  return numbers.length >= 5 && phone !== undefined && share(numbers, (cell) => isFound(phone, cell)) < 0.6;
}

function isFound(detector: Detector, cell: string): boolean {
  let found = false;
  findInText(cell, 0, cell.length, (one, start, end) => {
    found ||= one === detector && start === 0 && end === cell.length;
  });
  return found;
}

const isPersonalAddress = (cell: string) => cell.includes('@') && !isRoleMailbox(cell.toLowerCase());

function freeRanges(columns: readonly Column[], width: number, aside: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  // Anything may stand in a column of things bought, as anything is read as one: values are looked for there too.
  const closed = columns.filter(({ detector }) => detector.id !== 'purchase');
  const ends = [...closed.map(({ index }) => index), ...aside, width].sort((one, other) => one - other);
  for (const index of ends) {
    if (index > from) ranges.push([from, index]);
    from = index + 1;
  }
  return ranges;
}
