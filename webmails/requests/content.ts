// The message in a request, as far as it can be read there without knowing the product: every text in it, and every text that is an
// address or a list of addresses. Rather too much of both than too little: it is judged, and shown to nobody.
import { splitAddresses } from '../page/address-list.ts';
import { together } from '../page/markup.ts';
import { type Leaf, leavesOf, type RequestBody } from './body.ts';

/** To whom, and what. */
export interface Said {
  to: string[];
  body: string;
}

export interface RequestContent extends Said {
  isHtml: boolean;
  /** How many files lie beside the texts, unread. */
  files: number;
}

const fromNames = /^_?(from|sender|account|identity|mailfrom)/i;
/** Ids of messages and of pictures in them have the form of addresses. */
const idNames = /reply|references|(message|content).?id|^_?(m?id|cid|irt)$/i;
const longestList = 200_000;
/** No more than this of a long text is split before it is clear that it is no list. */
const beginning = 2_000;
const longWord = 80;
const mostAsked = 200;

export function contentOf(body: RequestBody | undefined): RequestContent {
  const leaves = leavesOf(body).filter(({ text }) => !isQuery(text));
  const to = leaves.flatMap(recipientsIn);
  const texts = leaves.map(({ text }) => ({ body: text, isHtml: isMarkup(text) }));
  const files = typeof body === 'object' ? body.filter(([, value]) => value === undefined).length : 0;
  return { to: [...new Set(to)], ...together(texts), files };
}

/**
 * The words of a request that are in none of the texts that were judged, each with how many it counts for; looked for until they are more
 * than `most`. Names and keys of the product are none of its texts.
 */
export function newWords(content: Said, judged: readonly string[], most: number): Map<string, number> {
  // What was judged stands in most requests as it is.
  let rest = content.body;
  for (const text of judged) if (text.length > longWord) rest = rest.replaceAll(text, ' ');
  const found = new Map<string, number>();
  let known: Set<string> | undefined;
  let sum = 0;
  for (const word of wordsIn(rest)) {
    known ??= new Set(judged.flatMap((text) => [...wordsIn(text)]));
    if (found.has(word) || known.has(word)) continue;
    const weight = Math.ceil(word.length / lengthOfWord);
    found.set(word, weight);
    sum += weight;
    if (sum > most) break;
  }
  return found;
}

/** The share, from 0 to 1, of the words of a text that a request carries; not a number where it has none. Of a long text, of some words all over it. */
export function shareOf(text: string, content: Said): number {
  const told = [...new Set(wordsIn(text.replace(tag, ' ')))];
  // Short ones stand within others.
  const long = told.filter((word) => word.length > 3);
  const all = long[0] ? long : told;
  const every = Math.ceil(all.length / mostAsked);
  const words = all.filter((_, index) => index % every === 0);
  const carried = content.body.toLowerCase();
  return words.filter((word) => carried.includes(word)).length / words.length;
}

const tag = /<[^<>]{0,2000}>/g;
/** A word as long as several, in hexadecimal, counts as several. */
const lengthOfWord = 16;

/** Letters and digits between anything else, in and out of tags. A reference to a character is that character. */
function* wordsIn(text: string): Generator<string> {
  const plain = text
    .replace(/&#(x?)([\da-f]{1,7});?/gi, (_, hex, code) => String.fromCharCode(Number(`0${hex}${code}`)))
    .replace(/&[a-z]{2,6};/gi, ' ')
    .toLowerCase();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) yield word;
}

/** GraphQL: the product's own words. A message stands in the variables beside them; what is in quotes, a number or an address is somebody's. */
function isQuery(text: string): boolean {
  return /^\s*(query|mutation|fragment)\s[^"#]{1,20000}\}\s*$/.test(text) && !/\d{3}|@\S+\./.test(text);
}

function recipientsIn({ name, text }: Leaf): string[] {
  if (fromNames.test(name) || idNames.test(name) || !text.includes('@') || text.length > longestList) return [];
  if (text.length > beginning && !splitAddresses(text.slice(0, beginning)).slice(0, -1).every(isAddress)) return [];
  const entries = splitAddresses(text);
  return entries.every(isAddress) ? entries : [];
}

function isAddress(entry: string): boolean {
  if (entry.length > 320) return false;
  const open = entry.lastIndexOf('<');
  const address = open < 0 ? entry : entry.slice(open + 1).replace(/>$/, '');
  return /^[^\s<>@"]+@[^\s<>@"]+$/.test(address.trim());
}

function isMarkup(text: string): boolean {
  return /<[a-z!/][^<>]{0,2000}>/i.test(text) && !/^[^<]*<[^<>@\s]+@[^<>@\s]+>/.test(text);
}
