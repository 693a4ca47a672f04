// Every entry the collector has, fetched some at a time. What is known is not fetched again: a step of work costs its own entry, whatever the
// register holds.
import type { Envelope } from '../../incidents/envelope.ts';
import { get, look } from './ask.ts';

export interface Entries {
  /** The last there are, oldest first, at most so many; `undefined`: they could not be read. */
  latest(most: number): Promise<Envelope[] | undefined>;
  /** `undefined`: they could not be read. `read` hears how much of it is there, from 0 to 1. */
  all(read?: (share: number) => void): Promise<Envelope[] | undefined>;
  /** Does `read` where there is something that is not known here. It does not count as somebody being there. */
  whenNew(read: () => Promise<void>): Promise<void>;
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

export function entriesHere(): Entries {
  let known: Envelope[] = [];
  let after = 0;
  /** Ids of what was taken: it comes once more in its turn. */
  let taken = new Set<string>();
  let running: Promise<Envelope[] | undefined> | undefined;
  let isUnattended = false;
  let isOut = false;
  /** What `forget` ends: who still fetches then begins anew. */
  let time = 0;
  const fetchNew = async (read: (share: number) => void): Promise<Envelope[] | undefined> => {
    for (const began = time; ; ) {
      const { body } = await (isUnattended ? look : get)<Page>(`/api/register?after=${after}`);
      if (began !== time) return fetchNew(read);
      if (!body) return undefined;
      isOut = false;
      const fresh = body.entries.filter(({ id }) => !taken.has(id));
      if (fresh.length > 0) known = known.concat(fresh);
      after = body.last ?? after;
      if (body.next === undefined) return known;
      read(after / (body.end ?? after));
    }
  };
  return {
    latest: async (most) => (await get<Page>(`/api/register?latest=${most}`)).body?.entries,
    all(read = () => {}) {
      running ??= fetchNew(read).finally(() => {
        running = undefined;
      });
      return running;
    },
    async whenNew(read) {
      if (isOut) return;
      const { status, body } = await look<{ end: number }>('/api/register/end');
      // Each refusal is in the access record: one is enough.
      isOut = status === 401;
      if (!body || body.end <= after) return;
      isUnattended = true;
      await read().finally(() => {
        isUnattended = false;
      });
    },
    take(entry) {
      if (known.some(({ id }) => id === entry.id)) return;
      taken.add(entry.id);
      known = known.concat(entry);
    },
    forget() {
      known = [];
      taken = new Set();
      after = 0;
      time += 1;
    },
  };
}
