// Until all of a register is read: how far it is, or that it could not be. Nothing once it is, unless it could not be read anew.
import { useStore } from 'zustand';
import { formatNumber, type Translate } from '../words.ts';
import type { RegisterStore } from './register-store.ts';

export function Reading({ t, store }: { t: Translate; store: RegisterStore }) {
  const { phase, isBehind, share, rows, load } = useStore(store);
  if (phase === 'ready' && !isBehind) return null;
  if (phase === 'failed' || phase === 'ready')
    return (
      <div role="alert">
        <p className="problem">{t(phase === 'failed' ? 'register_failed' : 'register_behind')}</p>
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
