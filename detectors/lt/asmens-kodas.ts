// Asmens kodas: sex and century, birth date, serial, check digit mod 11 in two rounds. https://www.registrucentras.lt/,
// https://lt.wikipedia.org/wiki/Asmens_kodas
import { validate } from 'stdnum/lib/cjs/lt/asmens.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  asmens kodas, asmens kodo, a k, lithuanian personal code, lithuanian id code
`);

export const asmensKodas = identityNumber({
  id: 'lt-asmens-kodas',
  anchor: 'digits',
  form: /[1-9]\d{10}/,
  validate,
  checked: true,
  labels: [...nationalNumber, ...words],
  headers: [...nationalNumberHeaders, ...words],
});
