// A reason in the reader's language: the strict default's own reasons are translated, a firm's are as the firm wrote them.
import { strictDefault } from '@/policy/default.ts';
import { keyOf, type Translate } from './words.ts';

export interface ReasonWords {
  label: string;
  checklist: readonly string[];
}

/** `checklist` may be absent. A default reason the firm has reworded keeps the firm's words. */
export function reasonWords(
  t: Translate,
  reason: { code: string; label: string; checklist?: readonly string[] },
): ReasonWords {
  const { code, label, checklist = [] } = reason;
  const known = strictDefault.reasons.find((one) => one.code === code);
  const isKnown = (sentence: string, index: number) => known?.checklist?.[index] === sentence;
  return {
    label: known?.label === label ? t(keyOf('reason', code)) : label,
    checklist: checklist.map((sentence, index) =>
      isKnown(sentence, index) ? t(`${keyOf('check', code)}_${index + 1}`) : sentence,
    ),
  };
}
