// Number of a British passport: nine digits without a check digit, so only behind a label or in a column. What is read from the
// machine-readable zone, and the numbers of other countries, are the kind `passport`.
// https://www.gov.uk/government/publications/passport-fields-explained ; ICAO 9303 part 3
import { isBlank, isDash, isDigit, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { britishPassportHeaders, britishPassportLabels } from '../passport-words.ts';

function judge(text: string, { start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled) return undefined;
  let at = start;
  let digits = '';
  while (at < end && digits.length < 10) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits += text.charAt(at);
    else if (!isBlank(code) || digits.length % 3 !== 0 || at + 1 >= end || !isDigit(unitAt(text, at + 1))) break;
    at++;
  }
  if (digits.length !== 9 || /^(\d)\1+$/.test(digits)) return undefined;
  const after = at < end ? unitAt(text, at) : 0;
  return isWordPart(after) || isDash(after) || after === 47 ? undefined : { start, end: at, normal: digits };
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '');
  const found = value.length > 12 ? undefined : judgeWhole(ukPassport, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const ukPassport: Detector = {
  id: 'uk-passport',
  category: 'identity',
  anchor: 'digits',
  weak: true,
  key: 'single',
  labels: britishPassportLabels,
  headers: britishPassportHeaders,
  judge,
  read,
};
