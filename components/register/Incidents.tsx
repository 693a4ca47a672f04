// The register proper: what left apart from near misses apart from reports; filter, detail, export, import, print.
import { useState } from 'react';
import { useStore } from 'zustand';
import { rowIdOf } from '@/incidents/envelope.ts';
import { toCsv, toJson } from '@/incidents/export.ts';
import { reasonWords } from '../reason-words.ts';
import type { Translate } from '../words.ts';
import { Detail } from './Detail.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Import } from './Import.tsx';
import { RowTable } from './RowTable.tsx';
import { envelopesOf, type RegisterStore } from './register-store.ts';

export interface FilePorts {
  extensionVersion: string;
  /** Epoch milliseconds. */
  now(): number;
  /** Hands the person a file. */
  save(file: { name: string; type: string; text: string }): void;
  print(): void;
}

interface Props {
  t: Translate;
  store: RegisterStore;
  files: FilePorts;
}

export function Incidents({ t, store, files }: Props) {
  const { phase, rows, shown, proofs, open, show, load, health } = useStore(store);
  if (phase === 'loading')
    return (
      <p role="status" aria-busy="true">
        {t('register_loading')}
      </p>
    );
  if (phase === 'failed')
    return (
      <div role="alert">
        <p className="problem">{t('register_failed')}</p>
        <button type="button" className="button" onClick={load}>
          {t('register_again')}
        </button>
      </div>
    );
  const opened = rows.find(({ id }) => id === open);
  const proof = opened && proofs.get(opened.id);
  return (
    <>
      {health.chain !== 'intact' && (
        <p role="alert" className="problem">
          {t(`register_chain_${health.chain}_all`, [String(health.firstBad ?? '')])}
        </p>
      )}
      {rows.length === 0 ? (
        <p>{t('register_empty')}</p>
      ) : (
        <>
          <FilterBar t={t} store={store} />
          <Export t={t} store={store} files={files} />
          {shown.length === 0 && <p>{t('register_none_match')}</p>}
          <Groups t={t} store={store} />
        </>
      )}
      <Import t={t} store={store} />
      {opened && proof && (
        <Detail
          key={opened.id}
          t={t}
          row={opened}
          proof={proof}
          reasonLabel={(code) => reasonLabel(t, store, code)}
          close={() => show(undefined)}
        />
      )}
    </>
  );
}

function Groups({ t, store }: Pick<Props, 't' | 'store'>) {
  const { shown, proofs, show, fields } = useStore(store);
  const incidents = shown.filter((row) => row.type === 'incident');
  const groups = [
    ['register_left', incidents.filter(({ outcome }) => outcome === 'left')],
    ['register_near_miss', incidents.filter(({ outcome }) => outcome === 'near-miss')],
    ['register_reports', shown.filter(({ type }) => type === 'report')],
  ] as const;
  return groups.map(([title, rows]) => (
    <RowTable key={`${title} ${JSON.stringify(fields)}`} t={t} title={title} rows={rows} proofs={proofs} open={show} />
  ));
}

function Export({ t, store, files: { extensionVersion, now, save, print } }: Props) {
  const [saved, setSaved] = useState('');
  const hand = (ending: string, type: string, text: string) => {
    const name = `gatehouse-register-${new Date(now()).toISOString().slice(0, 10)}.${ending}`;
    save({ name, type, text });
    setSaved(t('register_saved', [name]));
  };
  const json = () => {
    const { shown } = store.getState();
    const wanted = new Set(shown.map(({ id }) => id));
    const chosen = envelopesOf(store.getState(), extensionVersion).filter(({ entry }) => wanted.has(rowIdOf(entry)));
    hand('json', 'application/json', toJson(chosen, now()));
  };
  return (
    <div className="buttons export">
      <button
        type="button"
        className="button"
        onClick={() => hand('csv', 'text/csv', toCsv(store.getState().shown, t))}
      >
        {t('register_export_csv')}
      </button>
      <button type="button" className="button" onClick={json}>
        {t('register_export_json')}
      </button>
      <button type="button" className="button" onClick={print}>
        {t('register_print')}
      </button>
      <p role="status" className="soft">
        {saved}
      </p>
    </div>
  );
}

/** In the words of the policy now in force; the code itself where that policy has no such reason. */
function reasonLabel(t: Translate, store: RegisterStore, code: string): string {
  const reason = store.getState().policy?.policy.reasons.find((one) => one.code === code);
  return reason ? reasonWords(t, reason).label : code;
}
