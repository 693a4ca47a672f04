// One table per detector: what it finds, marked ⟦like this⟧ in the text, and what it leaves alone, with the reason. Everything runs
// through the lexer, as in a mail.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../detectors/detector.ts';
import { findInText } from '../../scan/find/find.ts';
import { findWords } from '../../scan/find/find-words.ts';
import type { Emit } from '../../scan/find/scan-state.ts';
import { normalise } from '../../scan/text/normalise.ts';
import { expectGrowth } from '../growth.ts';

export interface Table {
  /** Texts with every value of this kind between ⟦ and ⟧. */
  finds: readonly string[];
  /** Text without any value of this kind → why it is none. */
  ignores: Readonly<Record<string, string>>;
  /** Cell of a column of this kind → its normal form; `undefined` where it is none. */
  reads: Readonly<Record<string, string | undefined>>;
}

export interface Span {
  kind: string;
  start: number;
  end: number;
  normal: string;
}

/** Everything found in a text, as the scan reads it: in one spelling, with the offsets of the original. */
export function findAll(text: string): Span[] {
  const { text: spelled, toOriginal } = normalise(text);
  const spans: Span[] = [];
  const emit: Emit = (detector, start, end, normal) => {
    spans.push({ kind: detector.id, start: toOriginal(start), end: toOriginal(end), normal });
  };
  findInText(spelled, 0, spelled.length, emit);
  // As if a person had been found in the text.
  findWords(spelled, 0, spelled.length, true, emit);
  return spans;
}

/** The text with what was found of one kind between ⟦ and ⟧. */
function mark(text: string, kind: string): string {
  let marked = '';
  let at = 0;
  for (const span of findAll(text).filter((found) => found.kind === kind)) {
    marked += `${text.slice(at, span.start)}⟦${text.slice(span.start, span.end)}⟧`;
    at = span.end;
  }
  return marked + text.slice(at);
}

/** What a hostile page or file may repeat without end. */
export const hostile =
  'a,1,1-,1-1-1-,a@,a@a.,A1,+1,1 ,0 , ,(,07700 ,AB 12 ,1/1/,dob ,GB29 ,e1 ,.,9434765919,5 May ,é,1(,١'.split(',');

/** Runs the table of one detector, and hostile input. */
export function testDetector(detector: Detector, { finds, ignores, reads }: Table): void {
  describe(detector.id, () => {
    it.each(finds.map((text) => [text]))('finds %s', (marked) => {
      expect(mark(marked.replace(/[⟦⟧]/g, ''), detector.id)).toBe(marked);
    });

    it.each(Object.entries(ignores))('leaves alone %s (%s)', (text) => {
      expect(mark(text, detector.id)).toBe(text);
    });

    it.each(Object.entries(reads))('reads the cell %j as %s', (cell, normal) => {
      expect(detector.read(cell)).toBe(normal);
    });

    it('reads any cell without failing', { timeout: 30_000 }, () => {
      const cells = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'0123456789 +-./()aAeE@') }),
      );
      fc.assert(fc.property(cells, (cell) => detector.read(cell) !== ''));
    });

    it('does the same work at a place of a long text as of a short one, whatever is repeated', {
      timeout: 60_000,
    }, () => {
      for (const unit of hostile) expectBounded((length) => judgeAtPlaces(detector, unit.repeat(length / unit.length)));
    });

    it('reads long cells in bounded work, whatever is repeated', { timeout: 60_000 }, () => {
      for (const unit of hostile) expectBounded((length) => detector.read(unit.repeat(length / unit.length)));
    });
  });
}

/** A hundred times the text may take ten times as long: work in proportion to the text takes a hundred. */
function expectBounded(work: (length: number) => unknown): void {
  expectGrowth(work, { small: 2_000, large: 200_000, atMost: 10 });
}

function judgeAtPlaces(detector: Detector, text: string): void {
  const candidate = { from: 0, start: 0, end: text.length, labelled: false, mislabelled: false, company: false };
  for (; candidate.start < 500; candidate.start++) {
    candidate.labelled = !candidate.labelled;
    detector.judge(text, candidate);
  }
}
