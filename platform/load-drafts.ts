// Puts the part of the guard that knows messages into the frame that asks for it.
// Source: https://developer.chrome.com/docs/extensions/reference/api/scripting
import { browser } from 'wxt/browser';
import type { From } from './messages/service.ts';

/** Rejects where the frame is gone. */
export async function loadDrafts({ tab, frame }: Pick<From, 'tab' | 'frame'>): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  // WXT types these as the scripts it knows at build time.
  const inject = (file: string, world: 'ISOLATED' | 'MAIN') =>
    browser.scripting.executeScript({ target, injectImmediately: true, world, files: [file] as never[] });
  await Promise.all([inject('requests.js', 'MAIN'), inject('drafts.js', 'ISOLATED')]);
}
