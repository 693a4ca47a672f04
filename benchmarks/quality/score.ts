// How findings are held against the truth: a value is found when a finding of its kind has its bounds (exact) or shares a character
// with it (overlapping). A finding of the kind that shares no character with a true value of it is a false alarm.
import type { Truth } from '../corpus/labelled-text.ts';

export interface Tally {
  truths: number;
  foundExactly: number;
  foundOverlapping: number;
  findings: number;
  trueExactly: number;
  trueOverlapping: number;
}

const emptyTally = (): Tally => ({
  truths: 0,
  foundExactly: 0,
  foundOverlapping: 0,
  findings: 0,
  trueExactly: 0,
  trueOverlapping: 0,
});

type Span = Pick<Truth, 'start' | 'end'>;
const isSame = (one: Span, other: Span) => one.start === other.start && one.end === other.end;
const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/** Adds the truths and findings of one text to the tallies of their kinds. */
export function tally(tallies: Map<string, Tally>, truths: readonly Truth[], findings: readonly Truth[]): void {
  for (const kind of new Set([...truths, ...findings].map((one) => one.kind))) {
    const sum = tallies.get(kind) ?? emptyTally();
    tallies.set(kind, sum);
    const right = truths.filter((truth) => truth.kind === kind);
    const found = findings.filter((finding) => finding.kind === kind);
    sum.truths += right.length;
    sum.findings += found.length;
    sum.foundExactly += right.filter((truth) => found.some((finding) => isSame(truth, finding))).length;
    sum.foundOverlapping += right.filter((truth) => found.some((finding) => overlaps(truth, finding))).length;
    sum.trueExactly += found.filter((finding) => right.some((truth) => isSame(truth, finding))).length;
    sum.trueOverlapping += found.filter((finding) => right.some((truth) => overlaps(truth, finding))).length;
  }
}

export interface Quality {
  recall: number;
  precision: number;
  f1: number;
}

export function qualityOf(found: number, truths: number, right: number, findings: number): Quality {
  const recall = truths === 0 ? Number.NaN : found / truths;
  const precision = findings === 0 ? Number.NaN : right / findings;
  const f1 = recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0;
  return { recall, precision, f1 };
}

/** Three places, and a dash where there is nothing to divide by. */
export const shownRatio = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));
