// *Report a breach*: four short questions. Shows what will be stored when that differs from what was written.
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ContactLine } from '../ContactLine.tsx';
import type { Contact } from '../dialog/dialog-view.ts';
import type { Translate } from '../words.ts';
import { Choices } from './Choices.tsx';
import { createReportStore, isComplete, longestReport, type ReportPorts } from './report-store.ts';
import './report.css';

const recovered = ['yes', 'no', 'unknown'] as const;
const people = ['one', 'few', 'many', 'unknown'] as const;

interface Props {
  t: Translate;
  contact: Contact;
  ports: ReportPorts;
}

export function ReportForm({ t, contact, ports }: Props) {
  const [store] = useState(() => createReportStore(ports));
  const state = useStore(store);
  const id = useId();
  const what = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const isMissing = state.hasTried && state.step !== 'stored' && !isComplete(state);
  const masked = ports.mask(state.what);
  useEffect(() => {
    if (state.step === 'stored' || state.step === 'failed') result.current?.focus();
  }, [state.step]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete(state)) what.current?.focus();
    void state.submit();
  };
  if (state.step === 'stored')
    return (
      <div ref={result} tabIndex={-1} className="report" role="status">
        <p>
          <strong>{t('report_stored')}</strong>
        </p>
        <p>{t('report_next')}</p>
        <ContactLine t={t} contact={contact} />
      </div>
    );
  return (
    <form className="report" noValidate onSubmit={onSubmit}>
      <label className="field">
        <span>{t('report_what')}</span>
        <small id={`${id}-hint`}>{t('report_what_hint')}</small>
        <textarea
          ref={what}
          rows={4}
          required
          maxLength={longestReport}
          value={state.what}
          aria-invalid={isMissing}
          aria-describedby={`${id}-hint ${id}-missing`}
          onChange={(event) => state.write({ what: event.target.value })}
        />
      </label>
      <p id={`${id}-missing`} role="alert" className={isMissing ? 'problem' : ''}>
        {isMissing && t('report_what_missing')}
      </p>
      {masked !== state.what && (
        <p className="soft" role="status">
          {t('report_masked', [masked])}
        </p>
      )}
      <label className="field">
        <span>{t('report_when')}</span>
        <input
          type="text"
          maxLength={100}
          value={state.when}
          onChange={(event) => state.write({ when: event.target.value })}
        />
      </label>
      <Choices
        t={t}
        name="report_people"
        options={people}
        chosen={state.people}
        choose={(chosen) => state.write({ people: chosen })}
      />
      <Choices
        t={t}
        name="report_recovered"
        options={recovered}
        chosen={state.recovered}
        choose={(chosen) => state.write({ recovered: chosen })}
      />
      {state.step === 'failed' && (
        <div ref={result} tabIndex={-1} role="alert">
          <p className="problem">{t('report_failed')}</p>
          <ContactLine t={t} contact={contact} />
        </div>
      )}
      <div className="buttons">
        <button type="submit" className="button main" aria-disabled={state.step === 'storing'}>
          {t('report_submit')}
        </button>
      </div>
      <p className="soft">{t('report_recorded')}</p>
    </form>
  );
}
