// Checks every chain once a day, as `verify` does. What was changed in the store is shown where people look, not only to who asks.
import { checkChains } from '../chains.ts';
import { notice } from '../notices.ts';
import type { Job } from './job.ts';

const aDay = 24 * 3_600_000;

export const check: Job = {
  name: 'check',
  isDue: (doneAt, { now }) => now() - doneAt >= aDay,
  async run({ store, now, signer }) {
    let isAltered = false;
    for await (const { device, altered } of checkChains(store, signer.key)) {
      if (altered === 0) continue;
      isAltered = true;
      await notice(store, device, 'altered', 0, now());
    }
    // Said as a job that fails, too: the browser may be gone from the list.
    if (isAltered) throw Object.assign(new Error('chains were altered'), { code: 'altered' });
    return true;
  },
};
