// The words people read, in the browser's language. Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/i18n
import { browser } from 'wxt/browser';

/** The message with `$1`… filled in, or the key itself where there is no such message: better an odd word than an empty button. */
export function t(key: string, substitutions: string[] = []): string {
  const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
  return getMessage(key, substitutions) || key;
}
