// What is typed into the register's filter, and the filter it means. An empty field filters nothing.
import type { Incident } from '@/incidents/incident.ts';
import type { Filter } from '@/incidents/views.ts';
import type { Destination } from '@/policy/facts.ts';
import type { Action } from '@/policy/verdict.ts';

export interface Fields {
  text: string;
  destination: Destination | '';
  action: Action | '';
  outcome: Incident['outcome'] | '';
  /** Days as `2026-11-21`, in the reader's time zone, both included. */
  from: string;
  to: string;
}

export const noFields: Fields = { text: '', destination: '', action: '', outcome: '', from: '', to: '' };

export function filterOf({ text, destination, action, outcome, from, to }: Fields): Filter {
  return {
    text,
    ...(destination ? { destination } : {}),
    ...(action ? { action } : {}),
    ...(outcome ? { outcome } : {}),
    ...(from ? { from: startOfDay(from, 0) } : {}),
    ...(to ? { to: startOfDay(to, 1) - 1 } : {}),
  };
}

function startOfDay(day: string, daysLater: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).getTime();
}
