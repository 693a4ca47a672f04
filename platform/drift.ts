// Webmails that were not as they are known: kept by webmail, as IT is to hear of it though the window, the tab or the browser was closed soon
// after. Ids of webmails and of parts only.
import { browser } from 'wxt/browser';
import type { PageState } from '../guard/ports.ts';
import { inTurn } from './in-turn.ts';

interface Drift {
  missing: NonNullable<PageState['missing']>;
  /** When it was last seen, epoch milliseconds. */
  at: number;
  /** Something is written, and no compose window was found: it may be none. */
  isGuess?: true;
  /** The collector has heard of it. */
  isTold?: true;
  /** A later look found every part. */
  isOver?: true;
}

type Drifts = Record<string, Drift>;

const key = 'drift';
/** What nobody saw again, or nobody can be told, is old. */
const keptFor = 30 * 24 * 3_600_000;
const isOld = ({ at }: Drift, now: number) => at < now - keptFor;
const turn = inTurn();

/** Webmails that are to be told of: until a later look found every part; the collector, of those too until it has heard. */
export async function drifts(
  now: number,
  toCollector: boolean,
): Promise<{ webmail: string; missing: Drift['missing'] }[]> {
  return Object.entries(await read())
    .filter(([, one]) => !isOld(one, now) && (toCollector || !one.isOver))
    .map(([webmail, { missing }]) => ({ webmail, missing }));
}

export function noteLook({ webmail, composes, health, missing = [] }: PageState, now: number): Promise<void> {
  return change((kept) => {
    const old = Object.keys(kept).filter((one) => isOld(kept[one]!, now));
    const all = old.reduce(without, kept);
    const before = all[webmail];
    if (health === 'degraded' && webmail !== 'none') {
      const isGuess = composes === 0 && missing.length > 0;
      const known = before && !before.isGuess ? before.missing : undefined;
      if (known && isGuess) return all;
      const both = [...new Set([...(known ?? []), ...missing])].sort();
      return { ...all, [webmail]: { missing: both, at: now, ...(isGuess && { isGuess }) } };
    }
    if (!before || composes === 0 || before.isOver) return all;
    return before.isTold || before.isGuess ? without(all, webmail) : { ...all, [webmail]: { ...before, isOver: true } };
  });
}

/** The collector has heard what was known at that time. */
export function toldUntil(time: number): Promise<void> {
  return change((all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([webmail, one]): [string, Drift][] => {
        if (one.at > time) return [[webmail, one]];
        return one.isOver ? [] : [[webmail, { ...one, isTold: true }]];
      }),
    ),
  );
}

function without(all: Drifts, webmail: string): Drifts {
  const { [webmail]: _, ...rest } = all;
  return rest;
}

function change(how: (all: Drifts) => Drifts): Promise<void> {
  return turn(async () => {
    const before = await read();
    const after = how(before);
    if (after !== before) await browser.storage.local.set({ [key]: after });
  });
}

async function read(): Promise<Drifts> {
  return ((await browser.storage.local.get(key))[key] as Drifts | undefined) ?? {};
}
