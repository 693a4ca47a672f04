// Messages between the extension's own contexts and the background: typed, with a deadline, failures as values.
// Replies go by `sendResponse` and `return true`, the one way every browser knows. Source: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
import { type Browser, browser } from 'wxt/browser';
import { readAsk } from './asks.ts';
import type { Messages } from './messages.ts';
import { maySay, type Speaker, speakerOf } from './speakers.ts';

/** `silent`: no reply in 5 s. `orphaned`: the extension was updated or removed under this script. `refused`: not for this sender. `failed`: it could not be done. */
export type NotSaid = 'silent' | 'orphaned' | 'refused' | 'failed';
export type Said<A> = { ok: true; answer: A } | { ok: false; why: NotSaid };

export interface From {
  speaker: Speaker;
  /** -1 outside a tab. */
  tab: number;
  frame: number;
  /** Differs from document to document where the browser tells; otherwise empty. */
  document: string;
  /** Host of the page, empty where it has none. Told by the browser, not by the sender. */
  host: string;
}

export type Answers = {
  [N in keyof Messages]: (
    ask: Messages[N]['ask'],
    from: From,
  ) => Promise<Messages[N]['answer']> | Messages[N]['answer'];
};

interface Wire {
  gatehouse: keyof Messages;
  ask: unknown;
}

const deadline = 5_000;
/** How soon a message is sent again when nobody listened yet: the background is still starting. */
const again = 200;

/** Says it to the background and waits up to 5 s. Never rejects. */
export async function send<N extends keyof Messages>(
  name: N,
  ask: Messages[N]['ask'],
): Promise<Said<Messages[N]['answer']>> {
  const until = Date.now() + deadline;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), deadline));
  for (;;) {
    if (!isAlive()) return { ok: false, why: 'orphaned' };
    try {
      const reply = await Promise.race([browser.runtime.sendMessage({ gatehouse: name, ask } satisfies Wire), late]);
      return (
        (reply as Said<Messages[N]['answer']> | undefined) ?? { ok: false, why: isAlive() ? 'silent' : 'orphaned' }
      );
    } catch (thrown) {
      if (!isAlive()) return { ok: false, why: 'orphaned' };
      // Sent again only when nobody can have heard it; a port that closed half-way may have been acted on.
      if (!nobodyListened(thrown) || Date.now() + again > until) return { ok: false, why: 'silent' };
      await new Promise((resume) => setTimeout(resume, again));
    }
  }
}

/** The same for who need not know why: the answer, or `undefined` where none came. */
export async function answerTo<N extends keyof Messages>(
  name: N,
  ask: Messages[N]['ask'],
): Promise<Messages[N]['answer'] | undefined> {
  const said = await send(name, ask);
  return said.ok ? said.answer : undefined;
}

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
  const { origin } = sender;
  const address = [sender.url, origin, sender.tab?.url].find((one) => one !== undefined && /^(https?|file):/.test(one));
  return {
    speaker,
    tab: sender.tab?.id ?? -1,
    frame: sender.frameId ?? 0,
    document: sender.documentId ?? '',
    host: address === undefined ? '' : new URL(address).host,
  };
}

function isWire(message: unknown): message is Wire {
  if (typeof message !== 'object' || message === null || !('gatehouse' in message)) return false;
  return typeof message.gatehouse === 'string' && Object.hasOwn(maySay, message.gatehouse);
}

function isAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

function nobodyListened(thrown: unknown): boolean {
  return thrown instanceof Error && /receiving end does not exist|no listeners available/i.test(thrown.message);
}
