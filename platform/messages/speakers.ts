// Who may say what to the background. A content script shares a process with its page, so it is believed in nothing that matters.
// Source: https://developer.chrome.com/docs/extensions/develop/security-privacy/stay-secure#content_scripts
import type { Browser } from 'wxt/browser';
import type { Messages } from './messages.ts';

/** `page`: the popup, the register, any extension page of its own. `desk`: the desk frame inside a web page. */
export type Speaker = 'content-script' | 'desk' | 'page' | 'stranger';

export const maySay: { readonly [N in keyof Messages]: readonly Speaker[] } = {
  'policy/get': ['desk', 'page'],
  'desk/announce': ['content-script'],
  'desk/claim': ['desk'],
  'stage/want': ['desk'],
  'files/keep': ['desk'],
  'files/kept': ['desk'],
  'ledger/history': ['desk'],
  'ledger/add': ['desk'],
  'incident/open': ['desk'],
  'incident/record': ['desk'],
  'incident/amend': ['desk'],
  'people/seed': ['page'],
  'people/prints': ['page'],
  'pseudonyms/key': ['desk'],
  'report/record': ['page'],
  'release/check': ['desk'],
  'work/record': ['page'],
  'guidance/acknowledge': ['page'],
  'register/list': ['page'],
  'register/erase': ['page'],
  'delivery/status': ['page'],
  'delivery/now': ['page'],
  'delivery/mailed': ['page'],
  'delivery/told': ['page'],
  'health/get': ['page'],
  'delivery/test': ['page'],
  'drafts/load': ['content-script'],
  'gate/clear': ['content-script'],
  'page/state': ['content-script'],
  'page/get': ['page'],
};

/** Where an extension's own addresses begin, and its id: `runtime` as the background knows it. */
export interface Home {
  id: string;
  url: string;
}

const deskPath = '/desk.html';

/**
 * Tells who sent a message from what the browser, not the sender, says about it. With a session's dynamic address the path still
 * tells the desk; anything of the extension in a frame below a tab's top is taken for the desk, the less trusted of the two.
 */
export function speakerOf(sender: Browser.runtime.MessageSender, home: Home): Speaker {
  if (sender.id !== home.id || sender.url === undefined) return 'stranger';
  if (!isOwn(sender, home)) return sender.tab ? 'content-script' : 'stranger';
  return pathOf(sender.url) === deskPath || (sender.frameId ?? 0) !== 0 ? 'desk' : 'page';
}

function isOwn(sender: Browser.runtime.MessageSender, home: Home): boolean {
  const { origin } = sender;
  return sender.url?.startsWith(home.url) === true || (origin !== undefined && `${origin}/` === home.url);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
