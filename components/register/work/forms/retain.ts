// How long it is kept, beyond the usual.
import { dayField } from '../times.ts';
import { timeIn, type WorkForm } from './form.ts';

export const retain: WorkForm = {
  name: 'retain',
  fields: () => [{ name: 'retain_until', kind: 'day', isRequired: true }],
  initial: (_, { retainUntil }) => ({ retain_until: retainUntil === undefined ? '' : dayField(retainUntil) }),
  change: (values) => ({ do: 'retain', until: timeIn(values, 'retain_until') ?? 0 }),
};
