// Begins to sign what the store holds, once there is something in it.
import { beginSigning } from '../erasing.ts';
import type { Job } from './job.ts';

const aDay = 24 * 3_600_000;

export const signing: Job = {
  name: 'signing',
  isDue: (doneAt, { now }) => now() - doneAt >= aDay,
  async run({ store, now, signer, version }) {
    if ((await store.all('SELECT id FROM entries LIMIT 1')).length === 0) return false;
    await store.transaction((inside) => beginSigning(inside, now(), { signer, version }));
    return true;
  },
};
