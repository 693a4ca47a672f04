// American bank account: the routing number (ABA), nine digits, the first two a Federal Reserve district, weights 3, 7, 1 mod 10.
// https://www.aba.com/about-us/routing-number, https://en.wikipedia.org/wiki/ABA_routing_transit_number
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const weights = [3, 7, 1];

function isPlausible(value: string): boolean {
  const district = Number(value.slice(0, 2));
  if (district > 12 && (district < 21 || district > 32) && (district < 61 || district > 72) && district !== 80)
    return false;
  let sum = 0;
  for (let k = 0; k < 9; k++) sum += Number(value[k]) * weights[k % 3]!;
  return sum % 10 === 0;
}

const words = phrases(`
  aba, aba no, aba number, aba routing, aba routing no, aba routing number, routing, routing no, routing nr, routing number, routing
  transit number, routing code, bank routing, bank routing no, bank routing number, rtn, ach routing, ach routing number, wire routing
  number, fedwire, transit number
`);

export const aba = identityNumber({
  id: 'us-aba',
  category: 'financial',
  anchor: 'digits',
  key: 'none',
  form: /\d{4}[ -]?\d{4}[ -]?\d/,
  isPlausible,
  labels: [...words],
  headers: [
    ...words,
    ...phrases(`
    routingnumber, routing transit no, bank aba
  `),
  ],
});
