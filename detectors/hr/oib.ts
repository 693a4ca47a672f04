// OIB, osobni identifikacijski broj: eleven digits, the last by ISO 7064 mod 11,10.
// https://www.porezna-uprava.hr/HR_OIB/Stranice/default.aspx
import { validate } from 'stdnum/lib/cjs/hr/oib.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  oib, oib no, oib broj, oib number, osobni identifikacijski broj, croatian personal number, croatian tax number, croatian oib
`);

export const oib = identityNumber({
  id: 'hr-oib',
  anchor: 'digits',
  form: /\d{11}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [...nationalNumberHeaders, ...taxNumber, ...words],
});
