// By which time erasing goes, which cannot be undone: this machine's clock once it has run for a week without a jump, before that one that is
// late rather than early.
import { browser } from 'wxt/browser';

const anHour = 3_600_000;
const aWeek = 7 * 24 * anHour;
const key = 'clock';

interface Seen {
  /** When it was last looked at, by itself. */
  at: number;
  /** Since when it has run without a jump. */
  since: number;
  /** What time it was then at least. */
  least?: number;
}

/** Epoch milliseconds; 0 where nothing may be erased yet. A browser that was closed for more than a week looks like a clock that jumped: a week of it is believed at once. */
export async function timeToEraseBy(now: number): Promise<number> {
  const seen = (await browser.storage.local.get(key))[key] as Seen | undefined;
  const hasJumped = seen === undefined || now < seen.at - anHour || now > seen.at + aWeek;
  const since = hasJumped ? now : seen.since;
  const before = seen === undefined ? 0 : hasJumped ? seen.at + aWeek : (seen.least ?? 0);
  const least = Math.min(now, before);
  await browser.storage.local.set({ [key]: { at: now, since, least } satisfies Seen });
  return now - since >= aWeek ? now : least;
}
