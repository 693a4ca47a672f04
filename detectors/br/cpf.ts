// CPF, cadastro de pessoas físicas: nine digits and two check digits mod 11, written 000.000.000-00.
// https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf
import { validate } from 'stdnum/lib/cjs/br/cpf.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  cpf, cpf no, cpf nr, cpf number, n cpf, número do cpf, numero do cpf, número de cpf, cpf do cliente, cpf cnpj, cadastro de pessoas
  físicas, cadastro de pessoa física, brazilian tax id
`);

export const cpf = identityNumber({
  id: 'br-cpf',
  anchor: 'digits',
  form: /\d{3}\.?\d{3}\.?\d{3}[ /-]?\d{2}/,
  alone: { form: /\d{3}\.\d{3}\.\d{3}-\d{2}/, heads: [3], after: /[.]/ },
  validate,
  checked: true,
  labels: [...taxNumber, ...nationalNumber, ...words],
  headers: [...taxNumber, ...nationalNumberHeaders, ...words],
});
