// Every entry the collector has, fetched some at a time. What is known is not fetched again: a step of work costs its own entry, whatever the
// register holds.
import type { Envelope } from '../../incidents/envelope.ts';
import { get } from './ask.ts';

export interface Entries {
  /** `undefined`: they could not be read. */
  all(): Promise<Envelope[] | undefined>;
  /** Something that was known is no more, as after an erasure. */
  forget(): void;
}

interface Page {
  entries: Envelope[];
  last?: number;
  next?: number;
}

export function entriesHere(): Entries {
  let known: Envelope[] = [];
  let after = 0;
  let running: Promise<Envelope[] | undefined> | undefined;
  /** What `forget` ends: who still fetches then begins anew. */
  let time = 0;
  const fetchNew = async (): Promise<Envelope[] | undefined> => {
    for (const began = time; ; ) {
      const { body } = await get<Page>(`/api/register?after=${after}`);
      if (began !== time) return fetchNew();
      if (!body) return undefined;
      if (body.entries.length > 0) known = known.concat(body.entries);
      after = body.last ?? after;
      if (body.next === undefined) return known;
    }
  };
  return {
    all() {
      running ??= fetchNew().finally(() => {
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
