// Número de identificação fiscal (contribuinte): nine digits, weights 9 to 2 mod 11. People have 1, 2, 3 or 45 first, firms and public
// bodies the rest. https://pt.wikipedia.org/wiki/N%C3%BAmero_de_identifica%C3%A7%C3%A3o_fiscal, Decreto-Lei n.º 14/2013
import { validate } from 'stdnum/lib/cjs/pt/nif.js';
import { identityNumber } from '../identity-number.ts';
import { taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  nif, nif no, contribuinte, número de contribuinte, numero de contribuinte, n contribuinte, no contribuinte, número de identificação
  fiscal, numero de identificacao fiscal, número fiscal, portuguese tax id, portuguese tax number, cartão de contribuinte
`);

export const contribuinte = identityNumber({
  id: 'pt-nif',
  anchor: 'digits',
  form: /(?:[123]\d{2}|45\d)[ .-]?\d{3}[ .-]?\d{3}/,
  validate,
  checked: true,
  labels: [...taxNumber, ...words],
  headers: [...taxNumber, ...words],
});
