// Every entry the collector has, fetched some at a time. What is known is not fetched again: a step of work costs its own entry, whatever the
// register holds. What was erased, here or by somebody else, goes: only that it did is fetched.
import type { Envelope } from '../../incidents/envelope.ts';
import { get, isStillIn, look, type Said } from './ask.ts';

const endPath = '/api/register/end';

export interface Entries {
  /** The last there are, oldest first, at most so many; `undefined`: they could not be read. */
  latest(most: number): Promise<Envelope[] | undefined>;
  /** `undefined`: they could not be read. `read` hears how much of it is there, from 0 to 1. */
  all(read?: (share: number) => void): Promise<Envelope[] | undefined>;
  /** Does `read` where anything is new or erased that is not known here. It does not count as somebody being there. */
  whenNew(read: () => Promise<void>): Promise<void>;
  /** The same for somebody who is there, and may have to sign in again. */
  askAgain(read: () => Promise<void>): Promise<void>;
  /** What was stored just now in one's own name: it shows at once, whoever else is storing something meanwhile. */
  take(entry: Envelope): void;
}

interface Page {
  entries: Envelope[];
  last?: number;
  next?: number;
  end?: number;
  erased?: number;
  /** Hashes. */
  gone?: string[];
}

type End = Required<Pick<Page, 'end' | 'erased'>>;

/** `told`: whether nothing new comes any more, as nobody is signed in. */
export function entriesHere(told: (isOut: boolean) => void = () => {}): Entries {
  let known: Envelope[] = [];
  let after = 0;
  /** Up to where it is known what was erased; undefined: nothing was read yet. */
  let erased: number | undefined;
  /** Ids of what was taken: it comes once more in its turn. */
  const taken = new Set<string>();
  let running: Promise<Envelope[] | undefined> | undefined;
  let isUnattended = false;
  let isOut = false;
  const heard = <Body>(said: Said<Body>): Body | undefined => {
    if (said.body || said.status === 401) {
      isOut = !said.body;
      told(isOut);
    }
    return said.body;
  };
  const fetchNew = async (read: (share: number) => void): Promise<Envelope[] | undefined> => {
    for (;;) {
      const since = erased === undefined ? '' : `&erased=${erased}`;
      const body = heard(await (isUnattended ? look : get)<Page>(`/api/register?after=${after}${since}`));
      if (!body) return undefined;
      const gone = new Set(body.gone);
      if (gone.size > 0) known = known.filter(({ hash }) => !gone.has(hash));
      const fresh = body.entries.filter(({ id }) => !taken.delete(id));
      if (fresh.length > 0) known = known.concat(fresh);
      after = body.last ?? after;
      erased = body.erased ?? erased;
      if (body.next !== undefined) read(after / (body.end ?? after));
      else if (gone.size === 0) return known;
    }
  };
  const isAllKnown = (there: End) => there.end <= after && there.erased <= (erased ?? 0);
  return {
    latest: async (most) => heard(await get<Page>(`/api/register?latest=${most}`))?.entries,
    all(read = () => {}) {
      running ??= fetchNew(read).finally(() => {
        running = undefined;
      });
      return running;
    },
    async whenNew(read) {
      // Each refusal is in the access record: one is enough. Who one is can be asked without.
      if (isOut && !(await isStillIn())) return;
      const body = heard(await look<End>(endPath));
      if (!body || isAllKnown(body)) return;
      isUnattended = true;
      await read().finally(() => {
        isUnattended = false;
      });
    },
    async askAgain(read) {
      const body = heard(await get<End>(endPath));
      if (body && !isAllKnown(body)) await read();
    },
    take(entry) {
      if (known.some(({ id }) => id === entry.id)) return;
      taken.add(entry.id);
      known = known.concat(entry);
    },
  };
}
