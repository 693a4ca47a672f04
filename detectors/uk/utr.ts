// Unique Taxpayer Reference: ten digits, the first of which checks the rest, mod 11; some letters and forms put a K behind or before it.
// Too short to be known by itself: it needs a label. https://www.gov.uk/find-utr-number ; check digit:
// https://design.tax.service.gov.uk/hmrc-design-patterns/unique-taxpayer-reference/
import { isDigit, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { blank, dash, digitText, groups, nothing, readGroups } from '../digit-groups.ts';
import { phrases } from '../phrases.ts';

const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2];

/** The check digit by the remainder. */
const checks = [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1];

function hasCheckDigit(): boolean {
  let sum = 0;
  for (let k = 0; k < 9; k++) sum += groups.digits[k + 1]! * weights[k]!;
  return checks[sum % 11] === groups.digits[0];
}

/** Index of the group at which the tenth digit ends, or -1; groups are written 5-5, 3-3-4 and 4-3-3. */
function tenth(): number {
  for (let k = 0; k < groups.count && k < 5; k++) {
    if (groups.totals[k] === 10) return k;
    if (groups.totals[k]! > 10 || (groups.after[k] !== blank && groups.after[k] !== dash)) return -1;
  }
  return -1;
}

const isK = (code: number) => (code | 32) === 107;

function judge(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled) return undefined;
  const first = isK(unitAt(text, start)) && start < end ? start + 1 : start;
  if (!isDigit(unitAt(text, first)) || !readGroups(text, first, end)) return undefined;
  const last = tenth();
  if (last === -1 || !hasCheckDigit()) return undefined;
  let stop = groups.ends[last]!;
  const tail = unitAt(text, stop) === 32 ? stop + 1 : stop;
  if (tail < end && isK(unitAt(text, tail)) && (tail + 1 >= end || !isWordPart(unitAt(text, tail + 1))))
    stop = tail + 1;
  if (
    stop < end &&
    (isWordPart(unitAt(text, stop)) ||
      (stop === tail && groups.after[last] !== nothing && groups.after[last] !== blank))
  )
    return undefined;
  const before = first > from && isK(unitAt(text, first - 1)) ? first - 1 : first;
  const isPrefix = before < first && (before === from || !isWordPart(unitAt(text, before - 1)));
  return { start: isPrefix ? before : first, end: stop, normal: digitText(text, last) };
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '');
  const found = value.length > 20 ? undefined : judgeWhole(utr, value);
  return found?.start === 0 && found.end === value.length ? found.normal : undefined;
}

export const utr: Detector = {
  id: 'uk-utr',
  category: 'identity',
  anchor: 'digits',
  weak: true,
  key: 'single',
  checked: true,
  labels: phrases(`
    utr, utr no, utr nr, utr num, utr number, utr code, u t r, utrs, unique taxpayer reference, unique taxpayer reference no, unique
    taxpayer reference number, unique taxpayer ref, unique taxpayer number, unique tax reference, unique tax reference number, unique tax
    ref, taxpayer reference, taxpayer reference number, taxpayer ref, tax payer reference, tax reference, tax reference no, tax reference
    number, tax ref, tax ref no, tax id, tax number, tax no, sa utr, sa reference, sa ref, self assessment reference, self assessment
    utr, self assessment number, hmrc reference, hmrc ref, hmrc utr, personal utr, tax identification number, tin
  `),
  headers: phrases(`
    utr, utr no, utr nr, utr num, utr number, utr code, utr ref, u t r, unique taxpayer reference, unique taxpayer reference number,
    unique tax reference, unique tax reference number, unique taxpayer ref, taxpayer reference, taxpayer reference number, tax reference,
    tax reference number, tax ref, tax id, tax number, sa utr, sa reference, self assessment reference, self assessment utr, client utr,
    personal utr, hmrc reference, hmrc ref
  `),
  judge,
  read,
};
