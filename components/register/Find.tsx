// *Was this client in any incident?* What somebody types is hashed here and compared with the fingerprints in the entries; it is not
// kept, not sent, and not in the address. What cannot be said is listed as such.
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Answer, type AskedFor, incidentsAbout } from '@/incidents/affected.ts';
import { referenceOf } from '@/incidents/case.ts';
import { counted, formatNumber, formatTime, type Translate } from '../words.ts';
import { Reading } from './Reading.tsx';
import type { RegisterStore } from './register-store.ts';

export interface FindPorts {
  /** Whom this text names, as they are asked for; or why that cannot be. */
  askFor(text: string): Promise<AskedFor | 'nobody' | 'several' | 'failed' | 'no-key'>;
}

interface Props {
  t: Translate;
  store: RegisterStore;
  ports: FindPorts;
  /** Address of an entry's page. */
  linkTo(id: string): string;
  /** What is needed beside the words: a key file. */
  children?: ReactNode;
}

export function Find({ t, store, ports, linkTo, children }: Props) {
  const { rows, phase } = useStore(store);
  const [asked, setAsked] = useState<Awaited<ReturnType<FindPorts['askFor']>>>();
  // Of the rows there are now: an answer given before all are here is no answer.
  const said = useMemo(() => {
    if (typeof asked !== 'object' || phase !== 'ready') return undefined;
    return incidentsAbout(
      asked,
      rows.flatMap((row) => (row.type === 'incident' ? [row.incident] : [])),
    );
  }, [asked, rows, phase]);
  const id = useId();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('who') ?? '');
    setAsked(await ports.askFor(text));
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('find_title')}</h2>
      <p>{t('find_how')}</p>
      <form className="form find" onSubmit={onSubmit}>
        {children}
        <label className="field">
          <span>{t('find_who')}</span>
          <textarea name="who" rows={3} maxLength={1000} autoComplete="off" required />
        </label>
        <div className="buttons">
          <button type="submit" className="button main">
            {t('find_do')}
          </button>
        </div>
      </form>
      <div role="status">
        {typeof asked === 'string' && <p className="problem">{t(`find_${asked.replace('-', '_')}`)}</p>}
        {said && <Answers t={t} said={said} store={store} linkTo={linkTo} />}
      </div>
      {typeof asked === 'object' && <Reading t={t} store={store} />}
    </section>
  );
}

const reasons = ['other-key', 'not-kept', 'unreadable'] as const;

function Answers({ t, said, store, linkTo }: Omit<Props, 'ports' | 'children'> & { said: readonly Answer[] }) {
  const { rows } = useStore(store);
  const found = said.flatMap((answer) => ('told' in answer ? [answer] : []));
  const open = reasons.flatMap((reason) => {
    const count = said.filter((answer) => 'unknown' in answer && answer.unknown === reason).length;
    return count > 0 ? [{ reason, count }] : [];
  });
  return (
    <>
      <p>
        <strong>{found.length === 0 ? t('find_in_none') : counted(t, 'find_in', found.length)}</strong>
      </p>
      <ul className="lines">
        {found.map(({ incident, told }) => {
          const row = rows.find((one) => one.id === incident);
          return (
            row && (
              <li key={incident}>
                <a href={linkTo(incident)}>{referenceOf(row)}</a> {formatTime(t, row.at)},{' '}
                {t('find_agree', [formatNumber(t, told.agree), formatNumber(t, told.of)])}
              </li>
            )
          );
        })}
      </ul>
      {open.length > 0 && <p>{t('find_open')}</p>}
      <ul className="lines">
        {open.map(({ reason, count }) => (
          <li key={reason}>{t(`find_open_${reason.replace('-', '_')}`, [formatNumber(t, count)])}</li>
        ))}
      </ul>
    </>
  );
}
