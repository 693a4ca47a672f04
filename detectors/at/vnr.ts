// Sozialversicherungsnummer of Austria: serial of three digits not beginning with 0, check digit mod 11, birth date ddmmyy.
// https://www.sozialversicherung.at/, https://de.wikipedia.org/wiki/Sozialversicherungsnummer#%C3%96sterreich
import { validate } from 'stdnum/lib/cjs/at/vnr.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  vsnr, vs nr, vnr, österreichische sozialversicherungsnummer, austrian social security number, austrian insurance number, e card, e
  card nummer, ecard nummer
`);

export const vnr = identityNumber({
  id: 'at-vnr',
  anchor: 'digits',
  form: /[1-9]\d{3}[ /-]?\d{6}|[1-9]\d{3}[ /-]?\d{2}[ .]\d{2}[ .]\d{2}/,
  validate,
  checked: true,
  labels: [...socialSecurity, ...words],
  headers: [...socialSecurity, ...words],
});
