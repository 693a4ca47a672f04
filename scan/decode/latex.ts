// Tables written for LaTeX: cells parted by `&`, rows ended by `\\`, rules between them. Read as the page shows them: cells parted by tabs,
// a row a line. https://www.latex-project.org/help/documentation/usrguide.pdf
import { createEditor, type Edited } from '../text/edits.ts';

const fewestRows = 2;
const longestLine = 4000;

const cellEnd = /(?:^|[^\\])&/;
/** What may follow the end of a row: more space, commands, a comment. */
const behindRow =
  /^(?:\[[^\]]{0,20}\])?[ \t]*(?:\\[a-zA-Z]{2,20}(?:\{[^{}]{0,20}\}|\([a-z]{0,4}\)){0,3}[ \t]*){0,5}(?:%.*)?\r?$/;
const ruleLine =
  /^[ \t]*(?:\\(?:h|top|mid|bottom|c|cmid)(?:line|rule)(?:\([a-z]{0,4}\))?(?:\{[^{}]{0,20}\})?[ \t]*){1,5}\r?$/;
/** Ends of rows and cells, words set in another type, and signs that stand for themselves. */
const mark =
  /\\\\|&|~|\\([&_%#$])|\\(?:text[a-z]{2}|emph|multicolumn\{\d{1,2}\}\{[^{}]{0,10}\})\{([^{}]{0,80})\}|\\(?:h|top|mid|bottom|c|cmid)(?:line|rule)(?:\{[^{}]{0,20}\})?/g;

/** The text with such tables as lines with tabs, or `undefined` where it has none. */
export function readLatex(text: string): Edited | undefined {
  if (!text.includes('\\\\') || !text.includes('&')) return undefined;
  const editor = createEditor(text);
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = end - start <= longestLine ? text.slice(start, end) : '';
    const last = line.lastIndexOf('\\\\');
    if (last > 0 && cellEnd.test(line) && behindRow.test(line.slice(last + 2))) {
      rows++;
      for (const { index, 0: written, 1: sign, 2: words } of line.matchAll(mark)) {
        const from = start + index;
        const to = from + written.length;
        if (words === undefined) editor.replace(from, to, sign ?? shown(written, index < last));
        else {
          editor.replace(from, to - 1 - words.length, '');
          editor.replace(to - 1, to, '');
        }
      }
    } else if (line.startsWith('\\', line.search(/\S/)) && ruleLine.test(line))
      editor.replace(start, Math.min(end + 1, text.length), '');
    start = end + 1;
  }
  return rows >= fewestRows ? editor.finish() : undefined;
}

function shown(written: string, isWithin: boolean): string {
  if (written === '&') return '\t';
  if (written === '~') return ' ';
  return written === '\\\\' && isWithin ? '\n' : '';
}
