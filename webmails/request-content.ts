// The message in a request, as far as it can be read there without knowing the product: every text in it, and every text that is an
// address or a list of addresses. Rather too much of both than too little: it is judged, and shown to nobody.
import { splitAddresses } from './address-list.ts';
import { type Leaf, leavesOf, type RequestBody } from './request-body.ts';

export interface RequestContent {
  to: string[];
  body: string;
  isHtml: boolean;
  /** How many files lie beside the texts, unread. */
  files: number;
}

const fromNames = /^_?(from|sender|account|identity|replyto|reply_to|reply-to|mailfrom)/i;
const longestList = 200_000;
/** No more than this of a long text is split before it is clear that it is no list. */
const beginning = 2_000;
const longWord = 80;
const mostAsked = 200;

export function contentOf(body: RequestBody | undefined): RequestContent {
  const leaves = leavesOf(body);
  const to = leaves.flatMap(recipientsIn);
  const isHtml = leaves.some(({ text }) => isMarkup(text));
  const texts = leaves.map(({ text }) => (isHtml && !isMarkup(text) ? escaped(text) : text));
  const files = typeof body === 'object' ? body.filter(([, value]) => value === undefined).length : 0;
  return { to: [...new Set(to)], body: texts.join('\n'), isHtml, files };
}

/**
 * Whether more than `most` words of a request are in none of the texts that were judged. Names and keys of the product do not count, nor
 * do addresses of recipients that were.
 */
export function hasNewWords(content: RequestContent, judged: readonly string[], most: number): boolean {
  // What was judged stands in most requests as it is.
  let rest = content.body;
  for (const text of judged) if (text.length > longWord) rest = rest.replaceAll(text, ' ');
  const others = new Set<string>();
  let known: Set<string> | undefined;
  for (const word of wordsIn(rest)) {
    if (others.has(word)) continue;
    known ??= new Set(judged.flatMap((text) => [...wordsIn(text)]));
    if (!known.has(word)) others.add(word);
    if (others.size > most) return true;
  }
  return false;
}

/** The share, from 0 to 1, of the words of a text that a request carries. Of a long text, of some words all over it. */
export function shareOf(text: string, content: RequestContent): number {
  const told = [...new Set(wordsIn(text))];
  // Short ones stand within others.
  const long = told.filter((word) => word.length > 3);
  const all = long.length > 0 ? long : told;
  if (all.length === 0) return 0;
  const every = Math.ceil(all.length / mostAsked);
  const words = all.filter((_, index) => index % every === 0);
  const carried = content.body.toLowerCase();
  return words.filter((word) => carried.includes(word)).length / words.length;
}

/** Letters and digits between anything else; markup and character references are left out. */
function* wordsIn(text: string): Generator<string> {
  const plain = text.replace(/<[^<>]{0,2000}>|&#?\w{1,10};/g, ' ').toLowerCase();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]{2,}/gu)) yield word;
}

function recipientsIn({ name, text }: Leaf): string[] {
  if (fromNames.test(name) || !text.includes('@') || text.length > longestList) return [];
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

function escaped(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}
