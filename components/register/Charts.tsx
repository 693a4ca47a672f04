// The register in pictures: four bar charts, each with the same numbers as a table. SVG, so that it is sharp on paper and read aloud; only
// the scales are a library's: https://d3js.org/d3-scale
import { scaleBand, scaleLinear } from 'd3-scale';
import { useId, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { nameOf } from '@/incidents/documents/document.ts';
import { type Bar, type Bucket, bucketFor, type Tally, tallies, tally } from '@/incidents/tallies.ts';
import { classes, type Row } from '@/incidents/views.ts';
import { formatNumber, keyOf, type Translate } from '../words.ts';
import { FilterBar } from './FilterBar.tsx';
import { Reading } from './Reading.tsx';
import type { RegisterStore } from './register-store.ts';

export function Charts({ t, store }: { t: Translate; store: RegisterStore }) {
  const { phase, shown, rows } = useStore(store);
  if (phase !== 'ready') return <Reading t={t} store={store} />;
  if (rows.length === 0) return <p>{t('register_empty')}</p>;
  return (
    <>
      <Reading t={t} store={store} />
      <FilterBar t={t} store={store} hasGroups={false} />
      <ul className="legend">
        {classes.map((kind) => (
          <li key={kind}>
            <span className={`swatch bar-${kind}`} aria-hidden="true" /> {t(keyOf('class', kind))}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? (
        <p>{t('register_none_match')}</p>
      ) : (
        <div className="charts">
          {tallies.map((by) => (
            <Chart key={by} t={t} by={by} rows={shown} />
          ))}
        </div>
      )}
    </>
  );
}

function Chart({ t, by, rows }: { t: Translate; by: Tally; rows: readonly Row[] }) {
  const id = useId();
  const bars = useMemo(() => tally(rows, by), [rows, by]);
  const title = t(by === 'time' ? `chart_time_${bucketFor(rows)}` : `chart_${by}`);
  const barName = (key: string) =>
    by === 'time' ? formatBucket(t, bucketFor(rows), key) : by === 'rule' ? nameOf(t, by, key) : t(keyOf(by, key));
  if (bars.length === 0) return null;
  const Drawing = by === 'time' ? Columns : Beams;
  return (
    <figure aria-labelledby={id} className={by === 'time' ? 'chart over-time' : 'chart'}>
      <figcaption id={id}>{title}</figcaption>
      <Drawing t={t} bars={bars} nameOf={barName} title={title} />
      <details>
        <summary>{t('chart_table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className="scroll" tabIndex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                {classes.map((kind) => (
                  <th key={kind} scope="col">
                    {t(keyOf('class', kind))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ key, counts }) => (
                <tr key={key}>
                  <th scope="row">{barName(key)}</th>
                  {classes.map((kind) => (
                    <td key={kind}>{formatNumber(t, counts[kind])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

interface DrawingProps {
  t: Translate;
  bars: readonly Bar[];
  title: string;
  nameOf(key: string): string;
}

/** Lengths of a bar's pieces, one after the other. */
function pieces({ counts }: Bar) {
  let before = 0;
  return classes.flatMap((kind) => {
    const start = before;
    before += counts[kind];
    return counts[kind] > 0 ? [{ kind, start, count: counts[kind] }] : [];
  });
}

const most = (bars: readonly Bar[]) => Math.max(1, ...bars.map(({ total }) => total));

/** In UTC, as the buckets are. */
function formatBucket(t: Translate, bucket: Bucket, key: string): string {
  const parts =
    bucket === 'month' ? ({ month: 'short', year: 'numeric' } as const) : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(t('language_tag'), { ...parts, timeZone: 'UTC' }).format(Date.parse(key));
}

const small = matchMedia('(max-width: 600px)');

/** Whether the window is too narrow for what is drawn for a wide one: the words would shrink with it. */
function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      small.addEventListener('change', changed);
      return () => small.removeEventListener('change', changed);
    },
    () => small.matches,
  );
}

function Columns({ t, bars, nameOf, title }: DrawingProps) {
  const isNarrow = useIsNarrow();
  const [width, height, foot] = [isNarrow ? 340 : 720, 180, 24];
  const along = scaleBand(
    bars.map(({ key }) => key),
    // The last word is as wide as two bars: it stands half beside its own.
    [34, width - 24],
  ).padding(0.2);
  const up = scaleLinear([0, most(bars)], [height, 8]).nice(4);
  const every = Math.ceil(bars.length / (isNarrow ? 3 : 8));
  return (
    <svg
      viewBox={`0 0 ${width} ${height + foot}`}
      role="img"
      aria-label={t('chart_label', [title, formatNumber(t, bars.length)])}
    >
      {up
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick} className="tick">
            <line x1={34} x2={width} y1={up(tick)} y2={up(tick)} />
            <text x={28} y={up(tick) + 4} textAnchor="end">
              {formatNumber(t, tick)}
            </text>
          </g>
        ))}
      {bars.map((bar, index) => (
        <g key={bar.key}>
          {pieces(bar).map(({ kind, start, count }) => (
            <rect
              key={kind}
              className={`bar-${kind}`}
              x={along(bar.key)}
              width={along.bandwidth()}
              y={up(start + count)}
              height={up(start) - up(start + count)}
            >
              <title>{`${nameOf(bar.key)}: ${formatNumber(t, count)} ${t(keyOf('class', kind))}`}</title>
            </rect>
          ))}
          {index % every === 0 && (
            <text className="key" x={(along(bar.key) ?? 0) + along.bandwidth() / 2} y={height + 16} textAnchor="middle">
              {nameOf(bar.key)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Names above their bars: rules are sentences. */
function Beams({ t, bars, nameOf, title }: DrawingProps) {
  const shown = bars.slice(0, 12);
  const [width, step] = [360, 42];
  const along = scaleLinear([0, most(bars)], [0, width - 60]);
  return (
    <svg
      viewBox={`0 0 ${width} ${shown.length * step}`}
      role="img"
      aria-label={t('chart_label', [title, formatNumber(t, bars.length)])}
    >
      {shown.map((bar, index) => (
        <g key={bar.key} transform={`translate(0 ${index * step})`}>
          <text className="key" y={14}>
            {cut(nameOf(bar.key), 52)}
            <title>{nameOf(bar.key)}</title>
          </text>
          {pieces(bar).map(({ kind, start, count }) => (
            <rect key={kind} className={`bar-${kind}`} x={along(start)} width={along(count)} y={20} height={14}>
              <title>{`${formatNumber(t, count)} ${t(keyOf('class', kind))}`}</title>
            </rect>
          ))}
          <text x={along(bar.total) + 6} y={32}>
            {formatNumber(t, bar.total)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
