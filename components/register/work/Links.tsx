// Remedial actions to tick off, and entries that belong together: other messages of one event are found by their reference.
import { type FormEvent, useId, useState } from 'react';
import { type Case, type RemedialAction, referenceOf } from '@/incidents/case.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change } from '@/incidents/work.ts';
import { formatDay, formatTime, type Translate } from '../../words.ts';

interface Props {
  t: Translate;
  row: Row;
  rows: readonly Row[];
  found: Case;
  now(): number;
  work(change: Change): Promise<boolean>;
}

export function Actions({ t, found, now, work }: Omit<Props, 'rows' | 'row'>) {
  if (found.actions.length === 0) return null;
  const tick = (action: RemedialAction, isDone: boolean) => {
    const { done: _, ...rest } = action;
    return work({ do: 'action', ...rest, ...(isDone ? { done: now() } : {}) });
  };
  return (
    <section aria-labelledby="actions-title">
      <h2 id="actions-title">{t('sheet_actions')}</h2>
      <ul className="actions">
        {found.actions.map((action) => (
          <li key={action.action}>
            <label className="check">
              <input
                type="checkbox"
                checked={action.done !== undefined}
                onChange={(event) => tick(action, event.target.checked)}
              />
              <span>
                {action.what} · {action.owner}
                {action.due !== undefined && (
                  <span className={action.done === undefined && action.due < now() ? 'problem' : 'soft'}>
                    {' '}
                    {t('action_due_on', [formatDay(t, action.due)])}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Links({ t, row, rows, found, work }: Omit<Props, 'now'>) {
  const [reference, setReference] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const id = useId();
  const linked = rows.filter((one) => found.links.includes(one.id));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = reference.trim().toUpperCase();
    const other = rows.find((one) => one.id !== row.id && (referenceOf(one) === wanted || one.id === reference.trim()));
    setUnknown(!other);
    if (other && (await work({ do: 'link', to: other.id, isLinked: true }))) setReference('');
  };
  return (
    <section className="links" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('links_title')}</h2>
      <ul className="lines">
        {linked.map((one) => (
          <li key={one.id}>
            <a href={`#entry/${one.id}`}>{referenceOf(one)}</a> <span className="soft">{formatTime(t, one.at)}</span>{' '}
            <button type="button" className="link" onClick={() => work({ do: 'link', to: one.id, isLinked: false })}>
              {t('links_off')}
            </button>
          </li>
        ))}
      </ul>
      <form className="link-form" onSubmit={onSubmit}>
        <label htmlFor={id}>{t('links_reference')}</label>
        <input
          id={id}
          type="text"
          maxLength={60}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
        <button type="submit" className="button">
          {t('links_on')}
        </button>
      </form>
      <p role="status" className={isUnknown ? 'problem' : ''}>
        {isUnknown && t('links_unknown')}
      </p>
    </section>
  );
}
