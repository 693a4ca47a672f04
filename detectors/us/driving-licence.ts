// American driver's licence: each state has a form of its own, mostly one to three letters and five to fourteen digits, or digits alone,
// without a published check. Exists behind a label only. https://en.wikipedia.org/wiki/Driver%27s_licenses_in_the_United_States,
// https://www.aamva.org/identity/anti-counterfeit-fraud-prevention
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  driver license, driver license no, driver license nr, driver license num, driver license number, driver licenses, drivers license,
  drivers license no, drivers license num, drivers license number, driver s license, driver s license no, driver s license number,
  driving license, driving license no, driving license number, dl, dl no, dl nr, dl num, dl number, us driver license, us drivers
  license, state id, state id no, state id number, operator license number, license dl, dln, driverslicense, driverlicense,
  driverslicensenumber
`);

export const drivingLicence = identityNumber({
  id: 'us-driving-licence',
  anchor: 'either',
  form: /[A-Z]{1,3}[ -]?\d{3}[ -]?\d{2,4}[ -]?\d{2,4}(?:[ -]?\d{1,3})?(?:[ -]\d{1,2})?|[A-Z]{1,3}\d{4,14}|[A-Z]\d{3,6}[A-Z]{1,2}\d{0,3}|\d{2}[A-Z]{3}\d{4,5}|\d{3}[A-Z]{2}\d{4}|\d{6,9}[A-Z]{1,2}|\d{1,2}[A-Z]\d{4,8}|\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{3,4}|\d{5,14}/,
  labels: [...words],
  headers: [...words],
});
