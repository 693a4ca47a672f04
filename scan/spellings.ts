// Labels and headers as texts hold them once they are in one spelling: there "ЕГН" and "ΑΜΚΑ" have ASCII letters where those look alike.
// https://www.unicode.org/reports/tr39/ (confusables)
import { normalise } from './normalise.ts';

/** A phrase as written, and as it is spelled in small and in capital letters, in lower case. */
export function spellings(words: string): ReadonlySet<string> {
  return new Set([words, normalise(words).text, normalise(words.toUpperCase()).text.toLowerCase()]);
}
