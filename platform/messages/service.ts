// Answering messages in the background: who may say it, whether it is what it should be, then the handler; failures are values.
// Replies go by `sendResponse` and `return true`, the one way every browser and every test knows.
// Source: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
import { type Browser, browser } from 'wxt/browser';
import { readAsk } from './asks.ts';
import type { Said, Wire } from './bus.ts';
import type { Messages } from './messages.ts';
import { maySay, type Speaker, speakerOf } from './speakers.ts';

export interface From {
  speaker: Speaker;
  /** -1 outside a tab. */
  tab: number;
  frame: number;
  /** Differs from document to document where the browser tells; otherwise empty. */
  document: string;
  /** Host of the page, empty where it has none. Told by the browser, not by the sender. */
  host: string;
  /** Host of the tab's top page; the same as `host` for the page itself. */
  topHost: string;
}

export type Answers = {
  [N in keyof Messages]: (
    ask: Messages[N]['ask'],
    from: From,
  ) => Promise<Messages[N]['answer']> | Messages[N]['answer'];
};

/** Answers every message in the background. What a sender may not say is refused before any handler sees it. */
export function serve(answers: Answers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isWire(message)) return;
    void reply(answers, message, sender).then(sendResponse);
    return true;
  });
}

async function reply(
  answers: Answers,
  { gatehouse: name, ask }: Wire,
  sender: Browser.runtime.MessageSender,
): Promise<Said<unknown>> {
  const from = fromOf(sender);
  if (!maySay[name].includes(from.speaker)) return { ok: false, why: 'refused' };
  const read = readAsk(name, ask);
  if (!read.ok) {
    console.warn('Gatehouse got a malformed ask', name, read.wrong);
    return { ok: false, why: 'failed' };
  }
  try {
    return { ok: true, answer: await answers[name](read.ask as never, from) };
  } catch (thrown) {
    // The name only: a message may quote what was sent.
    console.warn('Gatehouse could not answer', name, thrown instanceof Error ? thrown.name : 'unknown');
    return { ok: false, why: 'failed' };
  }
}

function fromOf(sender: Browser.runtime.MessageSender): From {
  const home = { id: browser.runtime.id, url: browser.runtime.getURL('') };
  const speaker = speakerOf(sender, home);
  const topHost = hostOf(sender.tab?.url);
  return {
    speaker,
    tab: sender.tab?.id ?? -1,
    frame: sender.frameId ?? 0,
    document: sender.documentId ?? '',
    // A frame without an address of its own (about:blank, srcdoc) has its page's origin.
    host: hostOf(sender.url) || hostOf(sender.origin) || topHost,
    topHost,
  };
}

/** Host and port of a web address; empty for anything else. */
export function hostOf(address: string | undefined): string {
  return address !== undefined && /^https?:/.test(address) && URL.canParse(address) ? new URL(address).host : '';
}

function isWire(message: unknown): message is Wire {
  if (typeof message !== 'object' || message === null || !('gatehouse' in message)) return false;
  return typeof message.gatehouse === 'string' && Object.hasOwn(maySay, message.gatehouse);
}
