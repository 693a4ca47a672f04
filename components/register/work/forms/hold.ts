// A legal hold.
import { line, said, type WorkForm } from './form.ts';

export const hold: WorkForm = {
  name: 'hold',
  fields: () => [{ name: 'is_held', kind: 'switch' }, line('hold_why')],
  initial: (_, { hold: known }) => ({ is_held: known !== undefined, hold_why: known?.value ?? '' }),
  change: (values) => ({ do: 'hold', isHeld: values.is_held === true, why: said(values, 'hold_why') }),
};
