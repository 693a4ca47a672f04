// In a tab's top document: lends its room to the desk of a frame of another origin, which may be too small to read anything in. Only what
// is shown crosses, between pages of the extension: docs/adr/0158-a-stage-above-a-foreign-frame.md
import { ask, type Endpoint } from '../messages/channel.ts';
import { native } from '../native.ts';
import { type DeskFrame, openDeskFrame } from './frame.ts';
import type { StageHostAsks, StageHostEvents } from './messages.ts';
import type { StageWanted } from './want-stage.ts';

const world = globalThis as { gatehouseStages?: true };

/** Only the extension itself can ask for a stage. Put in a second time, it does nothing. */
export function hostStages(document: Document): void {
  if (world.gatehouseStages) return;
  world.gatehouseStages = true;
  native().runtime.onMessage.addListener((message: unknown, _, sendResponse) => {
    const { gatehouse, nonce } = (message ?? {}) as Partial<StageWanted>;
    if (gatehouse !== 'stage' || !nonce) return;
    sendResponse(true);
    void openStage(document, nonce);
  });
}

async function openStage(document: Document, nonce: string): Promise<void> {
  let frame: DeskFrame | undefined;
  const url = native().runtime.getURL('/desk.html');
  const leave = () => void (frame && ask<StageHostAsks, 'leave'>(frame.port as Endpoint, 'leave', {}));
  const over = () => frame?.host.remove();
  try {
    frame = await openDeskFrame<StageHostEvents>(document, document, url, { gatehouse: 'stage', nonce }, leave, {
      over,
    });
  } catch {
    // The desk hears nothing from it, and shows its dialog where it stands.
  }
}
