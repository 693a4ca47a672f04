// The page's words: the browser's language where there are words in it, else the firm's.
import type { Translate } from '../../components/words.ts';

const files = {
  en: () => import('../../public/_locales/en/messages.json'),
  de: () => import('../../public/_locales/de/messages.json'),
  fr: () => import('../../public/_locales/fr/messages.json'),
};
type Language = keyof typeof files;

export async function readWords(wanted: readonly string[], fallback: string): Promise<Translate> {
  const has = (language: string): language is Language => language in files;
  const language = [...wanted.map((one) => one.slice(0, 2)), fallback].find(has) ?? 'en';
  const { default: messages } = await files[language]();
  const all: Record<string, { message: string }> = messages;
  return (key, substitutions = []) =>
    (all[key]?.message ?? key).replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
}
