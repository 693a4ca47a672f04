// Permanent Account Number: three letters, P for a person, the initial of the surname, four digits, a letter whose algorithm is not
// published. https://www.incometax.gov.in/iec/foportal/help/all-topics/e-filing-services/pan-faq
import { identityNumber } from '../identity-number.ts';
import { taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  pan, pan no, pan nr, pan num, pan number, pan card, pan card no, pan card number, permanent account number, income tax pan, indian
  tax id
`);

export const pan = identityNumber({
  id: 'in-pan',
  anchor: 'code',
  form: /[A-Z]{3}P[A-Z]\d{4}[A-Z]/,
  alone: { form: /[A-Z]{3}P[A-Z]\d{4}[A-Z]/, heads: [5] },
  isPlausible: (value) => !value.slice(5).startsWith('0000'),
  checked: true,
  labels: [...taxNumber, ...words],
  headers: [...taxNumber, ...words],
});
