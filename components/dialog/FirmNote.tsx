// The firm's own sentence and pages, below ours: what to do here, where the rules stand.
import type { Translate } from '../words.ts';
import type { FirmWords } from './dialog-view.ts';

export function FirmNote({ t, words }: { t: Translate; words: FirmWords }) {
  return (
    <>
      {words.note && <p>{words.note}</p>}
      {words.links.length > 0 && (
        <ul className="lines">
          {words.links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {label || t('about_guidance')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
