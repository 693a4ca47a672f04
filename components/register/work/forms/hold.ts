// A legal hold: put on for a reason, and ended by a button of its own.
import { line, said, type WorkForm } from './form.ts';

export const hold: WorkForm = {
  name: 'hold',
  fields: () => [line('hold_why')],
  initial: () => ({ hold_why: '' }),
  acts: ({ hold: known }) => (known ? ['hold_on', 'hold_off'] : ['hold_on']),
  missing: (values, act) => (act === 'hold_on' && said(values, 'hold_why') === '' ? ['hold_why'] : []),
  change: (values, { act }) => ({ do: 'hold', isHeld: act === 'hold_on', why: said(values, 'hold_why') }),
};
