// A text as it is meant to be read: normalised, with what is encoded in it decoded where it stands, codes within codes too.
// Why in place and at once: docs/adr/0050-decoding-in-place.md
import { readBlankTabs } from '../decode/blank-tabs.ts';
import { type Budget, createBudget, deepest } from '../decode/budget.ts';
import { undoCiphers } from '../decode/ciphers.ts';
import { decodeEscapes } from '../decode/escapes.ts';
import { readLatex } from '../decode/latex.ts';
import { decodeLetters } from '../decode/letters.ts';
import { readMarkup } from '../decode/markup.ts';
import { findPairs, findRuns, type Run } from '../decode/runs.ts';
import type { Reason } from '../part.ts';
import { createEditor, type Edited, identity, inTurn } from './edits.ts';
import { normalise } from './normalise.ts';
import { readSpelled } from './spelled.ts';

export interface ClearText extends Edited {
  /** Encoded stretches of the original that were read, ascending, half-open, UTF-16 units. */
  stretches: [start: number, end: number][];
  /** Why something in it could not be decoded. */
  unread?: Reason;
}

type Stretches = ClearText['stretches'];

/** Never throws, and takes time that grows with the length only. Plain text comes back untouched. */
export function clearText(original: string): ClearText {
  const budget = createBudget(original.length);
  const stretches: Stretches = [];
  const { text, toOriginal } = read(original, budget, 0, stretches);
  const sealed = isSealed(text) ? 'encrypted' : undefined;
  const unread = budget.unread ?? sealed;
  return { text, toOriginal, stretches: merged(stretches), ...(unread ? { unread } : {}) };
}

function read(original: string, budget: Budget, level: number, stretches: Stretches): Edited {
  const tabbed = readBlankTabs(original);
  let edited = inTurn(tabbed, normalise(tabbed.text));
  let depth = level;
  const step = (next: Edited) => {
    edited = inTurn(edited, next);
    edited = inTurn(edited, normalise(edited.text));
  };
  for (; depth < deepest; depth++) {
    const plain = undoCiphers(edited.text, true) ?? decodeEscapes(edited.text) ?? undoCiphers(edited.text, false);
    if (!plain) {
      const shown = readMarkup(edited.text) ?? readLatex(edited.text);
      if (!shown) break;
      step(shown);
      continue;
    }
    for (const [start, end] of plain.stretches) stretches.push([edited.toOriginal(start), edited.toOriginal(end)]);
    step(plain);
  }
  edited = inTurn(edited, readRuns(edited, budget, depth, stretches));
  return inTurn(edited, readSpelled(edited.text));
}

function readRuns({ text, toOriginal }: Edited, budget: Budget, depth: number, stretches: Stretches): Edited {
  const found: { run: Run; by: string }[] = [];
  const see = (run: Run): boolean => {
    if (budget.left === 0) return false;
    const decoded = decodeLetters(run.lines, budget);
    if (decoded === undefined) return false;
    if (depth === deepest) {
      budget.unread ??= 'too-deep';
      return true;
    }
    const inner = read(decoded, budget, depth + 1, []);
    found.push({ run, by: placed(inner.text, text, run) });
    stretches.push([toOriginal(run.start), toOriginal(run.end)]);
    return true;
  };
  findRuns(text, see);
  findPairs(text, see);
  if (found.length === 0) return { text, toOriginal: identity };
  found.sort((one, other) => one.run.start - other.run.start);
  const editor = createEditor(text);
  for (const { run, by } of found) if (run.start >= editor.copied) editor.replace(run.start, run.end, by);
  return editor.finish();
}

/** Lines that were hidden stand apart from those around them; one line must not make other columns of its row. */
function placed(decoded: string, text: string, { start, end }: Run): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const isFirst = /^[> \t]*$/.test(before);
  const isLast = end >= text.length || text[end] === '\n' || text[end] === '\r';
  if (/\n/.test(decoded.trim())) return `${isFirst ? '' : '\n\n'}${decoded.trim()}${isLast ? '' : '\n\n'}`;
  return isFirst && isLast ? decoded : decoded.replace(/[\t\r\n,;|"]/g, ' ');
}

/** A message only its recipient can open. https://www.rfc-editor.org/rfc/rfc9580#section-6.2, rfc5652 (PKCS #7), age-encryption.org */
function isSealed(text: string): boolean {
  return (
    text.includes('-----BEGIN ') &&
    /-----BEGIN (?:PGP MESSAGE|PKCS7|CMS|AGE ENCRYPTED FILE|ENCRYPTED MESSAGE)-----/.test(text)
  );
}

function merged(stretches: Stretches): Stretches {
  const result: Stretches = [];
  for (const [start, end] of stretches.sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
