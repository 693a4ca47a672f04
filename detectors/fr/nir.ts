// NIR, numéro de sécurité sociale: sex, year, month, place of birth, serial, and a key of two digits mod 97, in all fifteen; Corsica has 2A
// and 2B. The months are told here, the package lets any pass: 01–12, and 20–42 and 50–99 where they are unknown.
// https://www.insee.fr/en/metadonnees/definition/c1409, https://fr.wikipedia.org/wiki/Num%C3%A9ro_de_s%C3%A9curit%C3%A9_sociale_en_France
import { validate } from 'stdnum/lib/cjs/fr/nir.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

function isPlausible(value: string): boolean {
  const month = Number(value.slice(3, 5));
  return value.slice(5, 7) !== '00' && ((month > 0 && month < 13) || (month > 19 && month < 43) || month > 49);
}

const words = phrases(`
  nir, nir no, numéro nir, numero nir, n nir, nss, numéro insee, numero insee, n insee, no insee, insee number, insee, sécu, carte
  vitale, numéro de carte vitale, french social security number, numéro d inscription au répertoire, immatriculation sécurité sociale,
  numéro d assuré, numéro d assuré social, no ss
`);

export const nir = identityNumber({
  id: 'fr-nir',
  anchor: 'digits',
  form: /[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}(?:[ ./-]{0,3}\d{2})?/,
  alone: {
    form: /[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}/,
    heads: [1, 6, 13, 15],
  },
  validate: (value) => (value.length === 15 ? validate(value) : { isValid: true }),
  isPlausible,
  checked: true,
  labels: [...socialSecurity, ...words],
  headers: [...socialSecurity, ...words],
});
