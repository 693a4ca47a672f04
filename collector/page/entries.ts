// Every entry the collector has, fetched some at a time. What is known is not fetched again: a step of work costs its own entry, whatever the
// register holds.
import type { Envelope } from '../../incidents/envelope.ts';
import { get, isStillIn, look, type Said } from './ask.ts';

const endPath = '/api/register/end';

export interface Entries {
  /** The last there are, oldest first, at most so many; `undefined`: they could not be read. */
  latest(most: number): Promise<Envelope[] | undefined>;
  /** `undefined`: they could not be read. `read` hears how much of it is there, from 0 to 1. */
  all(read?: (share: number) => void): Promise<Envelope[] | undefined>;
  /** Does `read` where there is something that is not known here. It does not count as somebody being there. */
  whenNew(read: () => Promise<void>): Promise<void>;
  /** The same for somebody who is there, and may have to sign in again. */
  askAgain(read: () => Promise<void>): Promise<void>;
  /** What was stored just now in one's own name: it shows at once, whoever else is storing something meanwhile. */
  take(entry: Envelope): void;
  /** Something that was known is no more, as after an erasure. */
  forget(): void;
}

interface Page {
  entries: Envelope[];
  last?: number;
  next?: number;
  end?: number;
}

/** `told`: whether nothing new comes any more, as nobody is signed in. */
export function entriesHere(told: (isOut: boolean) => void = () => {}): Entries {
  let known: Envelope[] = [];
  let after = 0;
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
  /** What `forget` ends: who still fetches then begins anew. */
  let time = 0;
  const fetchNew = async (read: (share: number) => void): Promise<Envelope[] | undefined> => {
    for (const began = time; ; ) {
      const body = heard(await (isUnattended ? look : get)<Page>(`/api/register?after=${after}`));
      if (began !== time) return fetchNew(read);
      if (!body) return undefined;
      const fresh = body.entries.filter(({ id }) => !taken.delete(id));
      if (fresh.length > 0) known = known.concat(fresh);
      after = body.last ?? after;
      if (body.next === undefined) return known;
      read(after / (body.end ?? after));
    }
  };
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
      const body = heard(await look<{ end: number }>(endPath));
      if (!body || body.end <= after) return;
      isUnattended = true;
      await read().finally(() => {
        isUnattended = false;
      });
    },
    async askAgain(read) {
      const body = heard(await get<{ end: number }>(endPath));
      if (body && body.end > after) await read();
    },
    take(entry) {
      if (known.some(({ id }) => id === entry.id)) return;
      taken.add(entry.id);
      known = known.concat(entry);
    },
    forget() {
      known = [];
      taken.clear();
      after = 0;
      time += 1;
    },
  };
}
