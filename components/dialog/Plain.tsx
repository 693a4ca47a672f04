// The two small states: reading takes long, and a plain notice. One sentence, one way back.
import { useEffect, useRef } from 'react';
import { formatNumber } from '../words.ts';
import type { DialogPorts, NoticeView, ReadingView } from './dialog-view.ts';

export function Plain({ view, ports }: { view: ReadingView | NoticeView; ports: DialogPorts }) {
  const { t } = ports;
  const button = useRef<HTMLButtonElement>(null);
  const answer = useRef(ports.answer);
  answer.current = ports.answer;
  const choice = view.state === 'reading' ? 'cancelled' : 'edited';
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      answer.current({ choice, release: false, removeRecipients: [] });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [choice]);
  return (
    <section role="alertdialog" aria-modal="true" aria-labelledby="dialog-headline" className="dialog plain">
      <h1 id="dialog-headline">{view.state === 'reading' ? t('dialog_reading') : t(view.key, view.substitutions)}</h1>
      {view.state === 'reading' && <Reading t={t} view={view} />}
      <div className="buttons">
        <button
          type="button"
          ref={button}
          className="button main"
          onClick={() => ports.answer({ choice, release: false, removeRecipients: [] })}
        >
          {t(view.state === 'reading' ? 'dialog_cancel' : 'dialog_back_message')}
        </button>
      </div>
    </section>
  );
}

function Reading({ t, view }: { t: DialogPorts['t']; view: ReadingView }) {
  const percent = view.share === undefined ? undefined : Math.round(view.share * 100);
  const what = view.file ? t('dialog_reading_file', [view.file]) : t('dialog_reading_text');
  return (
    <div className="field">
      <p>{percent === undefined ? what : t('dialog_reading_share', [what, formatNumber(t, percent)])}</p>
      <progress aria-label={what} {...(percent === undefined ? {} : { value: percent, max: 100 })} />
    </div>
  );
}
