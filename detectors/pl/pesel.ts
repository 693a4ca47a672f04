// PESEL: birth date (the century in the month), serial, check digit of weights 1, 3, 7, 9 mod 10.
// https://www.gov.pl/web/gov/czym-jest-numer-pesel
import { validate } from 'stdnum/lib/cjs/pl/pesel.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  pesel, pesel no, pesel nr, pesel number, nr pesel, numer pesel, numery pesel, polish national id, polish id number
`);

export const pesel = identityNumber({
  id: 'pl-pesel',
  anchor: 'digits',
  form: /\d{11}|\d{6}[ -]\d{5}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...words],
});
