// What the authority was told, and when.
import { phases } from '@/incidents/work.ts';
import { timeField } from '../times.ts';
import { choice, line, said, timeIn, type WorkForm } from './form.ts';

export const authority: WorkForm = {
  name: 'authority',
  fields: () => [
    line('authority', true),
    choice('phase', phases, 'phase', true),
    { name: 'told_at', kind: 'time', isPast: true, isRequired: true },
    line('their_reference'),
  ],
  initial: (_, { authority: told }, now) => ({
    authority: told.at(-1)?.value.authority ?? '',
    phase: told.length === 0 ? 'initial' : 'further',
    told_at: timeField(now),
    their_reference: told.at(-1)?.value.reference ?? '',
  }),
  change: (values) => ({
    do: 'authority',
    authority: said(values, 'authority'),
    phase: said(values, 'phase') as (typeof phases)[number],
    at: timeIn(values, 'told_at') ?? 0,
    reference: said(values, 'their_reference'),
  }),
};
