// A remedial action with an owner and a day.
import { line, said, timeIn, type WorkForm } from './form.ts';

export const action: WorkForm = {
  name: 'action',
  fields: () => [line('action_what', true), line('action_owner', true), { name: 'action_due', kind: 'day' }],
  initial: () => ({ action_what: '', action_owner: '', action_due: '' }),
  change: (values, { newId }) => {
    const due = timeIn(values, 'action_due');
    return {
      do: 'action',
      action: newId(),
      what: said(values, 'action_what'),
      owner: said(values, 'action_owner'),
      ...(due === undefined ? {} : { due }),
    };
  },
};
