// What Roundcube shows of its own state: whether it takes commands, and what became of a message.
// Source: program/js/app.js (set_busy, display_message, http_error, get_save_target), include/rcmail.php (add_label), as seen in a running 1.6.5.
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
 * the page has taken the commit: then a confirmation or an error is about this message.
 */
export function fateOf(document: Document, hasStarted: () => boolean): () => Promise<Outcome> {
  const view = document.defaultView!;
  const dialogsBefore = openDialogs(document);
  const shownBefore = new Set(shownMessages(document));
  const judge = (): Outcome | undefined => {
    const shown = shownMessages(document).filter((message) => !shownBefore.has(message));
    const [error] = shown.filter((message) => message.matches('.error, .warning'));
    if (error) return hasStarted() && isUnanswered(error, document) ? 'unknown' : 'not-sent';
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

/** Roundcube's own words for an answer that did not come, or was none of its own, before or after the server had the message. They stand in a script of the page. */
const unanswered = /"(?:connerror|requesttimedout|servererror)":("(?:[^"\\]|\\.)+")/g;

function isUnanswered({ textContent }: Element, document: Document): boolean {
  const shown = (textContent ?? '').trim();
  return [...document.scripts].some(({ text }) =>
    [...text.matchAll(unanswered)].some(([, words]) => {
      const label = JSON.parse(words!) as string;
      return shown === label || shown.startsWith(`${label} (`);
    }),
  );
}

function openDialogs(document: Document): number {
  return document.querySelectorAll('.ui-dialog').length;
}
