// What Roundcube shows of its own state: whether it takes commands, and what became of a message.
// Source: program/js/app.js (set_busy, display_message, submit_messageform, get_save_target), as seen in a running 1.6.5.
import { documentOf } from './editable.ts';
import type { Outcome } from './webmail.ts';

const messages = '#messagestack, #message';
const busy = ['#messagestack .loading', '#message .loading'].join(',');

const longestWait = 10_000;
const signWithin = 3_000;
const answerWithin = 120_000;

/** Resolves when no request is under way: Roundcube ignores a command while one is (autosave). */
export async function whenIdle(document: Document, signal: AbortSignal): Promise<void> {
  const until = Date.now() + longestWait;
  while (document.querySelector(busy) && Date.now() < until && !signal.aborted)
    await new Promise((resume) => setTimeout(resume, 50));
}

/**
 * Begins to watch for the fate of a message. Call before committing; call the result right after. `hasStarted` tells that
 * the page has taken the commit: then a confirmation or an error is about this message. `hasAnswered` tells an error of the
 * server from a connection that was lost, where that can be told.
 */
export function fateOf(
  document: Document,
  hasStarted: () => boolean,
  hasAnswered = () => true,
): () => Promise<Outcome> {
  const view = document.defaultView!;
  const dialogsBefore = openDialogs(document);
  const shownBefore = new Set(shownMessages(document));
  const judge = (): Outcome | undefined => {
    const shown = shownMessages(document).filter((message) => !shownBefore.has(message));
    if (shown.some((message) => message.matches('.error, .warning')))
      return hasStarted() && !hasAnswered() ? 'unknown' : 'not-sent';
    if (hasStarted()) return shown.some((message) => message.matches('.confirmation')) ? 'sent' : undefined;
    return openDialogs(document) > dialogsBefore ? 'not-sent' : undefined;
  };
  return () =>
    new Promise((resolve) => {
      const observer = new view.MutationObserver(() => end(judge()));
      const onLeave = () => end(hasStarted() ? 'sent' : 'unknown');
      const noSign = setTimeout(() => hasStarted() || end('not-sent'), signWithin);
      const noAnswer = setTimeout(() => end('unknown'), answerWithin);
      const end = (outcome: Outcome | undefined): void => {
        if (!outcome) return;
        observer.disconnect();
        view.removeEventListener('pagehide', onLeave);
        clearTimeout(noSign);
        clearTimeout(noAnswer);
        resolve(outcome);
      };
      view.addEventListener('pagehide', onLeave);
      observer.observe(document.body, { childList: true, subtree: true });
      end(judge());
    });
}

function shownMessages(document: Document): Element[] {
  return [...document.querySelectorAll(messages)].flatMap((stack) => [...stack.children]);
}

/** What the server says is a script in the frame the message form went to. Without one the connection was lost, before or after it had the message. */
export function hasAnswered(document: Document): boolean {
  const frame = document.querySelector<HTMLIFrameElement>('iframe[name="savetarget"]');
  return Boolean(frame && documentOf(frame)?.scripts.length);
}

function openDialogs(document: Document): number {
  return document.querySelectorAll('.ui-dialog').length;
}
