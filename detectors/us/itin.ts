// Individual Taxpayer Identification Number: like a Social Security number, beginning with 9, the fourth and fifth digit 50–65, 70–88, 90–92
// or 94–99; no check digit. https://www.irs.gov/tin/itin/individual-taxpayer-identification-number-itin
import { identityNumber } from '../identity-number.ts';
import { socialSecurity, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  itin, itins, itin no, itin number, individual taxpayer identification number, individual tax id number, us itin
`);

export const itin = identityNumber({
  id: 'us-itin',
  anchor: 'digits',
  form: /9\d{2}(?:([ .-]?)(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1|-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])|(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-)\d{4}/,
  alone: { form: /9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}/, heads: [3], after: /-/ },
  labels: [...taxNumber, ...socialSecurity, ...words],
  headers: [...taxNumber, ...socialSecurity, ...words],
});
