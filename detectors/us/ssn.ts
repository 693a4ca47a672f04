// Social Security number: three digits of area, two of group, four of serial; no check digit, so digits alone need a label. Areas 000, 666
// and 9xx, group 00, serial 0000 and numbers from advertisements are never issued. https://www.ssa.gov/employer/verifySSN.htm,
// https://secure.ssa.gov/poms.nsf/lnx/0110201035
import { validate } from 'stdnum/lib/cjs/us/ssn.js';
import { identityNumber } from '../identity-number.ts';
import { socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  us ssn, us social security number, u s social security number, american social security number, ssn us
`);

export const ssn = identityNumber({
  id: 'us-ssn',
  anchor: 'digits',
  form: /\d{3}([ .-]?)\d{2}\1\d{4}|\d{3}-\d{6}|\d{5}-\d{4}/,
  alone: { form: /\d{3}-\d{2}-\d{4}/, heads: [3], after: /-/ },
  validate,
  isPlausible: (value) => !value.endsWith('0000'),
  labels: [...socialSecurity, ...words],
  headers: [
    ...socialSecurity,
    ...words,
    ...phrases(`
    employee ssn, ssn itin, tax id ssn, client ssn, patient ssn, spouse ssn
  `),
  ],
});
