// When an update of the extension is put in place: not while a message is being written, because the scripts of open pages stay with
// the version they came with. Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable
import { browser } from 'wxt/browser';
import { composesOpen } from './page-states.ts';

/** In session storage: the browser says that an update waits only once. */
const waitingKey = 'update/waiting';

export async function updateIsThere(): Promise<void> {
  await browser.storage.session.set({ [waitingKey]: true });
  await updateIfIdle();
}

/** Puts a waiting update in place if no compose window is open. Otherwise the next call does, or the next start of the browser. */
export async function updateIfIdle(): Promise<void> {
  const isWaiting = (await browser.storage.session.get(waitingKey))[waitingKey] === true;
  if (isWaiting && (await composesOpen()) === 0) browser.runtime.reload();
}
