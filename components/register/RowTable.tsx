// The register as one table in groups. Only the lines in sight are drawn, so that 100,000 scroll as ten do; arrow keys, Home and End go
// from line to line.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { clockOfRow } from '@/incidents/clock.ts';
import { actorOf, type Grouping, type Row, type Sorting } from '@/incidents/views.ts';
import { formatNumber, formatTime, keyOf, type Translate } from '../words.ts';
import { lineHeight, linesOf } from './lines.ts';
import type { Proof } from './proof.ts';
import type { RegisterStore } from './register-store.ts';
import { useNow } from './use-now.ts';
import { useSight } from './use-sight.ts';
import { useSteadyPlace } from './use-steady-place.ts';

/** Lines drawn above and below those in sight. */
const beyond = 12;
/** Columns that are always there: what spans more would keep room for those left out. */
const narrow = 3;
const anHour = 3_600_000;
/** Lines on paper. More than anyone reads; a larger register is exported. */
const printedAtMost = 2_000;

/** Label key, class, and what it sorts by. `wide` columns are left out where there is no room. */
const columns: readonly (readonly [label: string, className: string, sorting?: Sorting])[] = [
  ['register_at', 'when', 'at'],
  ['register_actor', 'wide', 'actor'],
  ['register_people', 'number', 'people'],
  ['register_destination', '', 'destination'],
  ['register_action', 'wide', 'action'],
  ['register_choice', 'wide'],
  ['register_status', 'wide', 'status'],
  ['register_deadline', 'wide deadline', 'deadline'],
];

interface Props {
  t: Translate;
  store: RegisterStore;
  now(): number;
  open(id: string): void;
}

