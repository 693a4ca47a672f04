// National Provider Identifier: ten digits beginning with 1 or 2, the last a Luhn digit of the number behind 80840. It names a doctor or
// other provider, so it is found behind a label only.
// https://www.cms.gov/Regulations-and-Guidance/Administrative-Simplification/NationalProvIdentStand
import { luhnChecksumValidate } from 'stdnum/lib/cjs/util/checksum.js';
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  npi, npi no, npi number, npi id, provider npi, national provider identifier, national provider id, national provider number,
  prescriber npi, provider identifier, provider id, rendering npi, billing npi, referring npi, individual npi
`);

export const npi = identityNumber({
  id: 'us-npi',
  anchor: 'digits',
  form: /[12]\d{9}|[12]\d{3}([ -])\d{3}\1\d{3}|[12]\d{2}([ -])\d{3}\2\d{4}/,
  isPlausible: (value) => luhnChecksumValidate(`80840${value}`),
  labels: [...words],
  headers: [...words],
});
