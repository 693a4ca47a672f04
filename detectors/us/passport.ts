// American passport: nine digits, or since 2021 a letter and eight digits; no check digit in the number itself. Exists behind a label only.
// https://travel.state.gov/content/travel/en/passports.html, ICAO 9303
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  us passport, us passport no, us passport number, u s passport, u s passport no, u s passport number, american passport, american
  passport no, american passport number, usa passport, usa passport number, passport us, passport usa, passport card number
`);

export const passport = identityNumber({
  id: 'us-passport',
  anchor: 'either',
  form: /(?:[A-Z]\d{8}|\d{9})/,
  labels: [...words],
  headers: [...words],
});
