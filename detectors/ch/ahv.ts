// AHV-Nummer (AVS, NAVS13): thirteen digits beginning with 756, the last an EAN-13 check digit.
// https://www.zas.admin.ch/zas/en/home/partenaires-et-institutions-/navs13.html
import { validate } from 'stdnum/lib/cjs/ch/ssn.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  ahv, ahv nr, ahv nummer, ahv no, ahvn, ahvnr, ahv nummern, avs, no avs, n avs, numéro avs, numero avs, numéro d avs, avs number, ahv
  number, navs, swiss social security number, oasi number
`);

export const ahv = identityNumber({
  id: 'ch-ahv',
  anchor: 'digits',
  form: /756[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{2}/,
  alone: { form: /756[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{2}/, heads: [3, 13] },
  validate,
  checked: true,
  labels: [...socialSecurity, ...words],
  headers: [...socialSecurity, ...words],
});
