// What Roundcube shows of its own state: whether it takes commands, and what became of a message.
// Source: program/js/app.js (set_busy, display_message, http_error, get_save_target), include/rcmail.php (add_label), as seen in a running 1.6.5.
import { untilTold } from '../page/leaving.ts';
import { queryAll } from '../page/unclobbered.ts';
import type { Outcome } from '../webmail.ts';

const messages = '#messagestack, #message';
const busy = ['#messagestack .loading', '#message .loading'].join(',');

const longestWait = 10_000;
const signWithin = 3_000;
const answerWithin = 120_000;

/** Resolves when no request is under way: Roundcube ignores a command while one is (autosave). And when `isSaved`. */
export async function whenIdle(document: Document, signal: AbortSignal, isSaved = () => true): Promise<void> {
  const isIdle = () => !document.querySelector(busy) && isSaved();
  await becomes(isIdle, AbortSignal.any([signal, AbortSignal.timeout(longestWait)]));
}

/** Looks again and again; false: it did not before `until`. */
export async function becomes(isSo: () => boolean, until: AbortSignal): Promise<boolean> {
  while (!isSo()) {
    if (until.aborted) return false;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return true;
}

/**
 * Begins to watch for the fate of a message. Call before committing; call the result right after. `hasStarted` tells that
 * the page has taken the commit: then a confirmation or an error is about this message.
 */
export function fateOf(document: Document, hasStarted: () => boolean): () => Promise<Outcome> {
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
    untilTold(
      document,
      () => (hasStarted() ? 'sent' : 'unknown'),
      [
        [signWithin, () => (hasStarted() ? undefined : 'not-sent')],
        [answerWithin, () => 'unknown'],
      ],
      judge,
    );
}

function shownMessages(document: Document): Element[] {
  return queryAll(document, messages).flatMap((stack) => [...stack.children]);
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
