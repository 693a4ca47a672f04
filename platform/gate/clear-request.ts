// Tells the gate on the network that the page's guard lets something go. It is in every content script, so it stays small.
import { send } from '../messages/bus.ts';
import type { Messages } from '../messages/messages.ts';

/** Resolves when the gate knows, or when there is none: then it is not asked again. */
export function createClear(): (
  kind: Messages['gate/clear']['ask']['kind'],
  length: number,
  seed?: number,
) => Promise<void> {
  let isThere = true;
  return async (kind, length, seed = 0) => {
    if (!isThere) return;
    const said = await send('gate/clear', { kind, length, seed });
    if (said.ok) isThere = said.answer.active;
  };
}
