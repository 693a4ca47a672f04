// Electoral number: the letters of a polling district and a voter's number in its register (ABC-1234, AB 123/1). Exists by label or column only.
// https://www.electoralcommission.org.uk/running-electoral-registration-england ; the Representation of the People Regulations 2001, reg. 38
import { isBlank, isDash, isDigit, isLatin, isWordPart, unitAt } from '../characters.ts';
import { type Candidate, type Detector, type Judgement, judgeWhole } from '../detector.ts';
import { isLinkWord } from '../link-words.ts';
import { phrases } from '../phrases.ts';

function lettersFrom(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 5 && isLatin(unitAt(text, at))) at++;
  return at;
}

function digitsFrom(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 6 && isDigit(unitAt(text, at))) at++;
  return at;
}

/** Behind one blank, dash or slash, with blanks around it. */
function separatorEnd(text: string, start: number, end: number): number {
  let at = start;
  if (at < end && isBlank(unitAt(text, at))) at++;
  if (at < end && (isDash(unitAt(text, at)) || unitAt(text, at) === 47)) at++;
  if (at < end && at > start && isBlank(unitAt(text, at))) at++;
  return at;
}

function judge(text: string, { start, end, labelled }: Candidate): Judgement | undefined {
  if (!labelled) return undefined;
  const letters = lettersFrom(text, start, end);
  if (letters === start || letters > start + 4 || isLinkWord(text, start, end)) return undefined;
  // A district may have a number: "AB1-0123".
  const district = isDigit(unitAt(text, letters)) && isDash(unitAt(text, letters + 1)) ? letters + 1 : letters;
  const digits = separatorEnd(text, district, end);
  let stop = digitsFrom(text, digits, end);
  if (stop === digits || stop - digits > 5) return undefined;
  if (stop + 1 < end && unitAt(text, stop) === 47 && isDigit(unitAt(text, stop + 1)))
    stop = digitsFrom(text, stop + 1, end);
  if (stop < end && isWordPart(unitAt(text, stop))) return undefined;
  const normal = text
    .slice(start, stop)
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '-');
  return { start, end: stop, normal };
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  const found = value.length > 18 ? undefined : judgeWhole(electoralNumber, value);
  return found?.end === value.length ? found.normal : undefined;
}

export const electoralNumber: Detector = {
  id: 'uk-electoral-number',
  category: 'identity',
  anchor: 'code',
  weak: true,
  key: 'none',
  labels: phrases(`
    electoral number, electoral no, electoral roll, electoral roll no, electoral roll number, electoral register number, electoral reg no, electoral registration number, elector number, elector no, elector id, elector, polling number, poll number, poll no,
    voter number, voter no, voter id, voter, roll number, register number
  `),
  headers: phrases(`
    electoral number, electoral no, electoral roll, electoral roll no, electoral roll number, electoral register number, electoral reg no,
    electoral registration number, elector number, elector no, elector id, elector, poll number, poll no, polling number, voter number,
    voter no, voter id, elector number prefix, electoralnumber
  `),
  judge,
  read,
};
