// Numéro fiscal (SPI): thirteen digits beginning with 0 to 3, the last three the first ten mod 511. https://www.impots.gouv.fr/,
// https://www.oecd.org/content/dam/oecd/en/topics/policy-issue-focus/aeoi/france-tin.pdf
import { validate } from 'stdnum/lib/cjs/fr/nif.js';
import { identityNumber } from '../identity-number.ts';
import { taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  spi, numéro spi, numero spi, n spi, numéro fiscal de référence, numero fiscal de reference, référence fiscale, nif, french tax
  number, french tax id, numéro de contribuable
`);

export const numeroFiscal = identityNumber({
  id: 'fr-nif',
  anchor: 'digits',
  form: /[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}/,
  validate,
  checked: true,
  labels: [...taxNumber, ...words],
  headers: [...taxNumber, ...words],
});
