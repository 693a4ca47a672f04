// What has been let go: a message by its words and by whom it goes to, so that the request which carries it passes, and no other. Kept where
// no page can see it.
import { addressesIn } from '@/webmails/page/addresses-in.ts';
import { newWords, type Said, shareOf } from '@/webmails/requests/content.ts';
import type { Draft } from '@/webmails/webmail.ts';

export interface Clearances {
  /**
   * `aside`: it followed a message, and nobody needs to be asked about it. It says nothing about what sends, and how long ago. `alone`: one
   * request carried it, and the gate on the network knows of that one.
   */
  add(texts: string[], people: string[], how?: 'aside' | 'alone'): void;
  /**
   * What was let go and this is, give or take what a product says about itself. `isMore`: or what was let go aside. `mustSay`: it carries the
   * text of it, and does not only name it.
   */
  covers(content: Said, how?: { isMore?: boolean | undefined; mustSay?: boolean | undefined }): Cleared | undefined;
  /** Whether a draft is one that was let go, and nothing more. It adds nothing to that. */
  isOne(content: Said, files: readonly string[]): boolean;
  /** Whether something was let go just now, and this is more than it: nobody knows what the page makes of a press. */
  exceeds(content: Said): boolean;
  /** What was let go just now. */
  recent(): Cleared | undefined;
  /** For a request that names a message, or seals it: one that was let go just now. Good once. */
  take(): Cleared | undefined;
}

export interface Cleared {
  /** When it was let go; 0 where the gate on the network was told of one request alone, and has to be told of each. */
  at: number;
  /** Addresses it goes to, and who sends it. */
  people: string[];
  texts: string[];
  /** What requests added to it so far, and what it counts for. */
  added: Map<string, number>;
}

/** Names, ids, dates, tags and styles that a product adds to a message, each a word. Fewer than would make a dozen people, in all its requests. */
const ownWords = 40;
const mostWords = 60;
/** Ids and times. */
const mostTriedAnew = 12;
const keptAtMost = 20;
const asideAtMost = 5;
/** Of a message's words, how many make a request its bearer. */
export const bearing = 0.8;
const unreadWithin = 60_000;
const followsWithin = 20_000;

export function clearances(now: () => number): Clearances {
  const kept: Cleared[] = [];
  const aside: Cleared[] = [];
  let hasOne = false;
  let lastAdded = Number.NEGATIVE_INFINITY;
  const isWithin = (most: number) => now() - lastAdded < most;
  const recent = () => (isWithin(unreadWithin) ? kept[0] : undefined);
  const isToThem = (content: Said, { people }: Cleared) =>
    namedIn(content.to).every((address) => people.includes(address));
  const isCovered = (content: Said, one: Cleared, mustSay?: boolean) => {
    if (!isToThem(content, one)) return false;
    const words = newWords(content, one.texts, ownWords);
    const added = new Map([...one.added, ...words]);
    if (sum(words) > ownWords || sum(added) > mostWords) return false;
    if (mustSay && !(shareOf(longestOf(one.texts), content) >= bearing)) return false;
    one.added = added;
    return true;
  };
  return {
    add(texts, people, how) {
      const isAside = how === 'aside';
      const list = isAside ? aside : kept;
      list.unshift({ at: how === 'alone' ? 0 : now(), texts, people: namedIn(people), added: new Map() });
      list.splice(isAside ? asideAtMost : keptAtMost);
      if (isAside) return;
      hasOne = true;
      lastAdded = now();
    },
    covers: (content, { isMore, mustSay } = {}) =>
      [...kept, ...(isMore ? aside : [])].find((one) => isCovered(content, one, mustSay)),
    isOne: (content, files) =>
      kept.some(
        (one) =>
          isToThem(content, one) &&
          newWords(content, one.texts, 0).size === 0 &&
          files.every((name) => one.texts.includes(name)),
      ),
    exceeds: (content) =>
      isWithin(followsWithin) && kept.every(({ texts }) => sum(newWords(content, texts, ownWords)) > ownWords),
    recent,
    take() {
      const taken = hasOne ? recent() : undefined;
      hasOne = false;
      return taken;
    },
  };
}

/** Whether somebody tries the same again: some ids and times are others, and nothing was added or taken away. */
export function isAlike(one: Said, other: Said): boolean {
  const newIn = (inner: Said, outer: Said) => {
    const words = newWords(inner, [outer.body], mostTriedAnew);
    const isSame =
      sum(words) <= mostTriedAnew &&
      inner.to.every((address) => outer.to.includes(address)) &&
      [...words.keys()].every((word) => /\d|^.$/u.test(word));
    return isSame ? words.size : Number.NaN;
  };
  return newIn(one, other) === newIn(other, one);
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

function sum(words: ReadonlyMap<string, number>): number {
  return [...words.values()].reduce((all, one) => all + one, 0);
}

export function textsOf(draft: Draft): string[] {
  return [...peopleOf(draft), draft.subject, draft.body, ...draft.attachments.map(({ name }) => name)];
}

export function peopleOf({ account = '', to, cc, bcc }: Draft): string[] {
  return [account, ...to, ...cc, ...bcc];
}

export function namedIn(entries: readonly string[]): string[] {
  return entries.flatMap(addressesIn).map((address) => address.toLowerCase());
}
