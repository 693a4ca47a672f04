// What the columns of a table hold, told from the header and from a sample of the values. Either may lie: the values have the last word.
import type { Detector } from '../detectors/detector.ts';
import { detectorById, detectors } from '../detectors/index.ts';
import { type ChildSign, childSignOf } from './child-signs.ts';
import { findInText } from './find.ts';
import { findWords } from './find-words.ts';
import type { Grid } from './grid.ts';
import { type HeaderMeaning, headerMeaning, isAboutElse } from './header-words.ts';
import { isOrganisation, looksLikeName } from './person-name.ts';
import type { RecordRule } from './record-draft.ts';
import { isRoleMailbox } from './role-mailboxes.ts';

export interface Column {
  index: number;
  detector: Detector;
  /** What else the header may mean, asked for cells that are not of the first kind. */
  others: readonly Detector[];
  /** The value is somebody else's than the row's: counted as data, not as the row's person. */
  isOther: boolean;
}

export interface TableShape {
  /** First row of values. */
  firstRow: number;
  /** Row of the header, or -1. */
  header: number;
  columns: Column[];
  /** Columns, as half-open ranges, in which values are looked for as in running text. */
  free: [from: number, to: number][];
  /** Free columns that may say something of the row's person, in words. */
  told: readonly number[];
  /** Columns that say that a person is a child. */
  childSigns: readonly { index: number; sign: ChildSign }[];
  /** Free columns that number things: bare digits there are no phone number. */
  things: ReadonlySet<number>;
  rule: RecordRule;
}

/** Rows above the header that a report may have. */
const preambleRows = 15;
const sampleSize = 24;

/** Kinds told by their form alone, without a header to say so, even in a column that numbers things. */
const unmistakable = new Set(['email', 'uk-nino', 'iban', 'payment-card', 'uk-postcode']);

/** The shape of the table that begins at row `from`. */
export function shapeOf(grid: Grid, from: number): TableShape {
  const header = findHeader(grid, from);
  const firstRow = header < 0 ? from : header + 1;
  const sample = sampleRows(grid, firstRow);
  const name = detectorById('name');
  const purchase = detectorById('purchase');
  const columns: Column[] = [];
  const things = new Set<number>();
  const nameCandidates: { index: number; meaning: HeaderMeaning; cells: string[] }[] = [];
  const samples: string[][] = [];
  let hasPerson = false;

  for (let index = 0; index < grid.width; index++) {
    const meaning = header < 0 ? nothing : headerMeaning(grid.cell(header, index));
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
      else if (!meaning.isThing) nameCandidates.push({ index, meaning, cells });
    }
    if (!told && areFigures(cells)) things.add(index);
  }

  const isNamed = addNames(columns, nameCandidates, name);
  columns.sort((one, other) => one.index - other.index);
  hasPerson ||= columns.some(
    ({ detector }) => detector.id === 'name' || detector.id === 'birth-date' || detector.key === 'single',
  );
  return {
    firstRow,
    header,
    columns,
    free: freeRanges(columns, grid.width),
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
      nameAlone: isNamed,
      phoneAlone: hasPerson || !samples.some((cells) => share(cells, isOrganisation) >= 0.4),
    },
  };
}

const nothing: HeaderMeaning = { detectors: [], isThing: false, isPerson: false, isOther: false };

/** The row that looks most like a header among the first ones: cells that announce kinds, and no values. */
function findHeader(grid: Grid, from: number): number {
  let best = -1;
  let bestScore = 0;
  const end = Math.min(grid.rowCount, from + preambleRows);
  for (let row = from; row < end; row++) {
    const score = headerScore(grid, row);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
    if (score >= 2 && score * 2 >= grid.width) break;
  }
  return best;
}

/** How many cells announce something, 0 where the row is no header. */
export function headerScore(grid: Grid, row: number): number {
  let announced = 0;
  let filled = 0;
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.cell(row, column);
    if (cell === '') continue;
    filled++;
    if (cell.length > 60 || cell.includes('@') || /\d{5}|\d\d[/-]\d\d/.test(cell)) return 0;
    const meaning = headerMeaning(cell);
    if ((meaning.detectors.length > 0 || meaning.isThing) && !numbered.test(cell)) announced++;
  }
  return announced >= 2 || (announced === 1 && filled <= 2) ? announced : 0;
}

/** "12 High Street" and "BS4 5PH" are values; "Phone 1" and "2nd phone" may head a column. */
const numbered = /\d[ -]?(?!st|nd|rd|th)\p{L}/iu;

/** Rows spread over the table, so that a table sorted by anything is still seen in full. */
function sampleRows(grid: Grid, firstRow: number): number[] {
  const count = grid.rowCount - firstRow;
  if (count <= sampleSize) return Array.from({ length: Math.max(0, count) }, (_, index) => firstRow + index);
  return Array.from(
    { length: sampleSize },
    (_, index) => firstRow + Math.floor((index * (count - 1)) / (sampleSize - 1)),
  );
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
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
  // Words have no form that could contradict the header, and most answers may be "no".
  if (kinds.some(isWordKind)) return cells.some((cell) => cell.includes('@')) ? [] : kinds;
  const shares = new Map(kinds.map((kind) => [kind, share(cells, (cell) => kind.read(cell) !== undefined)]));
  if (share(cells, (cell) => kinds.some((kind) => kind.read(cell) !== undefined)) < 0.5) return [];
  return kinds.filter((kind) => shares.get(kind)! > 0).sort((one, other) => shares.get(other)! - shares.get(one)!);
}

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

/** Takes columns for names. True where a row with nothing but a name is about a person. */
function addNames(
  columns: Column[],
  candidates: { index: number; meaning: HeaderMeaning; cells: string[] }[],
  name: Detector | undefined,
): boolean {
  if (!name) return false;
  const hasKey = columns.some(({ detector }) => detector.key !== 'none');
  const hasPersonal = hasKey || columns.some(({ detector }) => personalKinds.has(detector.id));
  let nameAlone = false;
  for (const { index, meaning, cells } of candidates) {
    const announced = meaning.detectors.includes(name);
    const likely = share(cells, looksLikeName);
    const possible = share(cells, (cell) => name.read(cell) !== undefined);
    const organisations = share(cells, isOrganisation);
    if (organisations >= 0.5) continue;
    const isColumn = announced
      ? meaning.isPerson
        ? possible >= 0.6 || cells.length === 0
        : hasPersonal && possible >= 0.6
      : hasKey && cells.length >= 2 && likely >= 0.7 && meaning.detectors.length === 0 && isVaried(cells);
    if (!isColumn) continue;
    columns.push({ index, detector: name, others: [], isOther: meaning.isOther });
    if (announced && !meaning.isOther) nameAlone = true;
  }
  return nameAlone;
}

/** Kinds that make a list of names a list of people. */
const personalKinds = new Set(['birth-date', 'uk-postcode', 'postal-code', 'address', 'email', 'phone']);

const isPersonalAddress = (cell: string) => cell.includes('@') && !isRoleMailbox(cell.toLowerCase());

const isVaried = (cells: readonly string[]) => new Set(cells).size * 2 > cells.length;

function freeRanges(columns: readonly Column[], width: number): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  // Anything may stand in a column of things bought, as anything is read as one: values are looked for there too.
  const closed = columns.filter(({ detector }) => detector.id !== 'purchase');
  for (const { index } of [...closed, { index: width }]) {
    if (index > from) ranges.push([from, index]);
    from = index + 1;
  }
  return ranges;
}
