// Lines that are cut like one before them: what was asked of that one is asked again, without another look (`line-shapes.ts`).
import { ask } from './ask.ts';
import { labelBefore } from './find-label.ts';
import { longestLine, mayKnow, type Question, questionsOf, remember, shapeOfLine } from './line-shapes.ts';
import type { Scan } from './scan-state.ts';

/** The digit at `at` is the first of another line: answers all of it if its shape is known. Gives where to look on. */
export function beginLine(scan: Scan, at: number): number {
  if (scan.questions) endLine(scan);
  const { text, to, candidate } = scan;
  const lineBreak = text.indexOf('\n', at);
  scan.lineEnd = lineBreak < 0 || lineBreak > to ? to : lineBreak;
  if (scan.lineEnd - at > longestLine) return at;
  const floor = Math.max(candidate.from, at - longestLine);
  let line = at;
  while (line > floor && text.charCodeAt(line - 1) !== 10) line--;
  scan.line = line;
  const isWhole = line === candidate.from || text.charCodeAt(line - 1) === 10;
  // Nothing that stands before the line, and no value with an anchor of its own in it, may have a say.
  const isFree = scan.end <= line && (!scan.labelled || line - scan.end > 6) && candidate.end >= scan.lineEnd;
  if (!isWhole || !isFree || scan.lineEnd - line > longestLine || !mayKnow()) return at;
  scan.shape = shapeOfLine(text, line, scan.lineEnd, line === candidate.from);
  const questions = questionsOf(scan.shape);
  if (questions) return answer(scan, questions);
  scan.questions = [];
  return at;
}

/** Asks what was asked of another line of the same shape; gives where to look on. */
function answer(scan: Scan, questions: readonly Question[]): number {
  const { line, lineEnd, text, candidate } = scan;
  for (const question of questions) {
    const at = line + question.at;
    const start = line + question.start;
    if (question.group) {
      const found = ask(scan, question.group, start, question.label);
      if (found === -1 ? question.finder === undefined : isSame(scan, question, found)) continue;
      return found === -1 ? at : Math.max(found, at + 1);
    }
    if (labelBefore(text, Math.max(candidate.from, scan.end), start, question.far) !== question.label) return at;
  }
  return lineEnd;
}

function isSame({ line, finder }: Scan, question: Question, found: number): boolean {
  return finder === question.finder && found - line === question.end;
}

export function endLine(scan: Scan): void {
  remember(scan.shape, scan.questions!);
  scan.questions = undefined;
}
