// Codice fiscale: three letters of surname, three of given name, year, letter of the month, day (+40 for women), place of birth, control
// letter. Digits may be replaced by the letters L M N P Q R S T U V.
// https://www.agenziaentrate.gov.it/portale/schede/istanze/richiesta-ts_cf/informazioni-codificazione-pf, D.M. 23/12/1976
import { validate } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

/** Letters that stand for digits where two people would have the same code. */
const replaced = 'LMNPQRSTUV';

function isPlausible(value: string): boolean {
  const day = Number(value.slice(9, 11).replace(/\D/g, (letter) => `${replaced.indexOf(letter)}`)) % 40;
  return day > 0 && day < 32;
}

const words = phrases(`
  codice fiscale, cod fiscale, cod fisc, codicefiscale, cf, c f, italian tax code, italian tax id, italian fiscal code, tessera
  sanitaria
`);

export const codiceFiscale = identityNumber({
  id: 'it-codice-fiscale',
  anchor: 'code',
  form: /[A-Z]{3} ?[A-Z]{3} ?[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2} ?[A-Z][\dL-NP-V]{3} ?[A-Z]/,
  alone: { form: /[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]/, heads: [6] },
  validate,
  isPlausible,
  checked: true,
  labels: [...taxNumber, ...nationalNumber, ...words],
  headers: [...taxNumber, ...nationalNumberHeaders, ...words],
});
