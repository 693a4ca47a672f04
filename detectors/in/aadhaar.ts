// Aadhaar: twelve digits not beginning with 0 or 1, the last a Verhoeff check digit; printed 4-4-4.
// https://uidai.gov.in/en/my-aadhaar/about-your-aadhaar.html
import { validate } from 'stdnum/lib/cjs/in/aadhaar.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  aadhaar, aadhaar no, aadhaar nr, aadhaar number, aadhaar card, aadhaar card no, aadhaar card number, aadhar, aadhar no, aadhar
  number, aadhar card, aadhar card no, aadhar card number, adhaar, adhar, adhaar number, uid no, uid number, uidai, uidai number
`);

export const aadhaar = identityNumber({
  id: 'in-aadhaar',
  anchor: 'digits',
  form: /[2-9]\d{3}([ :-]?)\d{4}\1\d{4}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
