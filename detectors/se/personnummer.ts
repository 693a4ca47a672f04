// Personnummer and samordningsnummer: birth date of six or eight digits (day + 60), serial of three, Luhn digit; + instead of - from the age
// of a hundred. Kept without century and sign, as both are often left out. https://www.skatteverket.se/privat/folkbokforing/personnummer,
// https://sv.wikipedia.org/wiki/Personnummer_i_Sverige
import { validate } from 'stdnum/lib/cjs/se/personnummer.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  personnummer, personnumret, person nummer, personnr, person nr, pnr, persnr, samordningsnummer, swedish personal number, swedish personal identity
  number, numéro personnel suédois
`);

export const personnummer = identityNumber({
  id: 'se-personnummer',
  anchor: 'digits',
  form: /(?:19|20)?\d{6}[-+ ]?\d{4}/,
  // With the century it is a day and a Luhn digit, which nobody writes by accident.
  alone: { form: /(?:19|20)\d{6}[-+]?\d{4}/, heads: [8, 12] },
  validate: (value) => validate(`${value.slice(0, 6)}-${value.slice(6)}`),
  spell: (written) => written.replace(/\D/g, '').slice(-10),
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
