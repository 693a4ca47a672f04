// What writes papers in the reader's language.
import type { Writer } from '@/incidents/documents/document.ts';
import { reasonWords } from './reason-words.ts';
import { formatDay, formatNumber, formatTime, type Translate } from './words.ts';

export function writerOf(t: Translate): Writer {
  return {
    t,
    time: (at) => formatTime(t, at),
    day: (at) => formatDay(t, at),
    number: (value) => formatNumber(t, value),
    reason: (one) => reasonWords(t, one).label,
  };
}
