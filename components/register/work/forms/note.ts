// A note.
import { said, text, type WorkForm } from './form.ts';

export const note: WorkForm = {
  name: 'note',
  fields: () => [text('note', true)],
  initial: () => ({ note: '' }),
  change: (values) => ({ do: 'note', text: said(values, 'note') }),
};
