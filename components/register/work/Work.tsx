// Work on one entry: where it stands and may go, then one form a step, folded until it is needed.
import { type FormEvent, useRef, useState } from 'react';
import { type Case, mayBecome, missingToClose } from '@/incidents/case.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change, Status } from '@/incidents/work.ts';
import { formatNumber, keyOf, type Translate } from '../../words.ts';
import { FormFields } from './FormFields.tsx';
import { editedIn, type Problems, problemsIn, type Values, type WorkForm } from './forms/form.ts';
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
  /** What was typed; the rest stays what is known, also when somebody else puts it right meanwhile. */
  const [typed, setTyped] = useState<Values>({});
  const [tried, setTried] = useState<string>();
  const [said, setSaid] = useState('');
  const initial = form.initial(row, found, ports.now());
  const shown = { ...initial, ...typed };
  const fields = form.fields(row, found);
  const acts = form.acts?.(found) ?? ['save'];
  const act = useRef(acts[0]!);
  const problemsFor = (wanted: string): Problems => ({
    ...problemsIn(fields, shown, ports.now()),
    ...Object.fromEntries((form.missing?.(shown, wanted) ?? []).map((name) => [name, 'work_missing'])),
  });
  const edited = editedIn(initial, shown);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = act.current;
    setTried(wanted);
    if (Object.keys(problemsFor(wanted)).length > 0) return;
    const change = form.change(shown, { row, found, newId: ports.newId, edited, act: wanted });
    if (change && !(await step(change))) return;
    setSaid(change ? 'work_saved' : 'work_unchanged');
    if (!change) return;
    setTyped({});
    setTried(undefined);
  };
  return (
    <details className="step" onToggle={(event) => event.currentTarget.open || setSaid('')}>
      <summary>{t(`work_${form.name}`)}</summary>
      <form noValidate onSubmit={onSubmit}>
        <p className="soft">{t(`work_${form.name}_hint`)}</p>
        <FormFields
          t={t}
          fields={fields}
          values={shown}
          problems={tried === undefined ? {} : problemsFor(tried)}
          unconfirmed={(form.unconfirmed?.(found) ?? []).filter((names) => !names.some((name) => edited.has(name)))}
          set={(name, value) => setTyped({ ...typed, [name]: value })}
        />
        {form === severity && <Score t={t} values={shown} />}
        <div className="buttons">
          {acts.map((one, place) => (
            <button
              key={one}
              type="submit"
              className={place === 0 ? 'button main' : 'button'}
              onClick={() => {
                act.current = one;
              }}
            >
              {t(`work_${one}`)}
            </button>
          ))}
        </div>
        <p role="status">{said && t(said)}</p>
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
