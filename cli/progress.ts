// Says on standard error what is being read when it takes long, and how far it is.
import type { ReadingProgress } from '../assessment/assessment.ts';
import type { Translate } from './locale.ts';

const quietMs = 1000;
const everyMs = 1000;

/** A progress callback that speaks after a second, and then once a second. */
export function createProgress(write: (line: string) => void, now: () => number, t: Translate) {
  let next = now() + quietMs;
  return ({ part, share }: ReadingProgress): void => {
    if (now() < next) return;
    next = now() + everyMs;
    write(`${t('cli_progress', [part, Math.round(share * 100)])}\n`);
  };
}
