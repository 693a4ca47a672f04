// Lines of a log are cut alike, and so are the cells of a column: letters stay, digits change. What the lexer asks of a line depends on its
// letters, marks and lengths alone, never on which digits stand there, but for years and for noughts before a full stop. So the questions of a line are remembered
// by its shape, and the next line of that shape is asked the same without another look. The values themselves are judged every time.
import { isDigit } from '../../detectors/characters.ts';
import type { Detector } from '../../detectors/detector.ts';
import type { Label } from './find-label.ts';

/** What there is to do at a digit of a line, and what came of it when the line was learned. Offsets count from the line's start. */
export interface Question {
  /** The digit. */
  at: number;
  start: number;
  label: Label;
  /** Detectors that have to be asked; none: a label in the line above might change everything that follows. */
  group: readonly Detector[] | undefined;
  /** How such a label was looked for. */
  far: boolean;
  /** Which of them found a value that ends where. Another outcome is another line from here on. */
  finder: Detector | undefined;
  end: number;
}

/** Longer lines are no rows of anything. */
export const longestLine = 400;
const mostShapes = 4000;

const known = new Map<number, readonly Question[]>();
/** Unknown to whoever writes the lines: nobody can make two shapes of one number. */
const seed = Math.floor(Math.random() * 2 ** 32);

/** How far remembering has paid of late: at nought only one line in sixteen is looked up, below it none. */
let credit = 16;
let skipped = 0;

/** Whether lines are alike enough to be worth a look. */
export function mayKnow(): boolean {
  return credit > 0 || (credit === 0 && (++skipped & 15) === 0);
}

/** The number of a line's shape; `isFirst`: no line is above it in the text being scanned. */
export function shapeOfLine(text: string, start: number, end: number, isFirst: boolean): number {
  let high = isFirst ? seed : ~seed;
  let low = seed ^ 0x41c6ce57;
  let run = 0;
  for (let at = start; at < end; at++) {
    let unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) {
      run++;
      unit = 48;
    } else if (run > 0) {
      if (run === 8 ? hasYear(text, at - 8) : unit === 46 && run < 4 && text.charCodeAt(at - run) === 48)
        high ^= 0x5bd1e995;
      run = 0;
    }
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  if (run === 8 && hasYear(text, end - 8)) high ^= 0x5bd1e995;
  high ^= high >>> 15;
  low ^= low >>> 13;
  return (high >>> 0) * 2 ** 21 + (low & 0x1fffff);
}

/** Whether one of 1800 to 2299 stands in the first or the last half of eight digits. */
function hasYear(text: string, at: number): boolean {
  return isCentury(text, at) || isCentury(text, at + 4);
}

function isCentury(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return (first === 49 && second >= 56) || (first === 50 && second <= 50 && isDigit(second));
}

/** The questions of a shape, or `undefined` where it is new. */
export function questionsOf(shape: number): readonly Question[] | undefined {
  const questions = known.get(shape);
  if (questions) credit = Math.min(credit + 2, 64);
  else credit = Math.max(credit - 1, 0);
  return questions;
}

export function remember(shape: number, questions: readonly Question[]): void {
  if (known.size === mostShapes) known.clear();
  known.set(shape, questions);
}

/** As if no line had been read; with `willLearn` false none is remembered from now on. */
export function forgetShapes(willLearn = true): void {
  known.clear();
  credit = willLearn ? 16 : -1;
}
