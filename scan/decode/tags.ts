// The tags of HTML that stand in a text, if it is one that holds HTML. Data in XML has names of its own, and programs write tags between
// other things. Elements: https://html.spec.whatwg.org/multipage/indices.html#elements-3

import { createNext } from '../formats/next.ts';

export interface Tag {
  start: number;
  end: number;
  /** In lower case; `!` for the beginning of a comment. */
  name: string;
  closes: boolean;
  /** What it carries along unseen: the address of a link, words and data in attributes. */
  held: string;
  /** Whether it has a class, as what is laid out side by side has. */
  isStyled: boolean;
  /** The line it stands on begins with a tag: it is the source of a page, not a text with a tag in it. */
  isSource: boolean;
}

const tagHere =
  /<(\/?)([a-z][a-z0-9]{0,15})(?=[\s/>])((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}'){0,2000}?)\s{0,20}\/?>/iy;
const nameHere = /<\/?([\p{L}_][\w:.-]{0,40})[\s/>]/uy;

const elements = new Set(
  `a abbr acronym address article aside b base bdi bdo big blockquote body br button caption center cite code col colgroup dd del details dfn div dl dt em
  fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark meta nav nobr ol
  option p pre q s samp script section select small span strike strong style sub summary sup table tbody td textarea tfoot th thead time title tr tt u ul var
  wbr`.split(/\s+/),
);
/** Data in XML has none of these. */
const telling = new Set('a b br dd div dl em h1 h2 h3 hr i li ol p span strong td th tr ul'.split(' '));

/** Fewest tags that make a text one with HTML in it, and which part of all its tags must be HTML's. */
const fewest = 2;
const most = 0.8;
/** After so many tags it is known what they are. */
const enough = 200;

/** In order; none where the text holds no HTML. */
export function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  let others = 0;
  let isTold = false;
  const breaks = createNext(text, '\n');
  let line = 0;
  let lineEnd = -1;
  let isSource = false;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (at > lineEnd) {
      line = text.lastIndexOf('\n', at) + 1;
      lineEnd = breaks.from(at);
      isSource = isBlank(text, line, at);
    }
    if (text.startsWith('<!--', at)) {
      // Rows may be commented out: they are read as well.
      tags.push(commentMark(at, at + 4, isSource));
      at += 4;
      continue;
    }
    const tag = tagAt(text, at);
    if (tag) {
      tag.isSource = isSource || opensWithin(text, line, tag);
      isSource = tag.isSource;
      tags.push(tag);
      isTold ||= telling.has(tag.name);
      at = tag.end;
    } else {
      nameHere.lastIndex = at;
      if (nameHere.test(text)) others++;
      at++;
    }
    if (tags.length + others === enough && !isEnough(tags.length, others)) return [];
  }
  return isTold && isEnough(tags.length, others) ? tags : [];
}

const isEnough = (tags: number, others: number) => tags >= fewest && tags >= (tags + others) * most;

function tagAt(text: string, at: number): Tag | undefined {
  tagHere.lastIndex = at;
  const found = tagHere.exec(text);
  const name = found?.[2]?.toLowerCase();
  if (!found || name === undefined || !elements.has(name)) return undefined;
  const attributes = found[3]!;
  return {
    start: at,
    end: tagHere.lastIndex,
    name,
    closes: found[1] === '/',
    held: attributes === '' ? '' : heldBy(attributes),
    isStyled: /\sclass\s{0,4}=/i.test(attributes),
    isSource: false,
  };
}

const commentMark = (start: number, end: number, isSource: boolean): Tag => ({
  start,
  end,
  name: '!',
  closes: false,
  held: '',
  isStyled: false,
  isSource,
});

const attribute = /([a-z][a-z-]{0,40})\s{0,4}=\s{0,4}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'>]{1,2000}))/giu;

/** The address of a link to write to or to call, else what looks like data of somebody. */
function heldBy(attributes: string): string {
  let held = '';
  for (const [, name, double, single, bare] of attributes.matchAll(attribute)) {
    const value = (double ?? single ?? bare ?? '').trim();
    const link = /^href$/i.test(name!) ? /^(?:mailto|tel|sms):([^?]{1,320})/i.exec(value)?.[1] : undefined;
    if (link !== undefined) return link;
    if (
      /^(?:data-|aria-)|^(?:title|alt|value|content|placeholder)$/i.test(name!) &&
      /@|(?:\d\D{0,2}){6}|\p{L} \p{L}/u.test(value)
    )
      held += ` ${value}`;
    else if (/^(?:href|src|action)$/i.test(name!) && /[?&#].*(?:@|%40)/.test(value))
      held += ` ${value.replaceAll('&', ' ')}`;
  }
  return held.trim();
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 62) return false;
  return true;
}

const pageParts = new Set(['html', 'body', 'table', 'tr', 'ul', 'ol']);

/** "Here it is: <table>…": a page begins behind words, but not in a cell or in a string. */
function opensWithin(text: string, line: number, { name, closes, start }: Tag): boolean {
  return !closes && pageParts.has(name) && start - line <= 200 && !/["'\t;|]|,\S/.test(text.slice(line, start));
}
