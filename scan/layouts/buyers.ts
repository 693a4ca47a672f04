// Lists of people and what they paid, in lines or sentences without anything to reach them by: "Jane Doe – Gold plan – £240.00", "Jane Doe bought
// two chairs for £80; Bob Roe …". One alone is a mention; several, most of them with names that are known, are a firm's customers.
import { hasGivenName } from '../names/given-names.ts';
import { lastIndexOfName, lastNameIn } from '../names/person-name.ts';
import { vouchForOneAnother } from '../names/vouching.ts';
import type { Collector } from '../people/collector.ts';
import { takeWhole } from '../people/into-draft.ts';
import { flag } from '../people/person-record.ts';
import { clearDraft, emptyDraft } from '../people/record-draft.ts';

const fewestBuyers = 8;
/** How far before what was paid the name may stand. */
const nameReach = 120;
const signs = ['£', '$', '€', 'EUR', 'zł', 'kr'];
/** What somebody pays, not what a firm is worth: no thousands or millions in letters. */
const amount =
  /(?:[£$€] ?\d{1,3}(?:[ ,.’']?\d{3}){0,1}(?:[.,]\d{1,2})?(?![\d.,]*\d)|\b\d{1,3}(?:[ .’']\d{3}){0,1}(?:,\d\d|\.\d\d)? ?(?:€|EUR\b|zł|kr\b))(?! ?(?:k|m|mn|mio|bn|tn|million|billion|mill)\b)/giu;

interface Buyer {
  name: string;
  at: number;
}

/** Reads `from` ≤ position < `to`, a text without tables and labels, and counts each buyer once. */
export function readBuyers(
  text: string,
  from: number,
  to: number,
  collector: Collector,
  toPart: (position: number) => number,
): void {
  const buyers = buyersIn(text, from, to);
  if (buyers.size === 0) return;
  const group = collector.nextGroup();
  const draft = emptyDraft();
  for (const { name, at } of buyers.values()) {
    clearDraft(draft);
    takeWhole(name, at, 'name', draft, collector, toPart);
    draft.flags |= flag.purchase | flag.beyondContact;
    collector.add(draft, { nameAlone: true, phoneAlone: false }, 'mentions', group);
  }
}

function buyersIn(text: string, from: number, to: number): ReadonlyMap<string, Buyer> {
  const none = new Map<string, Buyer>();
  const stretch = text.slice(from, to);
  if (!signs.some((sign) => stretch.includes(sign))) return none;
  const buyers = new Map<string, Buyer>();
  let amounts = 0;
  let known = 0;
  let before = from;
  for (const match of stretch.matchAll(amount)) {
    const start = from + match.index;
    amounts++;
    const buyer = buyerBefore(text, Math.max(before, start - nameReach), start);
    before = start + match[0].length;
    if (!buyer) continue;
    if (hasGivenName(buyer.name)) known++;
    buyers.set(buyer.name.toLowerCase(), buyer);
  }
  return buyers.size >= fewestBuyers && vouchForOneAnother(amounts, known, 2 / 5) ? buyers : none;
}

/** The first name with a given name that is known, else the first that looks like one: what was bought may look so, too. */
function buyerBefore(text: string, from: number, to: number): Buyer | undefined {
  let first: Buyer | undefined;
  let known: Buyer | undefined;
  for (let end = to; ; ) {
    const name = lastNameIn(text, from, end);
    const at = name === undefined ? -1 : lastIndexOfName(text, name, from, end);
    if (name === undefined || at < 0) return known ?? first;
    first = { name, at };
    if (hasGivenName(name)) known = first;
    end = at;
  }
}
