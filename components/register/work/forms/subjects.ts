// Whether the people affected were told, or why they need not be.
import { exemptions, tellings } from '@/incidents/work.ts';
import { dayField } from '../times.ts';
import { choice, said, text, timeIn, type WorkForm } from './form.ts';

export const subjects: WorkForm = {
  name: 'subjects',
  fields: () => [
    choice('telling', tellings, 'telling', true),
    { name: 'subjects_at', kind: 'day' },
    text('subjects_how'),
    choice('exemption', exemptions, 'exemption', true),
  ],
  initial: (_, { subjects: told }) => ({
    telling: told?.value.told ?? '',
    subjects_at: told?.value.at === undefined ? '' : dayField(told.value.at),
    subjects_how: told?.value.how ?? '',
    exemption: told?.value.exemption ?? 'none',
  }),
  change: (values) => {
    const at = timeIn(values, 'subjects_at');
    return {
      do: 'subjects',
      told: said(values, 'telling') as (typeof tellings)[number],
      ...(at === undefined ? {} : { at }),
      how: said(values, 'subjects_how'),
      exemption: said(values, 'exemption') as (typeof exemptions)[number],
    };
  },
};
