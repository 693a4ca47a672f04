// Signs once a day where every chain ends, from when there is something in the store on.
import { aDay } from '../durations.ts';
import { beginSigning } from '../erasing.ts';
import { signEnds } from '../signed-ends.ts';
import type { Job } from './job.ts';

export const signing: Job = {
  name: 'signing',
  isDue: (doneAt, { now }) => now() - doneAt >= aDay,
  async run({ store, now, signer, version }) {
    const root = await store.transaction(async (inside) =>
      (await beginSigning(inside, now(), { signer, version })) ? signEnds(inside, now(), signer) : undefined,
    );
    if (root) console.log(`collector: signed ends, number ${root.number}: ${root.ends}`);
    return root !== undefined;
  },
};
