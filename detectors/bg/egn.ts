// ЕГН, uniform civil number of Bulgaria: birth date (month + 20 before 1900, + 40 since 2000), serial, check digit mod 11. The package does
// not look at the date. https://www.grao.bg/, https://en.wikipedia.org/wiki/Unique_citizenship_number#Bulgaria
import { validate } from 'stdnum/lib/cjs/bg/egn.js';
import { digitsAt, isBirthDay } from '../calendar-day.ts';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

function isPlausible(value: string): boolean {
  const month = digitsAt(value, 2, 4);
  const century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
  return isBirthDay(century + digitsAt(value, 0, 2), month % 20, digitsAt(value, 4, 6));
}

const words = phrases(`
  egn, egn no, egn number, егн, е г н, единен граждански номер, bulgarian personal number, bulgarian id number
`);

export const egn = identityNumber({
  id: 'bg-egn',
  anchor: 'digits',
  form: /\d{10}|\d{6}[ -]\d{4}/,
  validate,
  isPlausible,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
