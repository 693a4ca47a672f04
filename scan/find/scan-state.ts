// Where a scan of running text is, and what it knows. Used again and again: a table's free cells are scanned one by one.
import type { Candidate, Detector } from '../../detectors/detector.ts';
import type { Label } from './find-label.ts';
import type { Question } from './line-shapes.ts';

export type Emit = (detector: Detector, start: number, end: number, normal: string) => void;

export interface Scan {
  text: string;
  to: number;
  emit: Emit;
  /** The text being scanned alone, for searches that know no end; made when first needed. */
  alone: string | undefined;
  candidate: Candidate;
  /** End of the last finding. */
  end: number;
  /** What the label before the last finding says, if there was one. */
  labelled: Label;
  /** End of the last finding that identifies a person, or -1. */
  company: number;
  /** Where the line at hand begins and ends. */
  line: number;
  lineEnd: number;
  /** What has been asked of the line at hand, while it is being learned by heart, and its shape. */
  questions: Question[] | undefined;
  shape: number;
  /** The digit at hand. */
  digit: number;
  /** Who found the last value. */
  finder: Detector | undefined;
}

/** A scan that is over, to be used again: a table's free cells are scanned one by one. */
let spare: Scan | undefined;

export function startScan(text: string, from: number, to: number, emit: Emit): Scan {
  const scan = spare ?? createScan();
  spare = undefined;
  scan.text = text;
  scan.to = to;
  scan.emit = emit;
  scan.candidate.from = from;
  scan.candidate.start = from;
  scan.candidate.end = to;
  scan.end = from;
  scan.labelled = undefined;
  scan.company = -1;
  scan.line = from;
  scan.lineEnd = from;
  scan.questions = undefined;
  return scan;
}

const nothingFound: Emit = () => {};

const createScan = (): Scan => ({
  text: '',
  to: 0,
  emit: nothingFound,
  alone: undefined,
  candidate: { from: 0, start: 0, end: 0, labelled: false, mislabelled: false, company: false },
  end: 0,
  labelled: undefined,
  company: -1,
  line: 0,
  lineEnd: 0,
  questions: undefined,
  shape: 0,
  digit: 0,
  finder: undefined,
});

/** Lets go of the text, which is somebody's mail, and keeps the scan for the next. */
export function endScan(scan: Scan): void {
  scan.text = '';
  scan.alone = undefined;
  scan.emit = nothingFound;
  spare = scan;
}
