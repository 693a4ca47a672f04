// Tabs that an editor wrote as blanks. HTML has no tabs, so a pasted table becomes lines whose cells are parted by four blanks, some of them
// no-break spaces, for each tab: `&nbsp;&nbsp; &nbsp;`, four of them, or every other one.
import { createEditor, type Edited, identity } from '../text/edits.ts';

const run = /[ \u00a0]{3,}/g;
const size = 4;
/** Fewest such runs of a text, and which part of its runs must be whole tabs: whoever lines up columns with blanks needs any number. */
const fewest = 2;
const most = 0.9;

/** The text with its tabs, or as it is where it has none. */
export function readBlankTabs(text: string): Edited {
  if (!text.includes('\u00a0')) return { text, toOriginal: identity };
  const tabs: [start: number, length: number][] = [];
  let others = 0;
  for (const { index, 0: blanks } of text.matchAll(run)) {
    if (index === 0 || text[index - 1] === '\n') continue;
    if (blanks.length % size === 0 && !blanks.includes('  ')) tabs.push([index, blanks.length]);
    else if (blanks.includes('\u00a0')) others++;
  }
  if (tabs.length < fewest || tabs.length < (tabs.length + others) * most) return { text, toOriginal: identity };
  const editor = createEditor(text);
  for (const [start, length] of tabs) editor.replace(start, start + length, '\t'.repeat(length / size));
  return editor.finish();
}
