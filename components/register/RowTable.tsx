// One group of the register as a table, some lines at a time. Each line opens by its first cell; arrow keys go up and down.
import { type KeyboardEvent, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Row } from '@/incidents/views.ts';
import { formatNumber, formatTime, keyOf, type Translate } from '../words.ts';
import { actorName } from './facts.ts';
import type { Proof } from './proof.ts';

/** Lines drawn at first, and added each time. A table of all 10,000 would take seconds to draw. */
export const linesAtOnce = 100;

interface Props {
  t: Translate;
  /** Message key of the heading. */
  title: string;
  rows: readonly Row[];
  proofs: ReadonlyMap<string, Proof>;
  open(id: string): void;
}

export function RowTable({ t, title, rows, proofs, open }: Props) {
  const [limit, setLimit] = useState(linesAtOnce);
  useEffect(() => {
    const drawAll = () => flushSync(() => setLimit(Number.POSITIVE_INFINITY));
    addEventListener('beforeprint', drawAll);
    return () => removeEventListener('beforeprint', drawAll);
  }, []);
  if (rows.length === 0) return null;
  const hidden = rows.length - limit;
  return (
    <section className="group">
      <table onKeyDown={onArrow}>
        <caption>
          {t(title)} <span className="soft">({formatNumber(t, rows.length)})</span>
        </caption>
        <thead>
          <tr>
            {columnsOf(rows).map(([label, className]) => (
              <th key={label} scope="col" className={className}>
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <button type="button" className="line" onClick={() => open(row.id)}>
                  {formatTime(t, row.at)}
                </button>
                {proofs.get(row.id)?.isIntact === false && <span className="problem">{t('register_line_broken')}</span>}
              </th>
              <td className="wide">{actorName(t, row)}</td>
              <Cells t={t} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <button type="button" className="button more" onClick={() => setLimit(limit + linesAtOnce)}>
          {t('register_more', [formatNumber(t, Math.min(hidden, linesAtOnce)), formatNumber(t, hidden)])}
        </button>
      )}
    </section>
  );
}

function Cells({ t, row }: { t: Translate; row: Row }) {
  if (row.type === 'report')
    return (
      <>
        <td>{t(`report_people_${row.report.people}`)}</td>
        <td className="words">{row.report.what}</td>
      </>
    );
  const { people, destination, verdict, choice } = row.incident;
  return (
    <>
      <td>{formatNumber(t, people.estimate)}</td>
      <td>{t(`destination_${destination}`)}</td>
      <td className="wide">{t(`action_${verdict.action}`)}</td>
      <td className="wide">{t(keyOf('choice', choice))}</td>
    </>
  );
}

/** Label key and class of each column; `wide` columns are left out where there is no room. */
function columnsOf(rows: readonly Row[]): readonly (readonly [string, string])[] {
  const always = [
    ['register_at', ''],
    ['register_actor', 'wide'],
    ['register_people', ''],
  ] as const;
  if (rows[0]?.type === 'report') return [...always, ['register_words', '']];
  return [...always, ['register_destination', ''], ['register_action', 'wide'], ['register_choice', 'wide']];
}

function onArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('button.line')];
  const next = lines[lines.indexOf(document.activeElement as HTMLElement) + step];
  if (!next || !lines.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
