// Medicare Beneficiary Identifier: eleven characters of which each place is a digit, a letter or either, without S, L, O, I, B and Z;
// printed 4-3-4. No check digit, but no other code is built so, and of random letters and digits one in ten thousand.
// https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi.pdf
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  mbi, mbi no, mbi number, medicare, medicare no, medicare number, medicare id, medicare id number, medicare beneficiary identifier,
  medicare beneficiary id, medicare beneficiary number, medicare card number, medicare card no, medicare claim number, hicn
`);

export const mbi = identityNumber({
  id: 'us-mbi',
  anchor: 'digits',
  form: /[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}/,
  alone: {
    form: /[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d(-?)[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d\1[AC-HJKMNP-RT-Y]{2}\d{2}/,
    heads: [1],
    after: /[A-Z]/,
  },
  checked: true,
  labels: [...words],
  headers: [...words],
});
