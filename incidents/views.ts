// The register's table: entries as they were appended → one row a case, with what became known later joined in; and what may be
// searched in a row. Nothing here changes an entry.
import type { Destination } from '../policy/facts.ts';
import type { Action } from '../policy/verdict.ts';
import { idOf } from './envelope.ts';
import type { Amendment, Entry, Incident, Report } from './incident.ts';

export type Row =
  | {
      type: 'incident';
      id: string;
      at: number;
      incident: Incident;
      /** With what became known after it was recorded. */
      outcome: Incident['outcome'];
      /** What the page showed after release; absent where nothing was released or the answer has not come. */
      sent?: Amendment['sent'];
    }
  | { type: 'report'; id: string; at: number; report: Report };

/** Every condition left out lets everything through. `from` and `to`: epoch milliseconds, both inclusive. */
export interface Filter {
  text?: string;
  destination?: Destination;
  action?: Action;
  outcome?: Incident['outcome'];
  from?: number;
  to?: number;
}

/** Joins entries of one or several people into rows, latest first. An entry that is there twice counts once. */
export function rowsOf(entries: readonly { entry: Entry }[]): Row[] {
  const once = new Map(entries.map(({ entry }) => [idOf(entry), entry]));
  const last = new Map<string, Amendment>();
  for (const entry of once.values()) {
    if (entry.type !== 'amendment') continue;
    const { amendment } = entry;
    const before = last.get(amendment.incident);
    if (!before || before.at <= amendment.at) last.set(amendment.incident, amendment);
  }
  return [...once.values()]
    .flatMap((entry) => rowOf(entry, last))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function rowOf(entry: Entry, last: ReadonlyMap<string, Amendment>): Row[] {
  switch (entry.type) {
    case 'amendment':
      return [];
    case 'report':
      return [{ type: 'report', id: entry.report.id, at: entry.report.at, report: entry.report }];
    case 'incident': {
      const { incident } = entry;
      const sent = last.get(incident.id)?.sent;
      const row = {
        type: 'incident' as const,
        id: incident.id,
        at: incident.at,
        incident,
        outcome: outcomeOf(incident, sent),
      };
      return [sent ? { ...row, sent } : row];
    }
  }
}

/** Not knowing whether it went is no reason to call it a near miss. */
function outcomeOf(incident: Incident, sent: Amendment['sent'] | undefined): Incident['outcome'] {
  if (sent === 'sent') return 'left';
  return sent === 'not-sent' ? 'near-miss' : incident.outcome;
}

export function filterRows(rows: readonly Row[], filter: Filter): Row[] {
  const words = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.from !== undefined && row.at < filter.from) return false;
    if (filter.to !== undefined && row.at > filter.to) return false;
    if (row.type === 'report' && (filter.destination || filter.action || filter.outcome)) return false;
    if (row.type === 'incident') {
      if (filter.destination && row.incident.destination !== filter.destination) return false;
      if (filter.action && row.incident.verdict.action !== filter.action) return false;
      if (filter.outcome && row.outcome !== filter.outcome) return false;
    }
    if (words.length === 0) return true;
    const text = searchable(row);
    return words.every((word) => text.includes(word));
  });
}

function searchable(row: Row): string {
  if (row.type === 'report') {
    const { id, actor, what, when } = row.report;
    return [id, actor.value, what, when].join('\n').toLowerCase();
  }
  const { id, actor, place, recipients, kinds, verdict, reason, choice, trigger } = row.incident;
  const words = [id, actor.value, place.webmail, place.host, choice, trigger, reason?.code ?? '', reason?.text ?? ''];
  return [...words, ...recipients.domains, ...kinds.map(({ kind }) => kind), ...verdict.rules].join('\n').toLowerCase();
}
