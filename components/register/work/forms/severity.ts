// ENISA's worksheet, and the score it gives.
import { severityOf, suggestedWorksheet } from '@/incidents/severity.ts';
import type { Worksheet } from '@/incidents/work.ts';
import { choice, said, type Values, type WorkForm } from './form.ts';

const scales = {
  context: ['1', '2', '3', '4'],
  identification: ['0.25', '0.5', '0.75', '1'],
  confidentiality: ['0', '0.25', '0.5'],
  integrity: ['0', '0.25', '0.5'],
  availability: ['0', '0.25', '0.5'],
} as const;

export const severity: WorkForm = {
  name: 'severity',
  fields: () => [
    ...Object.entries(scales).map(([name, options]) => choice(name, options, `scale_${name}`, true)),
    { name: 'isMalicious', kind: 'switch' },
  ],
  initial: (row, found) => {
    const sheet = found.severity?.value ?? (row.type === 'incident' ? suggestedWorksheet(row.incident) : unknownSheet);
    return Object.fromEntries(
      Object.entries(sheet).map(([name, value]) => [name, typeof value === 'boolean' ? value : String(value)]),
    );
  },
  change: (values) => ({ do: 'severity', worksheet: worksheetIn(values) }),
};

const unknownSheet: Worksheet = {
  context: 1,
  identification: 0.5,
  confidentiality: 0.25,
  integrity: 0,
  availability: 0,
  isMalicious: false,
};

function worksheetIn(values: Values): Worksheet {
  const numbers = Object.keys(scales).map((name) => [name, Number(said(values, name))]);
  return { ...Object.fromEntries(numbers), isMalicious: values.isMalicious === true } as Worksheet;
}

export const scoreIn = (values: Values) => severityOf(worksheetIn(values));
