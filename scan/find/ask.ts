// Asks the detectors about one place of a text: first those its label names, then those its beginning allows; and remembers what came of it.
import { isDigit, isLatin, unitAt } from '../../detectors/characters.ts';
import type { Detector } from '../../detectors/detector.ts';
import { detectors } from '../../detectors/index.ts';
import { dependsOnLineAbove, type Label, labelBefore } from './find-label.ts';
import type { Scan } from './scan-state.ts';

const companyReach = 120;

/** "3 March 1971 (DOB)", "1971-03-03 is my birthday". */
const birthWords =
  /\d{1,4}(?:st|nd|rd|th)?[-./ ](?:of )?(?:\d{1,2}|[A-Za-z]{3,9})[-./ ]\d{1,4},? ?(?:\((?:dob|d\.o\.b\.|date of birth|birth date|born|birthday)\)|(?:is|was) (?:my|his|her|their) (?:dob|date of birth|birth date|birthday)(?![a-z]))/iy;

const birth: Label = detectors.filter(({ id }) => id === 'birth-date');

/** The label of a birth date where it stands behind the date at `at`. */
export function birthBehind(text: string, at: number, end: number): Label {
  birthWords.lastIndex = at;
  return birthWords.test(text) && birthWords.lastIndex <= end ? birth : undefined;
}

/** The label of the value at `start`; values in a list share the first one's. */
export function labelFor(scan: Scan, start: number, far: boolean): Label {
  const { text, labelled, end } = scan;
  if (labelled && start - end <= 6 && /^[\s,/&+]*(?:and|or|und|et|y|en)?\s*$/.test(text.slice(end, start)))
    return labelled;
  const label = labelBefore(text, Math.max(scan.candidate.from, end), start, far);
  if (scan.questions && dependsOnLineAbove()) note(scan, start, label, undefined, far);
  return label;
}

function note(scan: Scan, start: number, label: Label, group: readonly Detector[] | undefined, far: boolean): void {
  const { line, digit, questions, text } = scan;
  const isOfDigits = isDigit(unitAt(text, start));
  let stop = start;
  while (stop < scan.lineEnd && (isOfDigits ? isDigit : isLatin)(unitAt(text, stop))) stop++;
  const asked = group?.filter(({ after }) => after === undefined || after.test(text.charAt(stop)));
  // Nobody to ask, whatever digits stand there.
  if (asked?.length === 0 && (!label || label === 'other')) return;
  questions!.push({ at: digit - line, start: start - line, label, group: asked, far, finder: undefined, end: 0 });
}

/** Asks the label's detectors, then each of `group`; gives the end of what was found, or -1. */
export function ask(scan: Scan, group: readonly Detector[], start: number, label: Label): number {
  const { candidate } = scan;
  if (scan.questions) note(scan, start, label, group, false);
  candidate.start = start;
  candidate.mislabelled = label === 'other' || (isOfDocument(label) && !isInList(scan, start, label));
  candidate.company = scan.company !== -1 && isInCompany(scan, start);
  if (label && label !== 'other') {
    candidate.labelled = true;
    for (const detector of label) {
      const found = take(scan, detector);
      if (found !== -1) {
        scan.labelled = label;
        return found;
      }
    }
  }
  candidate.labelled = false;
  for (const detector of group) {
    if (label && label !== 'other' && label.includes(detector)) continue;
    const found = take(scan, detector);
    if (found !== -1) {
      scan.labelled = undefined;
      return found;
    }
  }
  return -1;
}

/** "Fødselsnummer 02345678901" with a wrong check digit is a wrong number of a document, not a telephone. */
function isOfDocument(label: Label): boolean {
  return label !== undefined && label !== 'other' && label.every(isDocument);
}

const isDocument = ({ category, farLabel }: Detector) => category === 'identity' && !farLabel;

/** Whether the label is that of the value before, which this one is listed with: "NI number AB123456C, 07700900123". */
function isInList({ labelled, end }: Scan, start: number, label: Label): boolean {
  return label === labelled && start - end <= 6;
}

function take(scan: Scan, detector: Detector): number {
  const judgement = detector.judge(scan.text, scan.candidate);
  if (!judgement) return -1;
  const { start, end, normal } = judgement;
  scan.finder = detector;
  const question = scan.questions?.at(-1);
  if (question) {
    question.finder = detector;
    question.end = end - scan.line;
  }
  scan.emit(detector, start, end, normal);
  scan.end = end;
  if (detector.key === 'single' || detector.farLabel) scan.company = end;
  return end;
}

/** Whether the last finding that identifies a person stands in the same line; forgets it when it does not. */
function isInCompany(scan: Scan, start: number): boolean {
  const { text, company } = scan;
  if (start - company <= companyReach) {
    let at = company;
    while (at < start && unitAt(text, at) !== 10) at++;
    if (at === start) return true;
  }
  scan.company = -1;
  return false;
}
