// A line between two pages of the extension, as an endpoint. What crosses becomes JSON.
// Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#type-Port
import { type Browser, browser } from 'wxt/browser';
import type { Endpoint } from './channel.ts';
import { speakerOf } from './speakers.ts';

export interface Line {
  endpoint: Endpoint;
  /** Aborted when the other end is gone. */
  gone: AbortSignal;
}

/** Under which a stage calls the desk that wants it. */
export const stageName = (nonce: string): string => `stage/${nonce}`;

/** Calls whoever waits under this name. Nobody there: gone soon. */
export function call(name: string): Line {
  return lineOver(browser.runtime.connect({ name }));
}

/** The first frame of the extension that calls this name. `undefined`: nobody did before `until` aborted. */
export function called(name: string, until: AbortSignal): Promise<Line | undefined> {
  const home = { id: browser.runtime.id, url: browser.runtime.getURL('') };
  const over = new AbortController();
  return new Promise<Line | undefined>((resolve) => {
    const hear = (port: Browser.runtime.Port) => {
      const speaker = port.sender && speakerOf(port.sender, home);
      // A content script may call too: it is no page of the extension. In Firefox the background calls: stage-bridge.ts
      if (port.name === name && (speaker === 'desk' || speaker === 'page')) resolve(lineOver(port));
    };
    browser.runtime.onConnect.addListener(hear);
    over.signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(hear));
    until.addEventListener('abort', () => resolve(undefined), { signal: over.signal });
  }).finally(() => over.abort());
}

function lineOver(port: Browser.runtime.Port): Line {
  const heard = new EventTarget();
  const gone = new AbortController();
  port.onMessage.addListener((data: unknown) => heard.dispatchEvent(new MessageEvent('message', { data })));
  port.onDisconnect.addListener(() => gone.abort());
  return {
    endpoint: {
      postMessage: (message) => gone.signal.aborted || port.postMessage(message),
      addEventListener: (type, listener) => heard.addEventListener(type, listener as EventListener),
      removeEventListener: (type, listener) => heard.removeEventListener(type, listener as EventListener),
    },
    gone: gone.signal,
  };
}
