// Rentenversicherungsnummer (Sozialversicherungsnummer): two digits of area, birth date, initial of the birth name, two digits of serial,
// check digit. https://de.wikipedia.org/wiki/Versicherungsnummer, VKVV: https://www.gesetze-im-internet.de/vkvv/
import { validate } from 'stdnum/lib/cjs/de/svnr.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  rentenversicherungsnummer, rentenversicherungsnr, rentenversicherungs nr, rvnr, rv nummer, rv nr, rvn, german social security number,
  german pension insurance number, pension insurance number, deutsche rentenversicherung
`);

export const rvnr = identityNumber({
  id: 'de-rvnr',
  anchor: 'digits',
  form: /\d{2} ?\d{2}[ .]?\d{2}[ .]?\d{2} ?[A-Z] ?\d{3}|\d{2} ?\d{6} ?[A-Z] ?\d{2} ?\d/,
  alone: {
    form: /\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}/,
    heads: [2, 8],
    after: /[ a-z]/i,
  },
  validate,
  checked: true,
  labels: [...socialSecurity, ...words],
  headers: [...socialSecurity, ...words],
});
