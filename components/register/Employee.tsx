// Everything about one employee, handed out or erased at their request. What is under legal hold, or has not been told to anybody yet, stays.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { rowIdOf } from '@/incidents/envelope.ts';
import { toJson } from '@/incidents/export.ts';
import { actorOf, type Row } from '@/incidents/views.ts';
import { isKept } from '@/incidents/work.ts';
import type { Erased } from '@/platform/messages/messages.ts';
import { counted, formatNumber, type Translate } from '../words.ts';
import type { FilePorts } from './Incidents.tsx';
import { Pseudonyms, sealedOf } from './Pseudonyms.tsx';
import { Reading } from './Reading.tsx';
import { claimsIn, envelopesOf, type RegisterStore } from './register-store.ts';

export interface EmployeePorts extends FilePorts {
  /** Erases these rows and the work on them; `undefined`: no answer came. */
  erase(rows: readonly string[]): Promise<Erased | undefined>;
}

export function Employee({ t, store, ports }: { t: Translate; store: RegisterStore; ports: EmployeePorts }) {
  const { phase, rows, load } = useStore(store);
  const [who, setWho] = useState('');
  /** Name → the pseudonyms it was found behind. */
  const [names, setNames] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [isSure, setSure] = useState(false);
  const [said, setSaid] = useState<Erased | 'failed'>();
  const id = useId();
  const people = [...new Set(rows.map((row) => actorOf(row).value))].filter((value) => value !== '').sort();
  const theirsOf = (all: readonly Row[]) =>
    all.filter((row) => who !== '' && (names.get(who) ?? [who]).includes(actorOf(row).value));
  const theirs = theirsOf(rows);
  /** With what came in since the page was read: everything is everything. */
  const freshOnes = async () => {
    await load();
    return theirsOf(store.getState().rows);
  };
  const choose = (value: string) => {
    setWho(value);
    setSaid(undefined);
  };
  const save = async () => {
    const wanted = new Set((await freshOnes()).map((row) => row.id));
    const entries = envelopesOf(store.getState(), ports.extensionVersion);
    const text = toJson(
      entries.filter(({ entry }) => wanted.has(rowIdOf(entry))),
      ports.now(),
      claimsIn(store.getState()),
    );
    ports.save({ name: 'gatehouse-one-employee.json', type: 'application/json', text });
  };
  const erase = async () => {
    const all = await freshOnes();
    const free = all.filter((row) => !isKept(row.works, ports.now()));
    const erased = await ports.erase(free.map((row) => row.id));
    setSure(false);
    setSaid(erased ? { ...erased, held: erased.held + all.length - free.length } : 'failed');
    await load();
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('employee_title')}</h2>
      <p>{t('employee_how')}</p>
      <Reading t={t} store={store} />
      {phase === 'ready' && rows.some(sealedOf) && (
        <div className="form">
          <Pseudonyms
            t={t}
            store={store}
            found={(name, pseudonyms) => {
              setNames(new Map([...names, [name, pseudonyms]]));
              choose(name);
            }}
          />
        </div>
      )}
      {phase === 'ready' && (
        <div className="form">
          <label className="field">
            <span>{t('employee_who')}</span>
            <select value={who} onChange={(event) => choose(event.target.value)}>
              <option value="">{t('work_open')}</option>
              {[...names.keys(), ...people].map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
          {theirs.length > 0 && (
            <>
              <p>{counted(t, 'employee_entries', theirs.length)}</p>
              <div className="buttons">
                <button type="button" className="button" onClick={save}>
                  {t('employee_save')}
                </button>
              </div>
              <label className="check">
                <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
                <span>{t('employee_sure')}</span>
              </label>
              <div className="buttons">
                <button type="button" className="button" disabled={!isSure} onClick={erase}>
                  {t('employee_erase')}
                </button>
              </div>
            </>
          )}
        </div>
      )}
      <div role="status">
        {said === 'failed' && <p className="problem">{t('employee_failed')}</p>}
        {typeof said === 'object' && <p>{counted(t, 'employee_erased', said.entries)}</p>}
        {typeof said === 'object' && said.held > 0 && <p>{t('employee_held', [formatNumber(t, said.held)])}</p>}
        {typeof said === 'object' && said.waiting > 0 && (
          <p>{t('employee_waiting', [formatNumber(t, said.waiting)])}</p>
        )}
      </div>
    </section>
  );
}
