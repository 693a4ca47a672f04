// What has been let go: a message by its words and by whom it goes to, so that the request which carries it passes, and no other. Kept where
// no page can see it.
import { addressesIn } from '@/webmails/addresses-in.ts';
import { newWords, type RequestContent } from '@/webmails/request-content.ts';
import type { Draft } from '@/webmails/webmail.ts';

export interface Clearances {
  /** `isAside`: it followed a message, and nobody needs to be asked about it. It says nothing about what sends, and how long ago. */
  add(texts: string[], people: string[], isAside?: boolean): void;
  /** Whether this is what was let go, give or take what a product says about itself. `isMore`: or what was let go aside. */
  covers(content: RequestContent, isMore?: boolean): boolean;
  /** Whether something was let go just now, and this is more than it: nobody knows what the page makes of a press. */
  exceeds(content: RequestContent): boolean;
  /** For a request that cannot be read: whether something was let go just now. Good once. */
  take(): boolean;
}

interface Cleared {
  /** Addresses it goes to, and who sends it. */
  people: string[];
  texts: string[];
  /** What requests added to it so far, and what it counts for. */
  added: Map<string, number>;
}

/** Names, ids, dates, tags and styles that a product adds to a message, each a word. Fewer than would make a dozen people, in all its requests. */
const ownWords = 40;
const mostWords = 60;
const keptAtMost = 20;
const asideAtMost = 5;
const unreadWithin = 60_000;
const followsWithin = 20_000;

export function clearances(now: () => number): Clearances {
  const kept: Cleared[] = [];
  const aside: Cleared[] = [];
  let last: number | undefined;
  let lastAdded = 0;
  const isCovered = (content: RequestContent, one: Cleared) => {
    if (!namedIn(content.to).every((address) => one.people.includes(address))) return false;
    const words = newWords(content, one.texts, ownWords);
    const added = new Map([...one.added, ...words]);
    if (sum(words) > ownWords || sum(added) > mostWords) return false;
    one.added = added;
    return true;
  };
  return {
    add(texts, people, isAside) {
      const list = isAside ? aside : kept;
      list.unshift({ texts, people: namedIn(people), added: new Map() });
      list.splice(isAside ? asideAtMost : keptAtMost);
      if (isAside) return;
      last = now();
      lastAdded = last;
    },
    covers: (content, isMore) => [...kept, ...(isMore ? aside : [])].some((one) => isCovered(content, one)),
    exceeds: (content) =>
      now() - lastAdded < followsWithin &&
      kept.every(({ texts }) => sum(newWords(content, texts, ownWords)) > ownWords),
    take() {
      const isFresh = last !== undefined && now() - last < unreadWithin;
      last = undefined;
      return isFresh;
    },
  };
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
