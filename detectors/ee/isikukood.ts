// Isikukood: sex and century, birth date, serial, check digit mod 11 in two rounds. The package does not look at the date.
// https://www.riigiteataja.ee/akt/120042022010, https://et.wikipedia.org/wiki/Isikukood
import { validate } from 'stdnum/lib/cjs/ee/ik.js';
import { digitsAt, isBirthDay } from '../calendar-day.ts';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

/** The first digit tells sex and century: 1 and 2 the 19th, 3 and 4 the 20th, 5 and 6 the 21st. */
function isPlausible(value: string): boolean {
  const century = 1700 + Math.ceil(digitsAt(value, 0, 1) / 2) * 100;
  return isBirthDay(century + digitsAt(value, 1, 3), digitsAt(value, 3, 5), digitsAt(value, 5, 7));
}

const words = phrases(`
  isikukood, isiku kood, ik, ik kood, estonian personal code, estonian id code, estonian personal identification code
`);

export const isikukood = identityNumber({
  id: 'ee-isikukood',
  anchor: 'digits',
  form: /[1-8]\d{10}/,
  validate,
  isPlausible,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
