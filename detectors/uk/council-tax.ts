// Council tax account reference: a billing authority's own number for whoever pays for a dwelling, mostly seven to eleven digits, some with a
// letter before or a check character behind. Exists by label or column only. https://www.gov.uk/council-tax ;
// https://www.gov.uk/government/publications/council-tax-information-letters
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { phrases } from '../phrases.ts';

const fewest = 6;
const most = 12;

function judge(text: string, { start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled) return undefined;
  let at = start;
  let digits = 0;
  let normal = '';
  while (at < end && normal.length <= most) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits++;
    else if (isBlank(code) || isDash(code) || code === 47) {
      if (at === start || at + 1 >= end || !isDigit(unitAt(text, at + 1))) break;
      at++;
      continue;
    } else if (!isLatin(code)) break;
    normal += text.charAt(at);
    at++;
  }
  if (digits < fewest || normal.length > most || normal.length - digits > 2) return undefined;
  if (at < end && isWordPart(unitAt(text, at))) return undefined;
  return { start, end: at, normal: normal.toUpperCase() };
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '');
  const found = value.length > 20 ? undefined : judgeWhole(councilTax, value);
  return found?.end === value.length ? found.normal : undefined;
}

const numbers = phrases('no, number, ref, reference, reference no, reference number, id');
const accounts = phrases('council tax, council tax account, council tax bill, ctax, ctax account, council tax payer');
const combined = accounts.flatMap((account) => numbers.map((number) => `${account} ${number}`));

export const councilTax: Detector = {
  id: 'uk-council-tax',
  category: 'identity',
  anchor: 'digits',
  weak: true,
  key: 'none',
  labels: [...combined, 'council tax account', 'ctax account'],
  headers: [
    ...combined,
    'council tax account',
    'ctax account',
    'council tax',
    'ctax',
    'counciltaxref',
    'counciltaxnumber',
  ],
  judge,
  read,
};
