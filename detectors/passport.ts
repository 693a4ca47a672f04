// Passports and travel documents of any country: the machine-readable zone by its check digits, and numbers behind a label: six to twelve
// letters and digits, as countries print them. British numbers of nine digits are `uk-passport`.
// ICAO 9303, https://www.icao.int/publications/doc-series/doc-9303 ; https://www.consilium.europa.eu/prado/en/search-by-document-country.html
import { isDash, isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from './detector.ts';
import { isLinkWord } from './link-words.ts';
import { zoneAt } from './machine-readable-zone.ts';
import { passportHeaders, passportLabels } from './passport-words.ts';

const fewest = 6;
const most = 12;

function judge(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  if (unitAt(text, start) === 60) {
    const zone = zoneAt(text, from, start, end);
    return zone && { start: zone.start, end: zone.end, normal: zone.number };
  }
  if (!labelled || isLinkWord(text, start, end)) return undefined;
  let at = start;
  let normal = '';
  let digits = 0;
  while (at < end && normal.length <= most) {
    const code = unitAt(text, at);
    if (isDigit(code)) digits++;
    else if (code === 32 && at === start + 2 && isDigit(unitAt(text, at + 1))) {
      // "AB 1234567"
      at++;
      continue;
    } else if (!isLatin(code)) break;
    normal += text.charAt(at);
    at++;
  }
  const after = at < end ? unitAt(text, at) : 0;
  if (normal.length < fewest || normal.length > most || isWordPart(after) || after === 47) return undefined;
  // Letters alone are words; a dash or a colon goes on a date, a time or a code.
  if (digits < 4 || ((isDash(after) || after === 58 || after === 46) && isWordPart(unitAt(text, at + 1))))
    return undefined;
  if (/^(.)\1+$/.test(normal)) return undefined;
  return { start, end: at, normal: normal.toUpperCase() };
}

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '');
  if (value.length > 140) return undefined;
  const filling = value.indexOf('<<');
  const found = judgeWhole(passport, value, filling < 0 ? 0 : filling);
  return found?.start === 0 && found.end === value.length ? found.normal : undefined;
}

export const passport: Detector = {
  id: 'passport',
  category: 'identity',
  anchor: 'filling',
  weak: false,
  key: 'single',
  labels: passportLabels,
  headers: passportHeaders,
  judge,
  read,
};
