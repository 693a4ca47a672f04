// Social Insurance Number: nine digits, the last a Luhn digit; 0 and 8 begin none of a person's.
// https://www.canada.ca/en/employment-social-development/services/sin.html
import { validate } from 'stdnum/lib/cjs/ca/sin.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  sin, sin no, sin number, sin num, sin card, canadian sin, canadian social insurance number, nas, numéro d assurance sociale, numero d
  assurance sociale, assurance sociale
`);

export const sin = identityNumber({
  id: 'ca-sin',
  anchor: 'digits',
  form: /[1-79]\d{2}([ .-]?)\d{3}\1\d{3}/,
  validate,
  checked: true,
  labels: [...socialSecurity, ...words],
  headers: [...socialSecurity, ...words],
});
