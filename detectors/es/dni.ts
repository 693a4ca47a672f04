// DNI and NIE: eight digits, or X, Y or Z and seven digits, and a control letter mod 23; K, L and M begin the tax numbers of people without
// either. https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/
import { validate } from 'stdnum/lib/cjs/es/nif.js';
import { identityNumber } from '../identity-number.ts';
import { nationalNumber, nationalNumberHeaders, taxNumber } from '../identity-words.ts';
import { phrases } from '../phrases.ts';

const words = phrases(`
  dni, dni no, dni nr, dnis, dni nie, nie, nif, nif nie, nie no, nie number, dni number, número de dni, numero de dni, número dni,
  numero dni, n dni, no dni, documento nacional de identidad, documento de identidad, documento identidad, número de documento, numero
  de documento, número de identidad, cédula, tarjeta de residencia, número de identificación fiscal, numero de identificacion fiscal,
  número de identificación de extranjero, numero de identificacion de extranjero, spanish id, spanish id number, spanish tax id
`);

/** Old numbers have seven digits: their 0 is not written. */
function spell(written: string): string {
  const value = written.replace(/[^\dA-Z]/g, '');
  return /^\d{7}[A-Z]$/.test(value) ? `0${value}` : value;
}

export const dni = identityNumber({
  id: 'es-dni',
  anchor: 'either',
  form: /(?:\d{7,8}[ -]?|\d{2}\.\d{3}\.\d{3}[ -]?|[XYZ][ -]?\d{7}[ -]?|[XYZ][ -]?\d\.\d{3}\.\d{3}[ -]?|[KLM]\d{7})[A-HJ-NP-TV-Z]/,
  alone: {
    form: /(?:\d{8}-?|\d{2}\.\d{3}\.\d{3}-?|[XYZ]-?\d{7}-?)[A-HJ-NP-TV-Z]/,
    heads: [1, 2, 8],
    after: /[-.\da-z]/i,
  },
  validate,
  spell,
  checked: true,
  labels: [...nationalNumber, ...taxNumber, ...words],
  headers: [
    ...nationalNumberHeaders,
    ...taxNumber,
    ...words,
    ...phrases(`
    documento, identificación, identificacion, nif cif, dni cif nie
  `),
  ],
});
