// HTML without its people: the words change, the look stays. As a browser writes it out, so that every tag and attribute is whole:
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
import { decodeEntities } from '../extractors/xml.ts';
import { type Replacing, rounds, type Value, valuesIn, withoutValues, wordFor } from './values.ts';

/** A stretch of text between two tags, and what comes between it and the one before it for who reads. */
interface Run {
  before: string;
  text: string;
}

/** Markup, as it stays, with the runs it lies between. */
type Piece = string | Run;

const token = /<!--.*?-->|<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gis;
/** Gone with all in them: they show nothing, or something of another page. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'head',
]);
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** What only looks. Anything else may hold words of its own. */
const looks = new Set(
  'style class dir lang align valign width height border cellpadding cellspacing colspan rowspan bgcolor color face size start type'.split(
    ' ',
  ),
);

export function htmlWithoutValues(html: string, replacing: Replacing): { html: string; values: number } {
  const pieces = read(html, replacing);
  const runs = pieces.filter((piece) => typeof piece !== 'string');
  let values = 0;
  for (let round = 0; round < rounds; round++) {
    const text = runs.map(({ before, text }) => before + text).join('');
    const found = valuesIn(text, round, replacing).sort((a, b) => a.start - b.start || b.end - a.end);
    if (found.length === 0) break;
    values += found.length;
    replace(runs, found, text, replacing);
  }
  return { html: pieces.map((piece) => (typeof piece === 'string' ? piece : encode(piece.text))).join(''), values };
}

function read(html: string, replacing: Replacing): Piece[] {
  const pieces: Piece[] = [];
  let before = '';
  let hidden = '';
  let depth = 0;
  for (const [whole, closing, tag = '', attributes = ''] of html.matchAll(token)) {
    const name = tag.toLowerCase();
    if (depth > 0) {
      if (name === hidden) depth += closing ? -1 : 1;
      continue;
    }
    if (whole.startsWith('<!--')) continue;
    if (name === '') {
      pieces.push({ before, text: decode(whole) });
      before = '';
      continue;
    }
    if (dropped.has(name)) {
      hidden = name;
      depth = closing ? 0 : 1;
      continue;
    }
    if (name === 'td' || name === 'th') before = closing ? '\t' : before;
    else if (!inline.has(name)) before = '\n';
    pieces.push(closing ? `</${name}>` : `<${name}${onlyLooks(attributes, replacing)}>`);
  }
  return pieces;
}

function onlyLooks(attributes: string, replacing: Replacing): string {
  const kept = attributes.matchAll(/([\w:-]+)="([^"]*)"/g);
  return Array.from(kept, ([whole, name = '', value = '']) => {
    const isLink =
      (name === 'href' && /^https?:/i.test(value)) || (name === 'src' && /^(?:https?|cid|data:image\/):?/i.test(value));
    const isKept = looks.has(name) || (isLink && (value.startsWith('data:') || isAboutNobody(value, replacing)));
    return isKept ? ` ${whole}` : '';
  }).join('');
}

function isAboutNobody(address: string, replacing: Replacing): boolean {
  return withoutValues(decode(address).replace(/[&?=+]|%20/g, ' '), replacing).values === 0;
}

/** A value that lies in several runs stands in the first of them. Later values within an earlier one are gone with it. */
function replace(runs: Run[], found: readonly Value[], text: string, replacing: Replacing): void {
  let at = 0;
  let next = 0;
  for (const run of runs) {
    at += run.before.length;
    const from = at;
    const to = from + run.text.length;
    let rewritten = '';
    let done = from;
    while (next < found.length && found[next]!.start < to) {
      const { kind, start, end } = found[next]!;
      if (end > done) {
        const begins = Math.max(start, done);
        rewritten += text.slice(done, begins);
        if (start >= from && start >= done) rewritten += `[${wordFor(kind, text.slice(start, end), replacing)}]`;
        done = Math.min(end, to);
      }
      if (end > to) break;
      next++;
    }
    run.text = rewritten + text.slice(done, to);
    at = to;
  }
}

/** White space is what a browser makes of it. */
const decode = (text: string) => decodeEntities(text.replaceAll('&nbsp;', '\u00a0')).replace(/[\r\n\t]/g, ' ');

const encode = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
