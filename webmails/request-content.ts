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

export function contentOf(body: RequestBody | undefined): RequestContent {
  const leaves = leavesOf(body);
  const to = leaves.flatMap(recipientsIn);
  const isHtml = leaves.some(({ text }) => isMarkup(text));
  const texts = leaves.map(({ text }) => (isHtml && !isMarkup(text) ? escaped(text) : text));
  const files = typeof body === 'object' ? body.filter(([, value]) => value === undefined).length : 0;
  return { to: [...new Set(to)], body: texts.join('\n'), isHtml, files };
}

/**
 * How many words of a request are in none of the texts that were judged. Names and keys of the product do not count, nor do addresses of
 * recipients that were.
 */
export function newWords(content: RequestContent, judged: readonly string[]): number {
  const known = new Set(judged.flatMap(wordsIn));
  let count = 0;
  for (const word of new Set(wordsIn(content.body))) if (!known.has(word)) count += 1;
  return count;
}

/** The share, from 0 to 1, of the words of a text that a request carries. */
export function shareOf(text: string, content: RequestContent): number {
  const words = new Set(wordsIn(text));
  if (words.size === 0) return 0;
  const carried = new Set(wordsIn(content.body));
  let count = 0;
  for (const word of words) if (carried.has(word)) count += 1;
  return count / words.size;
}

/** Letters and digits between anything else; markup and character references are left out. */
function wordsIn(text: string): string[] {
  return (
    text
      .replace(/<[^<>]{0,2000}>|&#?\w{1,10};/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? []
  );
}

function recipientsIn({ name, text }: Leaf): string[] {
  if (fromNames.test(name) || !text.includes('@') || text.length > longestList) return [];
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
