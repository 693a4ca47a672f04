// Cod numeric personal: sex and century, birth date, county, serial, check digit mod 11.
// https://ro.wikipedia.org/wiki/Cod_numeric_personal_(Rom%C3%A2nia), O.U.G. 97/2005
import { validate } from 'stdnum/lib/cjs/ro/cnp.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  cnp, c n p, cnp no, cod numeric personal, codul numeric personal, romanian personal number, romanian id
`);

export const cnp = identityNumber({
  id: 'ro-cnp',
  anchor: 'digits',
  form: /[1-9]\d{12}|[1-9] \d{6} \d{6}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...words],
});
