// Unique Pupil Number: a check letter, twelve digits; a temporary one ends in a letter. Its bearer is a child.
// https://www.gov.uk/government/publications/unique-pupil-numbers ; check letter: Government Data Standards Catalogue, UniquePupilNumber 2.0
import { isBlank, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { phrases } from '../phrases.ts';

/** Check letters by remainder; also the worth of a temporary number's last letter. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

function judge(text: string, { start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled || !isLatin(unitAt(text, start))) return undefined;
  let at = start + 1;
  let normal = text.charAt(start).toUpperCase();
  let sum = 0;
  for (let place = 2; place <= 13; place++) {
    if (isBlank(unitAt(text, at))) at++;
    if (at >= end) return undefined;
    const code = unitAt(text, at);
    const letter = text.charAt(at).toUpperCase();
    const worth = isDigit(code) ? code - 48 : place === 13 ? letters.indexOf(letter) : -1;
    if (worth < 0) return undefined;
    sum += worth * place;
    normal += letter;
    at++;
  }
  if (letters[sum % 23] !== normal[0] || (at < end && isWordPart(unitAt(text, at)))) return undefined;
  return { start, end: at, normal };
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 26 ? undefined : judgeWhole(upn, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const upn: Detector = {
  id: 'uk-upn',
  category: 'identity',
  anchor: 'code',
  weak: true,
  key: 'single',
  checked: true,
  labels: phrases(`
    upn, upn no, upn number, upns, former upn, temporary upn, unique pupil number, unique pupil no, unique pupil reference, unique pupil
    identifier, unique pupil id, pupil upn, pupil number, pupil upn number
  `),
  headers: phrases(`
    upn, upn no, upn number, former upn, temporary upn, unique pupil number, unique pupil no, unique pupil reference, unique pupil
    identifier, unique pupil id, pupil upn, pupil number, student upn, child upn, uniquepupilnumber
  `),
  judge,
  read,
};
