// Labels in running text: whole words, near, before the value, in the same line. Also the labels of other things, which say
// what a number is not. Works backwards from the value, by hashes, so that a number without a label costs next to nothing.
import { isDigit, isLetter, unitAt } from '../../detectors/characters.ts';
import { type Detector, judgeNothing } from '../../detectors/detector.ts';
import { detectors } from '../../detectors/index.ts';

/** What stands before a value: the kinds it may be of ("NIF" is Spanish, Portuguese and French), `other` for a label of something else, or nothing. */
export type Label = readonly Detector[] | 'other' | undefined;

/** Things with numbers and dates of their own. */
const others =
  `order orders ordered invoice invoices invoiced receipt tracking track parcel consignment shipment shipped dispatched delivered
  delivery ref reference refs transaction transactions trx txn ticket case docket isbn issn ean upc gtin serial sku part parts model item article product batch lot version
  build revision release commit id ids uuid guid session request trace pid port timestamp epoch date dated updated created modified expires
  expiry expired expiration joined started start ended end registered admitted discharged died death due paid issued valid since from until visit visited
  appointment meeting booked booking seen married moved purchased bought signed hired left vat licence license passport policy claim quote hash checksum byte bytes
  size length offset line page count total amount price eur gbp usd latitude longitude lat lon coordinates bestellung bestellnummer rechnung rechnungsnummer
  sendungsnummer commande facture colis suivi pedido factura bestelling factuur iva ust btw tva nip regon siret siren`.split(
    /\s+/,
  );

/** Words that may stand between a label and its value. */
const fillers =
  `is was are were am be the a an no nr num number numbers of for on at in to and or my his her their your our its it as id code not yet still
  me us you we main home work mobile new old current direct day evening private office uk formatted dd mm yyyy yy date recorded given listed
  ist war lautet am le la el los der die das est es de op nummer er är é este jest to n o je mi mein meine mon ma mijn min mitt mio mia meu minha`.split(
    /\s+/,
  );

/** U+0100 to U+052F in lower case: the rest of Latin, Greek, Cyrillic. */
const lowerCase = Uint16Array.from({ length: 0x430 }, (_, k) =>
  unitAt(String.fromCharCode(k + 0x100).toLowerCase(), 0),
);

interface Node {
  label?: Detector[] | 'other';
  /** By hash of the word before. */
  before: Map<number, Node>;
}

/** Labels, last word first. Words are known by their hash: 32 bits, and no two words of one to six letters share one. */
const root: Node = { before: new Map() };

function nodeOf(words: string): Node {
  let node = root;
  for (const word of words.split(' ').reverse()) {
    const hash = hashOf(word, 0, word.length);
    const next = node.before.get(hash) ?? { before: new Map() };
    node.before.set(hash, next);
    node = next;
  }
  return node;
}

for (const detector of detectors)
  if (detector.anchor !== 'at' && detector.judge !== judgeNothing)
    for (const words of detector.labels) {
      const node = nodeOf(words);
      if (node.label && node.label !== 'other') node.label.push(detector);
      else node.label = [detector];
    }
for (const word of others) nodeOf(word).label ??= 'other';

/** Bit sets of hashes, of the words that end a label and of fillers: a quick no for all other words. */
const endings = bitsOf(root.before.keys());
const between = bitsOf(fillers.map((word) => hashOf(word, 0, word.length)));

function bitsOf(hashes: Iterable<number>): Int32Array {
  const bits = new Int32Array(2048);
  for (const hash of hashes) {
    const slot = slotOf(hash);
    bits[slot >> 5]! |= 1 << (slot & 31);
  }
  return bits;
}

function has(bits: Int32Array, slot: number): boolean {
  return (bits[slot >> 5]! & (1 << (slot & 31))) !== 0;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & 65_535;
}

/** Hash of a word, from its last letter to its first, in either case. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let k = end - 1; k >= start; k--) hash = (Math.imul(hash, 31) + foldCase(unitAt(text, k))) | 0;
  return hash;
}

function foldCase(code: number): number {
  if (code < 128 || (code >= 0xc0 && code <= 0xde)) return code | 32;
  return code >= 0x100 && code < 0x530 ? lowerCase[code - 0x100]! : code;
}

const reach = 64;
const farReach = 6;

/** Where the word that ends at `end` begins; `camelCase` is two words. */
function wordStart(text: string, floor: number, end: number): number {
  let start = end - 1;
  while (start > floor) {
    const code = unitAt(text, start - 1);
    if (!isLetter(code)) break;
    const here = unitAt(text, start);
    if (here >= 65 && here <= 90 && code >= 97 && code === foldCase(code)) break;
    // "NHSNumber": the last capital begins the next word.
    if (here >= 65 && here <= 90 && end - start > 3 && unitAt(text, start + 1) >= 97) break;
    start--;
  }
  return start;
}

