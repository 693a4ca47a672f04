// Burgerservicenummer: nine digits (eight where a leading 0 was dropped), weights 9 to 2 and −1, mod 11. https://www.rvig.nl/bsn,
// https://nl.wikipedia.org/wiki/Burgerservicenummer
import { validate } from 'stdnum/lib/cjs/nl/bsn.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  bsn, bsn nr, bsn no, bsn nummer, bsn number, bsnnummer, burgerservicenummer, burger service nummer, burgerservice nummer, sofi,
  sofinummer, sofi nummer, dutch citizen service number, persoonsnummer, persoonlijk nummer
`);

export const bsn = identityNumber({
  id: 'nl-bsn',
  anchor: 'digits',
  form: /\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{8}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...words],
});
