// The words people read, in the browser's language. Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/i18n
import { native } from './native.ts';

/** The message with `$1`… filled in, or the key itself where there is no such message: better an odd word than an empty button. */
export function t(key: string, substitutions: string[] = []): string {
  const { i18n } = native() as unknown as { i18n: { getMessage(key: string, substitutions: string[]): string } };
  return i18n.getMessage(key, substitutions) || key;
}
