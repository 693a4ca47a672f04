// What has been let go: a message by its words, so that the request which carries it passes, and no other. Kept where no page can see it.
import { hasNewWords, type RequestContent } from '@/webmails/request-content.ts';
import type { Draft } from '@/webmails/webmail.ts';

export interface Clearances {
  add(texts: string[]): void;
  /** Whether this is what was let go, give or take what a product says about itself. */
  covers(content: RequestContent): boolean;
  /** For a request that cannot be read: whether something was let go just now. Good once. */
  take(): boolean;
}

/** Names, ids and dates that a product adds to a message, each a word. Fewer than would make a handful of people. */
const ownWords = 24;
const keptAtMost = 20;
const unreadWithin = 60_000;

export function clearances(now: () => number): Clearances {
  const kept: string[][] = [];
  let last: number | undefined;
  return {
    add(texts) {
      kept.unshift(texts);
      kept.length = Math.min(kept.length, keptAtMost);
      last = now();
    },
    covers: (content) => kept.some((texts) => !hasNewWords(content, texts, ownWords)),
    take() {
      const isFresh = last !== undefined && now() - last < unreadWithin;
      last = undefined;
      return isFresh;
    },
  };
}

export function textsOf({ account, to, cc, bcc, subject, body, attachments }: Draft): string[] {
  return [account ?? '', ...to, ...cc, ...bcc, subject, body, ...attachments.map(({ name }) => name)];
}
