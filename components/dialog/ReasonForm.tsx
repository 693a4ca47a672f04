// The reason: a list first, its checklist if it has one, then one sentence. What is missing is said after a first press.
import { useId } from 'react';
import { useStore } from 'zustand';
import { reasonWords } from '../reason-words.ts';
import type { Translate } from '../words.ts';
import { chosenReason, type DialogStore, missingFor } from './dialog-store.ts';
import type { VerdictView } from './dialog-view.ts';

interface Props {
  t: Translate;
  view: VerdictView;
  store: DialogStore;
}

export function ReasonForm({ t, view, store }: Props) {
  const state = useStore(store);
  const id = useId();
  const missing = state.hasTried ? missingFor(view, state) : [];
  const chosen = chosenReason(view, state.code);
  const words = chosen ? reasonWords(t, chosen).checklist : [];
  const problem = (kind: (typeof missing)[number]) => ({
    'aria-invalid': missing.includes(kind),
    ...(missing.includes(kind) ? { 'aria-describedby': `${id}-${kind}` } : {}),
  });
  const said = (kind: (typeof missing)[number]) =>
    missing.includes(kind) && (
      <p id={`${id}-${kind}`} className="problem" role="alert">
        {t(`dialog_missing_${kind}`)}
      </p>
    );
  return (
    <div className="reason">
      <fieldset data-field="reason" {...problem('reason')}>
        <legend>{t('dialog_reason_list')}</legend>
        {view.reasons.map((reason) => (
          <label key={reason.code}>
            <input
              type="radio"
              name={`${id}-code`}
              value={reason.code}
              checked={state.code === reason.code}
              onChange={() => state.chooseReason(reason.code)}
            />
            <span>{reasonWords(t, reason).label}</span>
          </label>
        ))}
        {said('reason')}
      </fieldset>
      {chosen && chosen.checklist.length > 0 && (
        <fieldset data-field="checklist" {...problem('checklist')}>
          <legend>{t('dialog_checklist')}</legend>
          {chosen.checklist.map((sentence, index) => (
            <label key={sentence}>
              <input
                type="checkbox"
                checked={state.confirmed.includes(sentence)}
                onChange={(event) => state.confirm(sentence, event.target.checked)}
              />
              <span>{words[index]}</span>
            </label>
          ))}
          {said('checklist')}
        </fieldset>
      )}
      <label className="field">
        <span>{t('dialog_reason_text')}</span>
        <textarea
          data-field="text"
          rows={2}
          maxLength={500}
          value={state.text}
          onChange={(event) => state.write(event.target.value)}
          {...problem('text')}
        />
      </label>
      {said('text')}
    </div>
  );
}
