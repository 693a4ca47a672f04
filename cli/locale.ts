// Text people read, from the same locale files as the extension. https://developer.chrome.com/docs/extensions/how-to/ui/localization-message-formats
import { readFileSync } from 'node:fs';

/** Text for a key, with `$1` … replaced; the key itself where there is no such text. */
export type Translate = (key: string, substitutions?: readonly (string | number)[]) => string;

export function readLocale(language = 'en'): Translate {
  const path = new URL(`../public/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  return (key, substitutions = []) =>
    (messages[key]?.message ?? key).replace(/\$(\d)/g, (_, place: string) =>
      String(substitutions[Number(place) - 1] ?? ''),
    );
}

/** Locale keys have underscores where ids have dashes. */
export const keyOf = (room: string, id: string): string => `${room}_${id.replaceAll('-', '_')}`;
