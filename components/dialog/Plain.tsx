// The two small states: reading takes long, and a plain notice. One sentence, one way back.
import { useCallback, useRef } from 'react';
import { formatNumber } from '../words.ts';
import type { DialogPorts, NoticeView, ReadingView } from './dialog-view.ts';
import { useDialogKeys, useFirstFocus } from './keyboard.ts';

export function Plain({ view, ports }: { view: ReadingView | NoticeView; ports: DialogPorts }) {
  const { t } = ports;
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  const { answer } = ports;
  const choice = view.state === 'reading' ? 'cancelled' : 'edited';
  const leave = useCallback(() => answer({ choice, release: false, removeRecipients: [] }), [answer, choice]);
  useFirstFocus(button);
  useDialogKeys(box, leave);
  return (
    <section ref={box} role="alertdialog" aria-modal="true" aria-labelledby="dialog-headline" className="dialog plain">
      <h1 id="dialog-headline">{view.state === 'reading' ? t('dialog_reading') : t(view.key, view.substitutions)}</h1>
      {view.state === 'reading' && <Reading t={t} view={view} />}
      <div className="buttons">
        <button type="button" ref={button} className="button main" onClick={leave}>
          {t(view.state === 'reading' ? 'dialog_cancel' : 'dialog_back_message')}
        </button>
      </div>
    </section>
  );
}

function Reading({ t, view }: { t: DialogPorts['t']; view: ReadingView }) {
  const percent = view.share === undefined ? undefined : Math.round(view.share * 100);
  const what = whatIsRead(t, view);
  return (
    <div className="field">
      <p>{percent === undefined ? what : t('dialog_reading_share', [what, formatNumber(t, percent)])}</p>
      <progress aria-label={what} {...(percent === undefined ? {} : { value: percent, max: 100 })} />
    </div>
  );
}

function whatIsRead(t: DialogPorts['t'], { file, number = 1, of = 1, isFinding }: ReadingView): string {
  if (isFinding) return t('dialog_finding_files');
  if (file === '') return t('dialog_reading_text');
  return of > 1
    ? t('dialog_reading_file_of', [file, formatNumber(t, number), formatNumber(t, of)])
    : t('dialog_reading_file', [file]);
}
