// Medicare card of Australia: ten digits beginning with 2 to 6, the ninth a check digit of weights 1, 3, 7, 9, and perhaps the person's own
// digit on the card. The package has no validator. https://www.servicesaustralia.gov.au/medicare-card,
// https://meteor.aihw.gov.au/content/270101
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const weights = [1, 3, 7, 9, 1, 3, 7, 9];

function isPlausible(value: string): boolean {
  const sum = weights.reduce((total, weight, k) => total + weight * Number(value[k]), 0);
  return sum % 10 === Number(value[8]);
}

const words = phrases(`
  medicare, medicare no, medicare nr, medicare number, medicare card, medicare card no, medicare card number, australian medicare
  number, medicare id
`);

export const medicare = identityNumber({
  id: 'au-medicare',
  anchor: 'digits',
  form: /[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]?\d)?/,
  isPlausible,
  checked: true,
  labels: [...words],
  headers: [...words],
});
