// Work on one entry: where it stands and may go, then one form a step, folded until it is needed.
import { type FormEvent, useRef, useState } from 'react';
import { type Case, mayBecome, missingToClose } from '@/incidents/case.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change, Status } from '@/incidents/work.ts';
import { formatNumber, keyOf, type Translate } from '../../words.ts';
import { FormFields } from './FormFields.tsx';
import { missingIn, type Values, type WorkForm } from './forms/form.ts';
import { workForms } from './forms/index.ts';
import { scoreIn, severity } from './forms/severity.ts';

export interface WorkPorts {
  now(): number;
  /** A fresh UUIDv7. */
  newId(): string;
}

interface Props {
  t: Translate;
  row: Row;
  found: Case;
  ports: WorkPorts;
  /** True once it is stored. */
  work(change: Change): Promise<boolean>;
}

export function Work({ t, row, found, ports, work }: Props) {
  return (
    <section className="work" aria-labelledby="work-title">
      <h2 id="work-title">{t('work_title')}</h2>
      <StatusStep t={t} found={found} step={work} />
      <p className="soft">{t('work_no_names')}</p>
      {workForms.map((form) => (
        <Step key={form.name} t={t} form={form} row={row} found={found} ports={ports} step={work} />
      ))}
    </section>
  );
}

function StatusStep({ t, found, step }: { t: Translate; found: Case; step(change: Change): Promise<boolean> }) {
  const [why, setWhy] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const missing = missingToClose(found);
  const become = async (status: Status) => {
    if (!(await step({ do: 'status', status, why: why.trim() }))) return;
    setWhy('');
    // The button that was pressed is gone: who works by keyboard would begin at the top of the page.
    field.current?.focus();
  };
  return (
    <div className="status-step">
      <label className="field">
        <span>{t('work_why')}</span>
        <input ref={field} type="text" maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="buttons">
        {mayBecome(found).map((status) => (
          <button key={status} type="button" className="button" onClick={() => become(status)}>
            {t(found.status === 'closed' ? 'work_reopen' : keyOf('work_to', status))}
          </button>
        ))}
      </div>
      {missing.length > 0 && (
        <p className="soft">{t('work_close_needs', [missing.map((one) => t(`work_needs_${one}`)).join(' · ')])}</p>
      )}
    </div>
  );
}

interface StepProps extends Omit<Props, 'work'> {
  form: WorkForm;
  step(change: Change): Promise<boolean>;
}

function Step({ t, form, row, found, ports, step }: StepProps) {
  const [values, setValues] = useState<Values>();
  const [hasTried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const shown = values ?? form.initial(row, found, ports.now());
  const fields = form.fields(row, found);
  const missing = hasTried ? missingIn(fields, shown) : [];
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missingIn(fields, shown).length > 0) return;
    if (!(await step(form.change(shown, row, ports.newId)))) return;
    setValues(undefined);
    setTried(false);
    setSaved(true);
  };
  return (
    <details className="step" onToggle={(event) => event.currentTarget.open || setSaved(false)}>
      <summary>{t(`work_${form.name}`)}</summary>
      <form noValidate onSubmit={onSubmit}>
        <p className="soft">{t(`work_${form.name}_hint`)}</p>
        <FormFields
          t={t}
          fields={fields}
          values={shown}
          missing={missing}
          set={(name, value) => setValues({ ...shown, [name]: value })}
        />
        {form === severity && <Score t={t} values={shown} />}
        <div className="buttons">
          <button type="submit" className="button main">
            {t('work_save')}
          </button>
        </div>
        <p role="status">{saved && t('work_saved')}</p>
      </form>
    </details>
  );
}

function Score({ t, values }: { t: Translate; values: Values }) {
  const { score, severity: word } = scoreIn(values);
  return (
    <p role="status">
      <strong>{t('severity_line', [formatNumber(t, score), t(keyOf('severity', word))])}</strong>{' '}
      <span className="soft">{t('work_severity_advisory')}</span>
    </p>
  );
}
