// Tax file number: eight or nine digits, weights 1, 4, 3, 7, 5, 8, 6, 9, 10 mod 11.
// https://www.ato.gov.au/individuals-and-families/tax-file-number, https://en.wikipedia.org/wiki/Tax_file_number
import { validate } from 'stdnum/lib/cjs/au/tfn.js';
import { identityNumber } from '../identity-number.ts';
import { taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  tfn, tfn no, tfn number, tax file number, tax file no, australian tfn, australian tax file number
`);

export const tfn = identityNumber({
  id: 'au-tfn',
  anchor: 'digits',
  form: /\d{3}[ -]?\d{3}[ -]?\d{2,3}/,
  validate,
  checked: true,
  labels: [...taxNumber, ...words],
  headers: [...taxNumber, ...words],
});
