// Under which pseudonyms one employee is in the register: each browser has its own. Asked with the key file; what is sealed of others is
// compared here and shown to nobody, what is opened of this one is a step on the record before the answer shows.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ContactKeys } from '@/incidents/contact-keys.ts';
import { type Sealed, unseal } from '@/incidents/sealed.ts';
import { actorOf, type Row } from '@/incidents/views.ts';
import type { Translate } from '../words.ts';
import type { RegisterStore } from './register-store.ts';
import { KeyForm } from './work/KeyForm.tsx';
import { Sign, useSign } from './work/Sign.tsx';

interface Props {
  t: Translate;
  store: RegisterStore;
  found(name: string, pseudonyms: readonly string[]): void;
}

export function Pseudonyms({ t, store, found }: Props) {
  const { rows, workOnAll } = useStore(store);
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState('');
  const { isNamed, sign } = useSign(store);
  const act = async ({ opener }: ContactKeys) => {
    if (!isNamed()) return;
    const theirs = await rowsBehind(rows, name, opener);
    if (theirs.length === 0) return setProblem(t('employee_sealed_none'));
    const change = { do: 'unseal', why: why.trim() } as const;
    if (
      !(await workOnAll(
        theirs.map(({ id }) => id),
        change,
      ))
    )
      return setProblem(t('work_failed'));
    setProblem('');
    found(
      name.trim(),
      theirs.map((row) => actorOf(row).value),
    );
  };
  return (
    <KeyForm
      t={t}
      label={t('employee_sealed_find')}
      isReady={name.trim() !== '' && why.trim() !== ''}
      act={act}
      problem={problem}
    >
      <p className="soft">{t('employee_sealed')}</p>
      <Sign t={t} store={store} {...sign} />
      <label className="field">
        <span>{t('employee_sealed_who')}</span>
        <input type="text" maxLength={320} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t('keys_unseal_why')}</span>
        <input type="text" maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </KeyForm>
  );
}

export function sealedOf(row: Row): Sealed | undefined {
  return row.type === 'incident' ? row.incident.sealed : row.report.sealed;
}

/** One row for each pseudonym of this person. */
async function rowsBehind(rows: readonly Row[], name: string, opener: ContactKeys['opener']): Promise<Row[]> {
  const wanted = name.trim().toLowerCase();
  const one = new Map(rows.flatMap((row) => (sealedOf(row) ? [[actorOf(row).value, row] as const] : [])));
  const theirs: Row[] = [];
  for (const row of one.values()) {
    const details = await unseal(sealedOf(row)!, opener, row.id);
    if (details?.actor.trim().toLowerCase() === wanted) theirs.push(row);
  }
  return theirs;
}
