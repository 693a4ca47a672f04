// What was found where, and what could not be read.
import { keyOf, type Translate } from '../words.ts';
import type { VerdictView } from './dialog-view.ts';
import { kindsLine, placeName } from './sentences.ts';

/** Beyond this many lines the rest is folded away. */
const linesShown = 4;

export function Found({ t, view }: { t: Translate; view: Pick<VerdictView, 'parts' | 'unreadable'> }) {
  const lines = [
    ...view.parts.map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a verdict never change, and two files may share a name
      <li key={`found-${index}`}>{t('dialog_found_in', [kindsLine(t, part.kinds), placeName(t, part)])}</li>
    )),
    ...view.unreadable.map(({ name, reason }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <li key={`unreadable-${index}`}>
        {t('dialog_unreadable_in', [name || t('dialog_part_body'), t(keyOf('unreadable', reason))])}
      </li>
    )),
  ];
  if (lines.length === 0) return null;
  if (lines.length === 1) return <ul className="lines single">{lines}</ul>;
  const folded = lines.slice(linesShown);
  return (
    <>
      <ul className="lines">{lines.slice(0, linesShown)}</ul>
      {folded.length > 0 && (
        <details>
          <summary>{t('dialog_more_parts', [String(folded.length)])}</summary>
          <ul className="lines">{folded}</ul>
        </details>
      )}
    </>
  );
}
