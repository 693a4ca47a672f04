// Every entry the collector has, fetched some at a time. What is known is not fetched again: a step of work costs its own entry, whatever the
// register holds.
import type { Envelope } from '../../incidents/envelope.ts';
import { get } from './ask.ts';

export interface Entries {
  /** The last there are, oldest first, at most so many; `undefined`: they could not be read. */
  latest(most: number): Promise<Envelope[] | undefined>;
  /** `undefined`: they could not be read. `read` hears how much of it is there, from 0 to 1. */
  all(read?: (share: number) => void): Promise<Envelope[] | undefined>;
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
  let running: Promise<Envelope[] | undefined> | undefined;
  /** What `forget` ends: who still fetches then begins anew. */
  let time = 0;
  const fetchNew = async (read: (share: number) => void): Promise<Envelope[] | undefined> => {
    for (const began = time; ; ) {
      const { body } = await get<Page>(`/api/register?after=${after}`);
      if (began !== time) return fetchNew(read);
      if (!body) return undefined;
      if (body.entries.length > 0) known = known.concat(body.entries);
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
    forget() {
      known = [];
      after = 0;
      time += 1;
    },
  };
}
