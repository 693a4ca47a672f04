// Steps that browsers had sent before the first start of a version in which those decide nothing. A hold among them was one: it goes on
// keeping its row (jobs/retention.ts) until a step taken here ends it. They are written down once, by their ids.
import { type Database, one } from './database.ts';
import { holdChain, standsHere } from './own-chain.ts';

/** The empty id says that it was done. */
const isDone = "SELECT id FROM earlier_steps WHERE id = ''";

export async function noteEarlierSteps(store: Database): Promise<void> {
  if (await one(store, isDone)) return;
  await store.transaction(async (inside) => {
    // Of several instances that start at once, one does it.
    await holdChain(inside);
    if (await one(inside, isDone)) return;
    await inside.run(
      `INSERT INTO earlier_steps (id) SELECT '' UNION SELECT id FROM entries WHERE type = 'work' AND NOT ${standsHere}`,
    );
  });
}
