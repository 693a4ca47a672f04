// Fødselsnummer, D- and H-number: birth date (day + 40, month + 40), serial, two check digits mod 11.
// https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/, https://lovdata.no/forskrift/2017-07-14-1201 (§ 2-2-1)
import { validate } from 'stdnum/lib/cjs/no/fodselsnummer.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  fødselsnummer, fødselsnummeret, personnummeret, fodselsnummer, fødselsnr, fodselsnr, fnr, personnummer, personnr, d nummer, dnr, norwegian national identity number,
  norwegian id number, norwegian national id
`);

export const fodselsnummer = identityNumber({
  id: 'no-fodselsnummer',
  anchor: 'digits',
  form: /\d{6}[ -]?\d{5}|\d{6} \d{3} ?\d{2}|\d{2}\.\d{2}\.\d{2}[ .-]\d{5}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...words],
});
