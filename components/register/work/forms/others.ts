// Who else was told.
import { dayField } from '../times.ts';
import { line, said, text, timeIn, type WorkForm } from './form.ts';

export const others: WorkForm = {
  name: 'others',
  fields: () => [line('others_who', true), { name: 'others_at', kind: 'day', isRequired: true }, text('others_how')],
  initial: (_, __, now) => ({ others_who: '', others_at: dayField(now), others_how: '' }),
  change: (values) => ({
    do: 'others',
    who: said(values, 'others_who'),
    at: timeIn(values, 'others_at') ?? 0,
    how: said(values, 'others_how'),
  }),
};
