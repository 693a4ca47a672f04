// EMŠO (JMBG): birth date ddmmyyy, region, serial, check digit mod 11; Bosnia, Montenegro, North Macedonia and Serbia issue the same.
// https://www.gov.si/en/topics/personal-identification-number/, https://en.wikipedia.org/wiki/Unique_Master_Citizen_Number
import { validate } from 'stdnum/lib/cjs/si/emso.js';
import { digitsAt, isBirthDay } from '../calendar-day.ts';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

function isPlausible(value: string): boolean {
  const year = digitsAt(value, 4, 7);
  return isBirthDay(year < 800 ? 2000 + year : 1000 + year, digitsAt(value, 2, 4), digitsAt(value, 0, 2));
}

const words = phrases(`
  emšo, emso, emšo številka, enotna matična številka občana, jmbg, jmb, jedinstveni matični broj, jedinstveni maticni broj, matični
  broj, maticni broj, slovenian personal number, unique master citizen number
`);

export const emso = identityNumber({
  id: 'si-emso',
  anchor: 'digits',
  form: /\d{13}/,
  validate,
  isPlausible,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
