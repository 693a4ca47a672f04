// Rodné číslo of Czechia and Slovakia: birth date (month + 50 for women, + 20 where a day's numbers ran out), serial; ten digits are
// divisible by 11, the nine of those born before 1954 have no check. https://www.mvcr.cz/clanek/rodne-cislo.aspx,
// https://cs.wikipedia.org/wiki/Rodn%C3%A9_%C4%8D%C3%ADslo
import { validate } from 'stdnum/lib/cjs/cz/rc.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  rodné číslo, rodne cislo, rodná čísla, rodného čísla, rč, r č, czech birth number, slovak birth number, czech personal number
`);

export const rodneCislo = identityNumber({
  id: 'cz-rc',
  anchor: 'digits',
  form: /\d{6}[ /]?\d{4}|\d{6}\/\d{3}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
