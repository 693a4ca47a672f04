// The messages of a language as a `t`, as the browser gives it. A key that is not there is an error, not an empty string.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '@/components/words.ts';

const folder = join(import.meta.dirname, '../../public/_locales');

export function messagesOf(language: string): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8'));
}

export function translateIn(language: string): Translate {
  const messages = messagesOf(language);
  return (key, substitutions = []) => {
    const entry = messages[key];
    if (!entry) throw new Error(`public/_locales/${language}/messages.json has no ${key}`);
    return entry.message.replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
  };
}
