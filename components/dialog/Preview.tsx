// The message as it would read without the people in it, before it is put in the place of what was written.
import { useCallback, useRef } from 'react';
import { counted } from '../words.ts';
import type { DialogPorts, PreviewView } from './dialog-view.ts';
import { useDialogKeys, useFirstFocus } from './keyboard.ts';

export function Preview({ view, ports: { t, answer } }: { view: PreviewView; ports: DialogPorts }) {
  const box = useRef<HTMLElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  const leave = useCallback(() => answer({ choice: 'edited', release: false, removeRecipients: [] }), [answer]);
  useFirstFocus(take);
  useDialogKeys(box, leave);
  return (
    <section ref={box} role="alertdialog" aria-modal="true" aria-labelledby="dialog-headline" className="dialog plain">
      <h1 id="dialog-headline">{t('dialog_preview')}</h1>
      <p>{counted(t, 'dialog_preview_changed', view.changed)}</p>
      {view.subject !== '' && <p className="preview-subject">{view.subject}</p>}
      <textarea readOnly rows={10} value={view.text} aria-label={t('dialog_preview')} />
      <p>{t('dialog_preview_then')}</p>
      <div className="buttons">
        <button
          type="button"
          ref={take}
          className="button main"
          onClick={() => answer({ choice: 'removed-people', release: false, removeRecipients: [] })}
        >
          {t('dialog_preview_take')}
        </button>
        <button type="button" className="button" onClick={leave}>
          {t('dialog_preview_leave')}
        </button>
      </div>
    </section>
  );
}
