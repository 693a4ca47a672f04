// HTML written out in a text: the source of a page or of a mail, pasted or sent as plain text. Its tags are taken out in place, so that
// rows are lines of cells and items are lines, as on the page. https://html.spec.whatwg.org/multipage/syntax.html
import { createEditor, type Edited } from '../text/edits.ts';
import { type Tag, tagsIn } from './tags.ts';

interface OpenRow {
  cells: number;
  /** A piece of the page's layout: what it holds goes on as lines. */
  isFrame: boolean;
}

/** The text as the page shows it, or `undefined` where it holds no HTML. */
export function readMarkup(text: string): Edited | undefined {
  const tags = tagsIn(text);
  if (tags.length === 0) return undefined;
  const frames = framesOf(tags);
  const editor = createEditor(text);
  /** The row at hand of each table that is open; `undefined` between rows. */
  const tables: (OpenRow | undefined)[] = [];
  const links: Tag[] = [];
  /** Blocks that are open: within one of them, every line is the page's. */
  let depth = 0;
  let preformatted = 0;
  let isLineEmpty = true;
  /** Line breaks in the paragraph at hand. */
  let breaks = 0;
  let before: Tag | undefined;

  const isInCell = () => tables.at(-1)?.isFrame === false;
  const put = (tag: Tag, by: string) => {
    const isSeen = tag.name === 'a' || tag.held === '' || text.startsWith(tag.held, tag.end);
    const written = isSeen ? by : `${by} ${tag.held} `;
    editor.replace(tag.start, tag.end, written);
    if (written !== '') isLineEmpty = written.endsWith('\n');
  };
  const edge = (tag: Tag) => put(tag, isLineEmpty ? '' : isInCell() ? ' ' : '\n');

  /**
   * What stands between the last tag and `to`: within rows line breaks of the source are none of the page's, and behind a line that has
   * ended there is no other.
   */
  const copy = (to: number) => {
    const from = before?.end ?? 0;
    const chunk = text.slice(from, to);
    const isBetweenRows = tables.length > 0 && !tables.at(-1);
    const isPage = (depth > 0 || tables.length > 0) && preformatted === 0;
    if (isPage || before?.isSource)
      for (const { index, 0: blanks } of chunk.matchAll(isInCell() ? cellBlanks : lineEnds)) {
        const isEdge = index === 0 && isLineEmpty;
        if (!isPage && !isEdge) break;
        const ends = isInCell() ? ' ' : '\n';
        const isBlankLine = blanks.indexOf('\n') !== blanks.lastIndexOf('\n');
        editor.replace(
          from + index,
          from + index + blanks.length,
          isBetweenRows ? '' : isEdge && (isInCell() || !isBlankLine) ? '' : ends,
        );
      }
    if (/\S/.test(chunk)) isLineEmpty = !isInCell() && /\n\s*$/.test(chunk.slice(-200));
    else if (chunk.includes('\n') && !isInCell()) isLineEmpty = true;
  };

  const openTable = (tag: Tag) => {
    put(tag, isLineEmpty ? (tag.closes ? '\n' : '') : '\n\n');
    if (tag.closes) tables.pop();
    else tables.push(undefined);
  };
  const openRow = (tag: Tag) => {
    if (tables.length === 0) tables.push(undefined);
    put(tag, isLineEmpty ? '' : '\n');
    tables[tables.length - 1] = tag.closes ? undefined : { cells: 0, isFrame: frames.has(tag) };
  };
  const openCell = (tag: Tag) => {
    const row = tables.at(-1);
    if (tag.closes || !row) return put(tag, '');
    if (row.isFrame) edge(tag);
    else put(tag, row.cells === 0 ? '' : '\t');
    row.cells++;
  };
  const openBlock = (tag: Tag) => {
    const step = tag.closes ? -1 : 1;
    if (containers.has(tag.name)) depth = Math.max(0, depth + step);
    if (tag.name === 'pre') preformatted = Math.max(0, preformatted + step);
    // A paragraph of several lines stays together.
    const isApart = tag.name === 'p' && tag.closes && breaks > 0 && !isInCell();
    if (tag.name === 'p') breaks = 0;
    if (isApart) put(tag, isLineEmpty ? '\n' : '\n\n');
    else edge(tag);
  };
  const openInline = (tag: Tag) => {
    const isBeside = before?.end === tag.start && before.closes && !tag.closes && before.name === tag.name;
    put(tag, isBeside ? (tag.isStyled && !isInCell() ? '\t' : ' ') : '');
  };
  const breakLine = (tag: Tag, isSource: boolean) => {
    breaks++;
    const isAtEnd = /^[ \t]*\r?\n/.test(text.slice(tag.end, tag.end + 20));
    put(tag, isInCell() || !isSource ? ' ' : isAtEnd && preformatted === 0 ? '' : '\n');
  };
  const closeLink = (tag: Tag) => {
    const link = links.pop();
    const isHidden = link !== undefined && link.held !== '' && !shows(text.slice(link.end, tag.start), link.held);
    put(tag, isHidden ? ` <${link.held}>` : '');
  };

  for (const tag of tags) {
    copy(tag.start);
    const { name, closes } = tag;
    const isSource = tag.isSource || depth > 0 || tables.length > 0;
    if (name === 'a' && closes) closeLink(tag);
    else if (name === 'a') {
      links.push(tag);
      openInline(tag);
    } else if (name === 'br') breakLine(tag, isSource);
    else if (inline.has(name)) openInline(tag);
    else if (!isSource) put(tag, ' ');
    else if (name === 'table') openTable(tag);
    else if (name === 'tr') openRow(tag);
    else if (name === 'td' || name === 'th') openCell(tag);
    else openBlock(tag);
    before = tag;
  }
  copy(text.length);
  return editor.finish();
}

