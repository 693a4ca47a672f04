// Steuer-Identifikationsnummer: eleven digits, of the first ten exactly one occurs twice or three times, the last a check digit (ISO 7064
// mod 11,10). The package's validator lets any repetition pass, so that rule is told here.
// https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html,
// https://download.elster.de/download/schnittstellen/Pruefung_der_Steuer_und_Steueridentifikatsnummer.pdf
import { validate } from 'stdnum/lib/cjs/de/idnr.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

function isPlausible(value: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of value.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! < 4;
}

const words = phrases(`
  steuer id nr, steuer id nummer, steuerid, steuer idnr, steuer identifikationsnummer, steueridentifikationsnummer, steuerliche
  identifikationsnummer, steuerliche id, steuerliche idnr, idnr, id nr, id nummer, tax id de, german tax id, german tax id number,
  german tax number, tin de
`);

export const taxId = identityNumber({
  id: 'de-tax-id',
  anchor: 'digits',
  form: /\d{2}[ /.-]?\d{3}[ /.-]?\d{3}[ /.-]?\d{3}/,
  validate,
  isPlausible,
  checked: true,
  labels: [...taxNumber, ...nationalNumber, ...words],
  headers: [...taxNumber, ...nationalNumberHeaders, ...words],
});
