// What is typed into the register's filter, and the filter it means. An empty field filters nothing.

import type { Category } from '@/detectors/detector.ts';
import type { Deadline } from '@/incidents/clock.ts';
import type { Choice } from '@/incidents/incident.ts';
import type { Filter, RowClass } from '@/incidents/views.ts';
import type { Status } from '@/incidents/work.ts';
import type { Destination } from '@/policy/facts.ts';
import type { Action } from '@/policy/verdict.ts';

export interface Fields {
  text: string;
  class: RowClass | '';
  status: Status | '';
  deadline: Deadline | '';
  destination: Destination | '';
  action: Action | '';
  choice: Choice | '';
  category: Category | '';
  rule: string;
  /** Days as `2026-11-21`, in the reader's time zone, both included. */
  from: string;
  to: string;
}

export const noFields: Fields = {
  text: '',
  class: '',
  status: '',
  deadline: '',
  destination: '',
  action: '',
  choice: '',
  category: '',
  rule: '',
  from: '',
  to: '',
};

export function filterOf({ from, to, deadline, ...plain }: Fields, now: number): Filter {
  const filled = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== ''));
  return {
    ...(filled as Omit<Filter, 'from' | 'to' | 'deadline'>),
    ...(deadline ? { deadline: { is: deadline, now } } : {}),
    ...(from ? { from: startOfDay(from, 0) } : {}),
    ...(to ? { to: startOfDay(to, 1) - 1 } : {}),
  };
}

/** One that was saved by an earlier version may lack a field. */
export function isSameFields(one: Fields, other: Fields): boolean {
  return (Object.keys(noFields) as (keyof Fields)[]).every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

function startOfDay(day: string, daysLater: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).getTime();
}
