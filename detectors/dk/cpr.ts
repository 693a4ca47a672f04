// CPR-nummer: birth date and four digits, the first of which gives the century; since 2007 without a check digit.
// https://www.cpr.dk/media/12066/personnummeret-i-cpr.pdf
import { validate } from 'stdnum/lib/cjs/dk/cpr.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  cpr, cpr nummeret, personnummeret, cpr no, cpr nr, cpr number, cpr nummer, cprnr, cprnummer, personnummer, dansk personnummer, danish personal number, danish cpr
  number, sygesikringsnummer
`);

export const cpr = identityNumber({
  id: 'dk-cpr',
  anchor: 'digits',
  form: /\d{6}[- ]?\d{4}/,
  validate,
  labels: [...nationalNumber, ...words],
  headers: [...words],
});
