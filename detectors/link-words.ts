// Short words between a label and its value, with which a code in groups ("AB 1234") must not be taken to begin: "passport no 123456789".
// The same words as in scan's labels; English, German and Romance abbreviations of "number".
import { isLatin, unitAt } from './characters.ts';

const words = new Set(
  'no nr num nos is was are of in on at to id ref as by for the and or le la el est ist'.split(' '),
);

/** Whether the letters from `start` on, up to whatever ends them, are such a word. */
export function isLinkWord(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && at < start + 4 && isLatin(unitAt(text, at))) at++;
  return words.has(text.slice(start, at).toLowerCase());
}
