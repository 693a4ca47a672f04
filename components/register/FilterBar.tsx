// The register's filter: words, class, status, the 72 hours, destination, decision, choice, category, days; groups, and filters that were saved.
import { type FormEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { deadlines } from '@/incidents/clock.ts';
import { nameOf } from '@/incidents/documents/document.ts';
import { choices } from '@/incidents/incident.ts';
import { classes, groupings } from '@/incidents/views.ts';
import { statuses } from '@/incidents/work.ts';
import { categories } from '@/policy/entries.ts';
import { destinations } from '@/policy/facts.ts';
import { actions } from '@/policy/verdict.ts';
import { formatNumber, keyOf, type Translate } from '../words.ts';
import { type Fields, isSameFields, noFields } from './fields.ts';
import type { RegisterStore } from './register-store.ts';

type Listed = 'class' | 'status' | 'deadline' | 'destination' | 'action' | 'choice' | 'category';

const lists: Record<Listed, readonly string[]> = {
  class: classes,
  status: statuses,
  deadline: deadlines,
  destination: destinations,
  action: actions.filter((action) => action !== 'allow'),
  choice: choices,
  category: categories,
};

const listed = Object.keys(lists) as Listed[];

interface Props {
  t: Translate;
  store: RegisterStore;
  /** False where nothing is shown in groups. */
  hasGroups?: boolean;
}

export function FilterBar({ t, store, hasGroups = true }: Props) {
  const { fields, rows, shown, filter, grouping, group } = useStore(store);
  /** In a narrow window: else what is looked for stands below a screen of fields. */
  const [isOpen, setOpen] = useState(false);
  const set = [...listed, 'from' as const, 'to' as const].filter((name) => fields[name] !== '').length;
  const select = (name: Listed) => (
    <label key={name} className="field">
      <span>{t(`register_${name}`)}</span>
      <select value={fields[name]} onChange={(event) => filter({ [name]: event.target.value })}>
        <option value="">{t('register_all')}</option>
        {lists[name].map((option) => (
          <option key={option} value={option}>
            {t(keyOf(name, option))}
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
    <search className={isOpen ? 'filter open' : 'filter'}>
      <label className="field words">
        <span>{t('register_search')}</span>
        <input type="search" value={fields.text} onChange={(event) => filter({ text: event.target.value })} />
      </label>
      <button type="button" className="button fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {set > 0 ? t('register_filter_set', [formatNumber(t, set)]) : t('register_filter')}
      </button>
      {listed.map(select)}
      {day('from')}
      {day('to')}
      {hasGroups && (
        <label className="field">
          <span>{t('register_group')}</span>
          <select value={grouping} onChange={(event) => group(event.target.value as typeof grouping)}>
            {groupings.map((one) => (
              <option key={one} value={one}>
                {t(`register_group_${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" onClick={() => filter(noFields)}>
        {t('register_clear')}
      </button>
      <p role="status" className="soft">
        {t('register_shown', [formatNumber(t, shown.length), formatNumber(t, rows.length)])}
        {fields.rule && ` · ${nameOf(t, 'rule', fields.rule)}`}
      </p>
      <Saved t={t} store={store} />
    </search>
  );
}

function Saved({ t, store }: { t: Translate; store: RegisterStore }) {
  const { fields, settings, filter, saveFilter, forgetFilter } = useStore(store);
  const [name, setName] = useState('');
  const id = useId();
  const isNew = !isSameFields(fields, noFields) && !settings.filters.some((one) => isSameFields(one.fields, fields));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void saveFilter(name.trim());
    setName('');
  };
  if (!isNew && settings.filters.length === 0) return null;
  return (
    <div className="saved">
      {settings.filters.map((one) => (
        <span key={one.name} className="chip">
          <button
            type="button"
            className="chip-name"
            aria-pressed={isSameFields(one.fields, fields)}
            onClick={() => filter({ ...noFields, ...(one.fields satisfies Fields) })}
          >
            {one.name}
          </button>
          <button
            type="button"
            className="chip-off"
            aria-label={t('register_forget_filter', [one.name])}
            onClick={() => forgetFilter(one.name)}
          >
            ×
          </button>
        </span>
      ))}
      {isNew && (
        <form onSubmit={onSubmit}>
          <label htmlFor={id}>{t('register_save_filter')}</label>
          <input id={id} type="text" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
          <button type="submit" className="button">
            {t('register_save')}
          </button>
        </form>
      )}
    </div>
  );
}