/** Whether the label looked for stands in the line before its value's. */
let crossed = false;
/** Whether it might have. */
let reachedAbove = false;

/** Whether the answer given last depends on the line above the value's. */
export function dependsOnLineAbove(): boolean {
  return reachedAbove;
}

/** Where the line before the one that begins at `at` ends, if the value at `end` begins its line; or -1. */
function lineBreakBefore(text: string, floor: number, at: number, end: number): number {
  if (crossed) return -1;
  for (let k = at; k < end; k++) if (unitAt(text, k) !== 32 && unitAt(text, k) !== 9) return -1;
  let before = at - 1;
  while (before > floor && before > at - 5 && /[\r\n ]/.test(text.charAt(before - 1))) before--;
  return before;
}

/** Where the word before `end` ends, with only marks between; -1 at a line's or a sentence's end, or at another value. */
function wordEndBefore(text: string, floor: number, end: number, adjacent: boolean): number {
  let at = end;
  let digits = 0;
  while (at > floor) {
    const code = unitAt(text, at - 1);
    if (isLetter(code)) return at;
    if (code === 10 && adjacent) {
      reachedAbove = true;
      const before = lineBreakBefore(text, floor, at, end);
      if (before === -1) return -1;
      crossed = true;
      at = before;
      continue;
    }
    if (code === 10 || code === 13) return -1;
    if ((code === 9 || code === 59 || code === 124) && !adjacent) return -1;
    if ((code === 46 || code === 33 || code === 63) && !adjacent && at < end && unitAt(text, at) <= 32) {
      // "Tel. 020": a full stop behind a short word is no end of a sentence.
      if (code !== 46 || wordLength(text, floor, at - 1) > 4) return -1;
    }
    if (isDigit(code) && ++digits > 1) return -1;
    at--;
  }
  return -1;
}

function wordLength(text: string, floor: number, end: number): number {
  return end > floor && isLetter(unitAt(text, end - 1)) ? end - wordStart(text, floor, end) : 0;
}

/** Where the label found last begins. */
let labelStart = 0;

/** The longest label that ends with the word at `start` of that hash. */
function longest(text: string, floor: number, start: number, hash: number): Label {
  let node = root.before.get(hash);
  let found: Label;
  let first = start;
  while (node) {
    if (node.label) {
      found = node.label;
      labelStart = first;
    }
    if (node.before.size === 0) break;
    const stop = wordEndBefore(text, floor, first, true);
    if (stop === -1 || first - stop > 3) break;
    first = wordStart(text, floor, stop);
    node = node.before.get(hashOf(text, first, stop));
  }
  return found;
}

/**
 * The nearest label before `start`, not looking before `from`. With `far`, labels that may stand further away in the sentence
 * are looked for behind other words, too.
 */
export function labelBefore(text: string, from: number, start: number, far: boolean): Label {
  const floor = Math.max(from, start - reach);
  let at = start;
  let strangers = 0;
  crossed = false;
  reachedAbove = false;
  for (let words = 0; words <= farReach; words++) {
    const end = wordEndBefore(text, floor, at, words === 0);
    if (end === -1) return undefined;
    at = wordStart(text, floor, end);
    const hash = hashOf(text, at, end);
    const slot = slotOf(hash);
    if (has(endings, slot)) {
      const label = longest(text, floor, at, hash);
      // In the line above a label stands by itself: "Date of birth:" or "Date of birth".
      if (crossed && label && !beginsLine(text, from, labelStart)) return undefined;
      if (label === 'other') return strangers === 0 ? label : undefined;
      if (words === 0 && label && isOfCode(text, floor, labelStart, end, start)) return 'other';
      if (label) return strangers === 0 || label.some(mayStandFar) ? label : undefined;
    }
    if (crossed) return undefined;
    const code = unitAt(text, at);
    // Names may stand between: "NHS number of Jane Doe".
    if (has(between, slot) || (code >= 65 && code <= 90)) continue;
    if (!far) return undefined;
    strangers++;
  }
  return undefined;
}

/** "/v1/phone/42" and `name("phone", [42])`: a step of a path, and an argument before a list. */
function isOfCode(text: string, floor: number, labelStart: number, end: number, start: number): boolean {
  const behind = unitAt(text, end);
  if (behind === 47) return end + 1 === start && labelStart > floor && unitAt(text, labelStart - 1) === 47;
  return (behind === 34 || behind === 39) && unitAt(text, end + 1) === 44 && unitAt(text, start - 1) === 91;
}

const mayStandFar = ({ farLabel }: Detector) => farLabel === true;

function beginsLine(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && (unitAt(text, start - 1) === 32 || unitAt(text, start - 1) === 9)) start--;
  return start === from || unitAt(text, start - 1) === 10;
}
