// Personal Public Service number: seven digits, a check letter mod 23, and a second letter since 2013 (W, T and X in old ones).
// https://www.gov.ie/en/service/12e6de-get-a-personal-public-service-pps-number/,
// https://en.wikipedia.org/wiki/Personal_Public_Service_Number
import { validate } from 'stdnum/lib/cjs/ie/pps.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, socialSecurity, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  pps, pps no, pps nr, pps num, pps number, ppsn, ppsno, pps numbers, personal public service number, personal public service no, rsi
  number, rsi no, irish pps number, uimhir psp, uimhir pspp
`);

export const pps = identityNumber({
  id: 'ie-pps',
  anchor: 'digits',
  form: /\d{7} ?[A-W][AHWTX]?/,
  alone: { form: /\d{7}[A-W][AHW]/, heads: [7] },
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...socialSecurity, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...socialSecurity, ...words],
});