const lineEnds = /\r?\n\s*/g;
const cellBlanks = /[\t\r\n]\s*/g;

const containers = new Set(
  'html body div ul ol dl form section article main header footer aside nav blockquote fieldset'.split(' '),
);
const inline = new Set(
  `abbr acronym b base bdi bdo big button cite code del dfn em font i img input ins kbd label mark nobr option q s samp small span strike strong sub
  sup time tt u var wbr !`.split(/\s+/),
);

/** Whether the address of a link, or its number in any spelling, stands in what is seen of it. */
function shows(seen: string, address: string): boolean {
  if (seen.toLowerCase().includes(address.toLowerCase())) return true;
  const digits = address.replace(/\D/g, '');
  return digits.length >= 7 && !address.includes('@') && seen.replace(/\D/g, '').endsWith(digits.slice(-7));
}

/** A cell with more lines than this is a piece of the page's layout, not a value. */
const mostLinesOfCell = 8;

/** The tags that open rows which are pieces of the page's layout: of one cell, of many lines, or around a table. */
function framesOf(tags: readonly Tag[]): ReadonlySet<Tag> {
  const frames = new Set<Tag>();
  /** Rows and tables that are open. */
  const open: { tag: Tag; cells: number; lines: number }[] = [];
  const close = () => {
    const { tag, cells, lines } = open.pop()!;
    if (cells === 1 || lines > mostLinesOfCell * Math.max(1, cells)) frames.add(tag);
  };
  for (const tag of tags) {
    const last = open.at(-1);
    const isInRow = last?.tag.name === 'tr';
    if (tag.name === 'tr') {
      if (isInRow) close();
      if (!tag.closes) open.push({ tag, cells: 0, lines: 0 });
    } else if (tag.name === 'table') {
      if (tag.closes) {
        if (isInRow) close();
        open.pop();
      } else {
        if (isInRow) frames.add(last.tag);
        open.push({ tag, cells: 0, lines: 0 });
      }
    } else if (!isInRow || tag.closes) continue;
    else if (tag.name === 'td' || tag.name === 'th') last.cells++;
    else if (tag.name !== 'a' && !inline.has(tag.name)) last.lines++;
  }
  while (open.at(-1)?.tag.name === 'tr') close();
  return frames;
}
