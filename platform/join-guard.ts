// Where the two parts of the content script meet: the extension's own world, where no page can.
import type { StartDrafts } from '../guard/drafts.ts';
import type { Guard } from '../guard/start-guard.ts';
import { onStopped } from './gate/on-stopped.ts';

const world = globalThis as { gatehouse?: Guard };

/** The first part takes this once, however often it is put into the page. */
export function joinGuard(start: StartDrafts): void {
  world.gatehouse?.join((grounds) => {
    const drafts = start(grounds);
    onStopped(drafts);
    return drafts;
  });
}
