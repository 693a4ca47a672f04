// A verdict and the ways on from it. Content in the order it is read; the safe way back is first and has the focus.
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ContactLine } from '../ContactLine.tsx';
import { counted, formatNumber, keyOf } from '../words.ts';
import { CodeForm } from './CodeForm.tsx';
import { createDialogStore, missingFor } from './dialog-store.ts';
import type { DialogPorts, VerdictView } from './dialog-view.ts';
import { FirmNote } from './FirmNote.tsx';
import { Found } from './Found.tsx';
import { useDialogKeys, useFirstFocus } from './keyboard.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { Recipients } from './Recipients.tsx';
import { ReleaseButton } from './ReleaseButton.tsx';
import { Review } from './Review.tsx';
import { destinationLine, headline, subjectOf } from './sentences.ts';

export function Verdict({ view, ports }: { view: VerdictView; ports: DialogPorts }) {
  const { t } = ports;
  const [store] = useState(() => createDialogStore(view, (answer) => ports.answer(answer)));
  const state = useStore(store);
  const box = useRef<HTMLElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const subject = subjectOf(view);
  useFirstFocus(back);
  useDialogKeys(box, state.goBack);
  const sendWithReason = () => {
    const [first] = state.sendWithReason();
    const field = box.current?.querySelector<HTMLElement>(`[data-field="${first}"]`);
    (field?.querySelector('input') ?? field)?.focus();
  };
  return (
    <section
      ref={box}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="dialog-headline"
      aria-describedby="dialog-facts"
      className={`dialog ${view.action}`}
    >
      <p className="mark">{t(`dialog_mark_${view.action}`)}</p>
      <h1 id="dialog-headline">{headline(t, view)}</h1>
      <div id="dialog-facts">
        <p>{destinationLine(t, view)}</p>
        <Recipients t={t} view={view} />
        {view.already && <p>{counted(t, 'dialog_already', view.already.people, formatNumber(t, view.already.days))}</p>}
        <Found t={t} view={view} />
        {view.rules.slice(0, 2).map((rule) => (
          <p key={rule}>{t('dialog_rule', [view.wording?.rules[rule] ?? t(keyOf('rule', rule))])}</p>
        ))}
        {view.wording && <FirmNote t={t} words={view.wording} />}
      </div>
      {view.filesStay && <p>{t('dialog_files_stay')}</p>}
      {view.action === 'justify' && <ReasonForm t={t} view={view} store={store} />}
      <div className="buttons">
        <button type="button" ref={back} className="button main" onClick={state.goBack}>
          {t(`dialog_back_${subject}`)}
        </button>
        {view.outside.length > 0 && (
          <button type="button" className="button" onClick={state.removeOutside}>
            {counted(t, 'dialog_remove_outside', view.outside.length)}
          </button>
        )}
        {view.ways.map((way) => (
          <button type="button" key={way} className="button" onClick={() => state.take(way)}>
            {t(keyOf(`dialog_way_${subject}`, way))}
          </button>
        ))}
        {view.action === 'warn' && (
          <ReleaseButton t={t} label={t(`dialog_go_on_${subject}`)} press={state.sendAnyway} />
        )}
        {view.action === 'justify' && (
          <ReleaseButton
            t={t}
            label={t(`dialog_go_with_reason_${subject}`)}
            isWaiting={missingFor(view, state).length > 0}
            press={sendWithReason}
          />
        )}
      </div>
      {view.takesCode && <CodeForm t={t} view={view} store={store} />}
      <Review ports={ports} view={view} contact={view.contact} store={store} />
      {view.deputy && <ContactLine t={t} contact={view.deputy} is="deputy" />}
      <p className="recorded">
        {t('dialog_recorded')}{' '}
        <a href={ports.registerUrl} target="_blank" rel="noreferrer">
          {t('dialog_recorded_link')}
        </a>
      </p>
    </section>
  );
}
