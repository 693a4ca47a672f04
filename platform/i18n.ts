// The words people read, in the browser's language or the one the policy names.
// Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/i18n
import { native } from './native.ts';

/** Message by key. */
export type Words = Record<string, string>;

/** The words of a language the policy asked for; the browser itself knows only its own. */
let chosen: Words | undefined;

/** Looked up in time: nothing can be once the extension is gone from under the page. */
const kept: Words = {};

/** These can be said whatever happens. */
export function keep(keys: readonly string[]): void {
  for (const key of keys) kept[key] = t(key);
}

/**
 * The message with `$1`… filled in, or the key itself where there is no such message: better an odd word than an empty button.
 * Once the extension is gone, what was not kept is empty, and every notice says that.
 */
export function t(key: string, substitutions: string[] = []): string {
  const word = chosen?.[key] ?? kept[key];
  if (word !== undefined) return word.replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
  const { i18n } = native() as unknown as { i18n: { getMessage(key: string, substitutions: string[]): string } };
  try {
    return i18n.getMessage(key, substitutions) || key;
  } catch {
    return (/^notice/.test(key) && kept.notice_orphaned) || '';
  }
}

/** From now on `t` speaks with these; what is missing comes in the browser's language. */
export function speak(words: Words | undefined): void {
  chosen = words;
}

/** The words of a language of ours. `auto`, or one that cannot be had: `undefined`, and the browser's language stays. */
export async function wordsOf(language: string): Promise<Words | undefined> {
  if (language === 'auto') return undefined;
  try {
    const response = await fetch(native().runtime.getURL(`/_locales/${language}/messages.json` as '/'));
    const messages: Record<string, { message: string }> = await response.json();
    return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  } catch {
    return undefined;
  }
}
