// AMKA: birth date ddmmyy, serial of four digits, Luhn digit. https://www.amka.gr/tieinai_en.html
import { validate } from 'stdnum/lib/cjs/gr/amka.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  amka, a m k a, αμκα, α μ κ α, αριθμός μητρώου κοινωνικής ασφάλισης, greek social security number
`);

export const amka = identityNumber({
  id: 'gr-amka',
  anchor: 'digits',
  form: /\d{11}|\d{6}[ -]\d{5}/,
  validate,
  checked: true,
  labels: [...socialSecurity, ...nationalNumber, ...words],
  headers: [...socialSecurity, ...nationalNumberHeaders, ...words],
});
