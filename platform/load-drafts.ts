// Puts the part of the guard that knows messages into the frame that asks for it.
// Source: https://developer.chrome.com/docs/extensions/reference/api/scripting
import { browser } from 'wxt/browser';
import type { From } from './message-service.ts';

/** Rejects where the frame is gone. */
export async function loadDrafts({ tab, frame }: From): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    injectImmediately: true,
    // WXT types this as the scripts it knows at build time.
    files: ['drafts.js'] as never[],
  });
}
