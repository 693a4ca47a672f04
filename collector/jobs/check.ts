// Checks every chain once a day, as `verify` does. What was changed in the store is shown where people look, not only to who asks.
import { checkChains } from '../chains.ts';
import { aDay } from '../durations.ts';
import { notice } from '../notices.ts';
import type { Job } from './job.ts';

export const check: Job = {
  name: 'check',
  isDue: (doneAt, { now }) => now() - doneAt >= aDay,
  async run({ store, now, signer }) {
    const found: string[] = [];
    for await (const { device, altered } of checkChains(store, signer.key)) if (altered > 0) found.push(device);
    // All at once: a look that fails half way, and is tried again, counts nothing twice.
    await store.transaction(async (inside) => {
      for (const device of found) await notice(inside, device, 'altered', 0, now());
    });
    // Said of the job, too: the browser may be gone from the list.
    return found.length > 0 ? 'altered' : true;
  },
};
