// Personas kods: birth date ddmmyy, a digit for the century, serial, check digit mod 11; since 2017 a number that begins with 32 to 39 and
// has none, so it needs a label. The package knows it as a VAT number only. https://www.pmlp.gov.lv/en/personal-identity-number
import { validate } from 'stdnum/lib/cjs/lv/pvn.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  personas kods, personas koda, p k, latvian personal code, latvian id code
`);

export const personasKods = identityNumber({
  id: 'lv-personas-kods',
  anchor: 'digits',
  form: /\d{6}-?\d{5}/,
  validate: (value) => (/^3[2-9]/.test(value) ? { isValid: true } : validate(value)),
  isPlausible: (value) => Number(value.slice(0, 2)) < 40 && value.length === 11,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumber, ...words],
});
