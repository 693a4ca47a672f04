// Saying a message to the background: typed, with a deadline, failures as values. It is in every content script, so it stays small.
// Source: https://developer.chrome.com/docs/extensions/develop/concepts/messaging

import { native } from '../native.ts';
import type { Messages } from './messages.ts';

/** `silent`: no reply in 5 s. `orphaned`: the extension was updated or removed under this script. `refused`: not for this sender. `failed`: it could not be done. */
export type NotSaid = 'silent' | 'orphaned' | 'refused' | 'failed';
export type Said<A> = { ok: true; answer: A } | { ok: false; why: NotSaid };

/** What crosses: `serve` in service.ts is the other end. */
export interface Wire {
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
  const unsaid = (): Said<never> => ({ ok: false, why: isAlive() ? 'silent' : 'orphaned' });
  for (;;) {
    if (!isAlive()) return unsaid();
    try {
      const reply = await Promise.race([native().runtime.sendMessage({ gatehouse: name, ask } satisfies Wire), late]);
      return (reply as Said<Messages[N]['answer']> | undefined) ?? unsaid();
    } catch (thrown) {
      // Sent again only when nobody can have heard it; a port that closed half-way may have been acted on.
      if (!isAlive() || !nobodyListened(thrown) || Date.now() + again > until) return unsaid();
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

function isAlive(): boolean {
  return native()?.runtime?.id !== undefined;
}

function nobodyListened(thrown: unknown): boolean {
  return /receiving end does not exist|no listeners available/i.test(String(thrown));
}
