// Whether this machine's clock can be gone by for what does not come back: erasing waits until it has run for a week without a jump.
import { browser } from 'wxt/browser';

const anHour = 3_600_000;
const aWeek = 7 * 24 * anHour;
const key = 'clock';

interface Seen {
  /** When it was last looked at, by itself. */
  at: number;
  /** Since when it has run without a jump. */
  since: number;
}

/** A browser that was closed for more than a week looks like a clock that jumped: then it waits as well. */
export async function isClockSteady(now: number): Promise<boolean> {
  const seen = (await browser.storage.local.get(key))[key] as Seen | undefined;
  const isJump = seen === undefined || now < seen.at - anHour || now > seen.at + aWeek;
  const since = isJump ? now : seen.since;
  await browser.storage.local.set({ [key]: { at: now, since } satisfies Seen });
  return now - since >= aWeek;
}
