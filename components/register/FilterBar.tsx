// The register's filter: words, destination, decision, outcome, days. Says how many lines are left.
import { useStore } from 'zustand';
import { destinations } from '@/policy/facts.ts';
import { actions } from '@/policy/verdict.ts';
import { formatNumber, type Translate } from '../words.ts';
import { noFields } from './fields.ts';
import type { RegisterStore } from './register-store.ts';

const outcomes = ['near-miss', 'left'] as const;

export function FilterBar({ t, store }: { t: Translate; store: RegisterStore }) {
  const { fields, rows, shown, filter } = useStore(store);
  const select = <Name extends 'destination' | 'action' | 'outcome'>(name: Name, options: readonly string[]) => (
    <label className="field">
      <span>{t(`register_${name}`)}</span>
      <select value={fields[name]} onChange={(event) => filter({ [name]: event.target.value })}>
        <option value="">{t('register_all')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`${name}_${option.replaceAll('-', '_')}`)}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (name: 'from' | 'to') => (
    <label className="field">
      <span>{t(`register_${name}`)}</span>
      <input type="date" value={fields[name]} onChange={(event) => filter({ [name]: event.target.value })} />
    </label>
  );
  return (
    <search className="filter">
      <label className="field words">
        <span>{t('register_search')}</span>
        <input type="search" value={fields.text} onChange={(event) => filter({ text: event.target.value })} />
      </label>
      {select('destination', destinations)}
      {select(
        'action',
        actions.filter((action) => action !== 'allow'),
      )}
      {select('outcome', outcomes)}
      {day('from')}
      {day('to')}
      <button type="button" className="button" onClick={() => filter(noFields)}>
        {t('register_clear')}
      </button>
      <p role="status" className="soft">
        {t('register_shown', [formatNumber(t, shown.length), formatNumber(t, rows.length)])}
      </p>
    </search>
  );
}
