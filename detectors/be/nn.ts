// Rijksregisternummer, numéro national: birth date, serial, and 97 less the rest mod 97, with a 2 before it for those born since 2000;
// foreigners have 20 or 40 added to the month (BIS). https://www.ibz.rrn.fgov.be/, https://nl.wikipedia.org/wiki/Rijksregisternummer

import { validate as isForeign } from 'stdnum/lib/cjs/be/bis.js';
import { validate as isNational } from 'stdnum/lib/cjs/be/nn.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  rijksregisternummer, rijksregisternr, rijksregister nr, rijksregister, rrn, insz, insz nummer, niss, numéro de registre national,
  numero de registre national, registre national, n registre national, no registre national, numéro niss, numéro d identification de la
  sécurité sociale, nationaal nummer, bis nummer, numéro bis, nationalregisternummer, rn, belgian national number
`);

export const nn = identityNumber({
  id: 'be-nn',
  anchor: 'digits',
  form: /\d{2}[. -]?\d{2}[. -]?\d{2}[. -]{0,3}\d{3}[. -]?\d{2}/,
  alone: { form: /\d{2}\.\d{2}\.\d{2}-\d{3}[.-]\d{2}/, heads: [2], after: /[.]/ },
  validate: (value) => (isNational(value).isValid ? isNational(value) : isForeign(value)),
  checked: true,
  labels: [...nationalNumber, ...socialSecurity, ...words],
  headers: [...nationalNumberHeaders, ...socialSecurity, ...words],
});
