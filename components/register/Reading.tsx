// Until all of a register is read: how far it is, or that it could not be. Nothing once it is.
import { useStore } from 'zustand';
import { formatNumber, type Translate } from '../words.ts';
import type { RegisterStore } from './register-store.ts';

export function Reading({ t, store }: { t: Translate; store: RegisterStore }) {
  const { phase, share, rows, load } = useStore(store);
  if (phase === 'ready') return null;
  if (phase === 'failed')
    return (
      <div role="alert">
        <p className="problem">{t('register_failed')}</p>
        <button type="button" className="button" onClick={load}>
          {t('register_again')}
        </button>
      </div>
    );
  return (
    <div className="reading">
      <p role="status" aria-busy="true">
        {phase === 'latest' ? t('register_latest', [formatNumber(t, rows.length)]) : t('register_loading')}
      </p>
      {share > 0 && <progress aria-label={t('register_loading')} value={share} />}
    </div>
  );
}