export function RowTable({ t, store, now: clock, open }: Props) {
  const now = useNow(clock);
  const { groups, groupedBy, arrangedBy, proofOf, sorting, isReversed, sort } = useStore(store);
  const lines = useMemo(() => linesOf(groups, groupedBy !== 'none'), [groups, groupedBy]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [sight, look] = useSight(body);
  useSteadyPlace(lines, arrangedBy, sight);
  const [active, setActive] = useState<number>();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = (is: boolean) => () => flushSync(() => setPrinting(is));
    const [before, after] = [print(true), print(false)];
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  const first = isPrinting ? 0 : Math.max(lines.indexAt(sight.from) - beyond, 0);
  const end = Math.min(isPrinting ? printedAtMost : lines.indexAt(sight.to) + 1 + beyond, lines.count);
  const indexes = Array.from({ length: Math.max(end - first, 0) }, (_, place) => first + place);
  const isLine = (index: number) => 'row' in (lines.at(index) ?? {});
  // What was a line may be a heading in other groups.
  const isDrawn = active !== undefined && isLine(active) && active >= first && active < end;
  const tabStop = isDrawn ? active : indexes.find((index) => isLine(index) && lines.top(index) >= sight.from);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const from = Number((event.target as HTMLElement).dataset.index ?? Number.NaN);
    const to = Number.isNaN(from) ? undefined : lineFrom(from, event.key, lines.count, isLine);
    if (to === undefined) return;
    event.preventDefault();
    const by = outOfSight(body.current!, lines.top(to));
    const there = scrollY + by;
    // Drawn before it is scrolled to: without the lines the page would be too short to stay there.
    flushSync(() => {
      look(by);
      setActive(to);
    });
    scrollTo(0, there);
    body.current?.querySelector<HTMLElement>(`button[data-index="${to}"]`)?.focus({ preventScroll: true });
  };
  return (
    <>
      <table className="rows" aria-rowcount={lines.count + 1} onKeyDown={onKey}>
        <caption className="unseen">{t('register_part_incidents')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([label, className, by]) => (
              <th
                key={label}
                scope="col"
                className={className}
                aria-sort={by && by === sorting ? (isReversed ? 'ascending' : 'descending') : undefined}
              >
                {by ? (
                  <button type="button" className="sort" onClick={() => sort(by)}>
                    {t(label)}
                    {by === sorting && <span aria-hidden="true">{isReversed ? ' ↑' : ' ↓'}</span>}
                  </button>
                ) : (
                  t(label)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {!isPrinting && <Gap height={lines.top(first)} />}
          {indexes.map((index) => {
            const item = lines.at(index)!;
            return 'group' in item ? (
              <tr key={`group ${item.group.key}`} aria-rowindex={index + 2} className="group">
                <th colSpan={narrow} scope="rowgroup">
                  {groupName(t, groupedBy, item.group.key)}{' '}
                  <span className="soft">({formatNumber(t, item.group.rows.length)})</span>
                </th>
                <td className="wide" colSpan={columns.length - narrow} />
              </tr>
            ) : (
              <Line
                key={item.row.id}
                t={t}
                row={item.row}
                now={now}
                index={index}
                proof={proofOf(item.row.id)}
                isStop={index === tabStop}
                open={open}
              />
            );
          })}
          {!isPrinting && <Gap height={lines.height - lines.top(end)} />}
        </tbody>
      </table>
      {isPrinting && lines.count > printedAtMost && <p>{t('register_print_cut', [formatNumber(t, printedAtMost)])}</p>}
    </>
  );
}

/** Stands for the lines that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a control has no focus.
    <tr aria-hidden="true" className="gap">
      <td colSpan={narrow} style={{ height }} />
    </tr>
  ) : null;
}

interface LineProps {
  t: Translate;
  row: Row;
  now: number;
  index: number;
  proof: Proof | undefined;
  isStop: boolean;
  open(id: string): void;
}

function Line({ t, row, now, index, proof, isStop, open }: LineProps) {
  const incident = row.type === 'incident' ? row.incident : undefined;
  return (
    <tr aria-rowindex={index + 2} data-row={row.id}>
      <th scope="row" className="when">
        <button
          type="button"
          className="line"
          data-index={index}
          tabIndex={isStop ? 0 : -1}
          onClick={() => open(row.id)}
        >
          {formatTime(t, row.at)}
        </button>
        {/* Where there is no room for the column of the 72 hours. */}
        {clockOfRow(row, now).phase === 'over' && (
          <span className="overdue">
            <Deadline t={t} row={row} now={now} />
          </span>
        )}
        {proof?.isIntact === false && <span className="problem"> {t('register_line_broken')}</span>}
      </th>
      <td className="wide">{actorOf(row).value || t('register_actor_unknown')}</td>
      <td className="number">
        {incident
          ? formatNumber(t, incident.people.estimate)
          : t(`report_people_${(row as Extract<Row, { type: 'report' }>).report.people}`)}
      </td>
      <td>
        {incident
          ? t(`destination_${incident.destination}`)
          : row.type === 'report' && (row.report.sealed ? t('report_sealed') : row.report.what)}
      </td>
      <td className="wide">{incident && t(`action_${incident.verdict.action}`)}</td>
      <td className="wide">{incident && t(keyOf('choice', incident.choice))}</td>
      <td className="wide">{t(keyOf('status', row.status))}</td>
      <td className="wide deadline">
        <Deadline t={t} row={row} now={now} />
      </td>
    </tr>
  );
}

function Deadline({ t, row, now }: Pick<LineProps, 't' | 'row' | 'now'>) {
  const clock = clockOfRow(row, now);
  const hours = (time: number) => formatNumber(t, Math.floor(time / anHour));
  switch (clock.phase) {
    case 'running':
    case 'short':
      return (
        <span className={clock.phase === 'short' ? 'problem' : undefined}>
          {t('deadline_left', [hours(clock.left)])}
          <span className="unseen">{t('deadline_until', [formatTime(t, clock.deadline!)])}</span>
        </span>
      );
    case 'over':
      return (
        <span className="problem">
          {t('deadline_over_by', [hours(clock.by)])}
          <span className="unseen">{t('deadline_until', [formatTime(t, clock.deadline!)])}</span>
        </span>
      );
    case 'not-aware':
      return row.status === 'breach' && t('deadline_not_yet');
    case 'notified':
      return <span className="soft">{t('deadline_notified')}</span>;
    case 'not-required':
      return null;
  }
}

function groupName(t: Translate, grouping: Grouping, key: string): string {
  switch (grouping) {
    case 'class':
      return t(keyOf('class', key));
    case 'destination':
      return key ? t(keyOf('destination', key)) : t('class_report');
    case 'choice':
      return key ? t(keyOf('choice', key)) : t('class_report');
    default:
      return key || t('register_actor_unknown');
  }
}

/** Pixels to scroll until the line at `top`, counted from the top of the lines, is in sight. */
function outOfSight(body: HTMLElement, top: number): number {
  const above = body.getBoundingClientRect().top + top;
  if (above < 2 * lineHeight) return above - 2 * lineHeight;
  return Math.max(0, above + lineHeight - innerHeight);
}

/** The line a key leads to; undefined where it is no such key or there is none. */
function lineFrom(from: number, key: string, count: number, isLine: (index: number) => boolean): number | undefined {
  const ways: Record<string, [start: number, step: number]> = {
    ArrowDown: [from + 1, 1],
    ArrowUp: [from - 1, -1],
    PageDown: [Math.min(from + 15, count - 1), 1],
    PageUp: [Math.max(from - 15, 0), 1],
    Home: [0, 1],
    End: [count - 1, -1],
  };
  const way = ways[key];
  if (!way) return undefined;
  for (let index = way[0]; index >= 0 && index < count; index += way[1]) if (isLine(index)) return index;
  return undefined;
}
