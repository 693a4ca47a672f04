// Krankenversichertennummer: the part that stays for life, a letter and nine digits, the last a check digit: the letter as 01 to 26, weights
// 1 and 2 in turn, sums of digits, mod 10. The package has no validator. https://www.gkv-datenaustausch.de/, § 290 SGB V:
// https://www.gesetze-im-internet.de/sgb_5/__290.html
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

function isPlausible(value: string): boolean {
  const digits = `${value.charCodeAt(0) - 64}`.padStart(2, '0') + value.slice(1);
  let sum = 0;
  for (let k = 0; k < 10; k++) {
    const product = Number(digits[k]) * (k % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === Number(digits[10]);
}

const words = phrases(`
  krankenversichertennummer, krankenversicherten nr, krankenversicherungsnummer, krankenversicherungsnr, krankenversicherungs nr,
  krankenversicherung nr, krankenkassennummer, kvnr, kv nr, kv nummer, e gk, e gk nummer, e gk nr, egk, egk nummer, egk nr, gesundheitskarte, versichertennummer,
  versicherten nummer, versicherten nr, versichertennr, versicherten id, german health insurance number, health insurance number,
  health insurance no, health insurance id, insurance number, insurance no, numéro d assurance maladie
`);

export const kvnr = identityNumber({
  id: 'de-kvnr',
  anchor: 'code',
  form: /[A-Z]\d{3} ?\d{3} ?\d{3}/,
  isPlausible,
  checked: true,
  labels: [...words],
  headers: [...words],
});
