// HTML as the lines a reader sees, tables as rows with tabs, in document order. Text that is hidden or white counts: it leaves too.
// So do comments, styles, scripts and what attributes hold: a source editor puts anything there. It follows the visible text.
// https://html.spec.whatwg.org/multipage/syntax.html
import { Parser } from 'htmlparser2';
import type { Part } from '../scan/part.ts';
import { readText } from './charset.ts';
import type { Extractor } from './extractor.ts';
import { createLayout } from './layout.ts';

export const html: Extractor = {
  id: 'html',
  accepts({ head }) {
    const start = new TextDecoder('windows-1252').decode(head.filter((byte) => byte !== 0));
    return /^\W{0,4}(?:<!--[^>]*-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html|head|body|meta|title|style|table|div)\b/i.test(
      start,
    );
  },
  async extract({ file, name, head }, reading) {
    const declared = /charset\s*=\s*["']?([\w-]{3,20})/i.exec(new TextDecoder('windows-1252').decode(head))?.[1];
    const { text, isBinary } = await readText(file, reading, declared);
    const part = layOut(text, name, () => reading.check());
    return isBinary ? { ...part, unreadable: 'unknown-format' } : part;
  },
};

/** A mail body in HTML as a part. Pure and synchronous; linear in the length. */
export function htmlToPart(html: string, name: string): Part {
  return layOut(html, name, () => {});
}

const slice = 1 << 16;
/** Browsers nest 512 elements; the parser's time grows with the square of this. */
const deepest = 5_000;

function layOut(html: string, name: string, check: () => void): Part {
  const layout = createLayout();
  /** Depth below an element whose text is no text. */
  let unread = 0;
  let preformatted = 0;
  let depth = 0;
  /** Addresses of the links that are open, and the text seen in them. */
  const links: { address: string; seen: string }[] = [];

  /** What no reader sees and the recipient still gets. */
  const unseen: string[] = [];

  const write = (raw: string) => {
    if (unread > 0) {
      unseen[unseen.length - 1] += raw;
      return;
    }
    for (const link of links) link.seen += raw;
    if (preformatted > 0) return writePreformatted(raw);
    const text = collapse(raw);
    layout.text(text.startsWith(' ') && layout.lineState() !== 'open' ? text.slice(1) : text);
  };
  const writePreformatted = (raw: string) => {
    raw.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) layout.lineBreak();
      layout.text(line);
    });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      depth++;
      if (unreadElements.has(tag)) unread++;
      if (tag === 'pre' || tag === 'textarea') preformatted++;
      openElement(tag, attributes);
      for (const name in attributes) {
        const held = heldBy(name, attributes[name] ?? '');
        if (held !== '') unseen.push(held);
      }
      if (unreadElements.has(tag)) unseen.push('');
    },
    ontext: write,
    oncomment: (text) => unseen.push(text),
    onclosetag(tag) {
      depth--;
      if (unreadElements.has(tag)) unread--;
      if (tag === 'pre' || tag === 'textarea') preformatted--;
      closeElement(tag);
    },
  });

  const openElement = (tag: string, attributes: Record<string, string>) => {
    switch (tag) {
      case 'br':
        return layout.lineBreak();
      case 'p':
        return layout.openParagraph();
      case 'table':
        return layout.openTable();
      case 'tr':
        return layout.openRow();
      case 'td':
      case 'th':
        return layout.openCell(Number(attributes.colspan) || 1, Number(attributes.rowspan) || 1);
      case 'hr':
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
        return layout.blankLine();
      case 'a':
        links.push({ address: addressOf(attributes.href), seen: '' });
        return;
      case 'img':
        if (attributes.alt) write(` ${attributes.alt} `);
        return;
      case 'input':
        if (attributes.value) write(` ${attributes.value} `);
        return;
      default:
        if (!inlineElements.has(tag)) layout.edge();
    }
  };

  const closeElement = (tag: string) => {
    switch (tag) {
      case 'p':
        return layout.closeParagraph();
      case 'table':
        return layout.closeTable();
      case 'tr':
        return layout.closeRow();
      case 'td':
      case 'th':
        return layout.closeCell();
      case 'a': {
        const link = links.pop();
        if (link?.address && !shows(link.seen, link.address)) write(` <${link.address}>`);
        return;
      }
      case 'br':
      case 'hr':
        return;
      default:
        if (!inlineElements.has(tag)) layout.edge();
    }
  };

  let at = 0;
  for (; at < html.length && depth < deepest; at += slice) {
    check();
    parser.write(html.slice(at, at + slice));
  }
  parser.end();
  const text = [layout.finish(), ...unseen.map((one) => one.trim()).filter((one) => one !== '')].join('\n\n');
  const part: Part = { name, type: 'html', text };
  return at < html.length ? { ...part, unreadable: 'too-deep' } : part;
}

/** White space as a browser shows it, but a tab on its own stays: pasted tables are parted by them. */
function collapse(text: string): string {
  if (!/[\n\r\f]| {2}/.test(text)) return text;
  return text.replace(/[ \t\f]*[\n\r][\s\u200b]*?(?=[^ \t\n\r\f]|$)/g, ' ').replace(/ {2,}/g, ' ');
}

/** The address behind a mail or phone link: it leaves with the mail even where a name covers it. */
function addressOf(href = ''): string {
  const found = /^(?:mailto|tel|sms):([^?]+)/i.exec(href.trim())?.[1];
  if (!found) return '';
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** Whether the address, or the number in any spelling, stands in what is seen. */
function shows(seen: string, address: string): boolean {
  if (seen.toLowerCase().includes(address.toLowerCase())) return true;
  const digits = address.replace(/\D/g, '');
  return digits.length >= 7 && !address.includes('@') && seen.replace(/\D/g, '').endsWith(digits.slice(-7));
}

/** What an attribute carries along besides its look: words, data, and the query of an address. */
function heldBy(name: string, value: string): string {
  if (/^(?:data-|aria-)|^(?:title|content|placeholder|summary|label)$/.test(name)) return value;
  if (name !== 'href' && name !== 'src' && name !== 'action') return '';
  const query = /^[a-z][a-z+.-]{0,20}:[^?#]{0,2000}[?#]/i.exec(value)?.[0].length ?? value.length;
  try {
    return decodeURIComponent(value.slice(query).replaceAll('+', ' ').replaceAll('&', '\n'));
  } catch {
    return value.slice(query);
  }
}

const unreadElements = new Set(['script', 'style']);

/** Everything else starts and ends a line. */
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark nobr q s samp script small span strike strong style sub sup time tt u var wbr'.split(
    ' ',
  ),
);
