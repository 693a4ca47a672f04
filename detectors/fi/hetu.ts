// Henkilötunnus: birth date, a sign for the century, three digits, a check character mod 31. https://dvv.fi/en/personal-identity-code,
// https://vm.fi/en/reform-of-personal-identity-code
import { validate } from 'stdnum/lib/cjs/fi/hetu.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, socialSecurity } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  hetu, henkilötunnus, henkilotunnus, henkilötunnukset, sotu, sosiaaliturvatunnus, personbeteckning, finnish personal identity code,
  finnish social security number, finnish id
`);

export const hetu = identityNumber({
  id: 'fi-hetu',
  anchor: 'digits',
  form: /\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y]/,
  alone: { form: /\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y]/, heads: [6] },
  validate,
  spell: (written) => written,
  checked: true,
  labels: [...nationalNumber, ...socialSecurity, ...words],
  headers: [...nationalNumberHeaders, ...socialSecurity, ...words],
});
