// The register proper: filter, table in groups, export, import, print.
import { useState } from 'react';
import { useStore } from 'zustand';
import { rowIdOf } from '@/incidents/envelope.ts';
import { toCsv, toJson } from '@/incidents/export.ts';
import type { Translate } from '../words.ts';
import { FilterBar } from './FilterBar.tsx';
import { Import } from './Import.tsx';
import { Reading } from './Reading.tsx';
import { RowTable } from './RowTable.tsx';
import { claimsIn, envelopesOf, type RegisterStore } from './register-store.ts';

export interface FilePorts {
  extensionVersion: string;
  /** Epoch milliseconds. */
  now(): number;
  /** Hands the person a file; false where it was not handed out, and that was said. */
  save(file: { name: string; type: string; text: string }): Promise<boolean>;
  /** Prints this page, on which so many entries are. */
  print(entries: number): void;
}

interface Props {
  t: Translate;
  store: RegisterStore;
  files: FilePorts;
  open(id: string): void;
  /** False where everything arrives by itself. */
  canImport?: boolean;
  /** False where the reader may look and no more. */
  canExport?: boolean;
}

export function Incidents({ t, store, files, open, canImport = true, canExport = true }: Props) {
  const { phase, rows, shown, health } = useStore(store);
  if (phase === 'loading' || phase === 'failed') return <Reading t={t} store={store} />;
  return (
    <>
      {health && health.chain !== 'intact' && (
        <p role="alert" className="problem">
          {t(`register_chain_${health.chain}_all`, [String(health.firstBad ?? '')])}
        </p>
      )}
      {rows.length === 0 ? (
        <>
          <Reading t={t} store={store} />
          <p>{t('register_empty')}</p>
        </>
      ) : (
        <>
          <FilterBar t={t} store={store} />
          <Reading t={t} store={store} />
          {canExport && phase === 'ready' && <Export t={t} store={store} files={files} />}
          {shown.length === 0 ? (
            <p>{t('register_none_match')}</p>
          ) : (
            <RowTable t={t} store={store} now={files.now} open={open} />
          )}
        </>
      )}
      {canImport && phase === 'ready' && <Import t={t} store={store} />}
    </>
  );
}

function Export({ t, store, files: { extensionVersion, now, save, print } }: Pick<Props, 't' | 'store' | 'files'>) {
  const [saved, setSaved] = useState('');
  const hand = async (ending: string, type: string, text: string) => {
    const name = `gatehouse-register-${new Date(now()).toISOString().slice(0, 10)}.${ending}`;
    setSaved((await save({ name, type, text })) ? t('register_saved', [name]) : '');
  };
  const json = () => {
    const { shown } = store.getState();
    const wanted = new Set(shown.map(({ id }) => id));
    const chosen = envelopesOf(store.getState(), extensionVersion).filter(({ entry }) => wanted.has(rowIdOf(entry)));
    return hand('json', 'application/json', toJson(chosen, now(), claimsIn(store.getState())));
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
      <button type="button" className="button" onClick={() => print(store.getState().shown.length)}>
        {t('register_print')}
      </button>
      <p role="status" className="soft">
        {saved}
      </p>
    </div>
  );
}
