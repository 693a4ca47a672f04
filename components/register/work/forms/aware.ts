// Since when somebody in charge knew: the 72 hours begin here.
import { timeField } from '../times.ts';
import { line, said, text, timeIn, type WorkForm } from './form.ts';

export const aware: WorkForm = {
  name: 'aware',
  fields: () => [
    { name: 'aware_at', kind: 'time', isPast: true, isRequired: true },
    text('aware_basis', true),
    line('aware_who'),
  ],
  initial: (_, { aware: known }, now) => ({
    aware_at: timeField(known?.value.at ?? now),
    aware_basis: known?.value.basis ?? '',
    aware_who: known?.value.who ?? '',
  }),
  change: (values) => ({
    do: 'aware',
    at: timeIn(values, 'aware_at') ?? 0,
    basis: said(values, 'aware_basis'),
    who: said(values, 'aware_who'),
  }),
};
