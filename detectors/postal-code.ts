// Postal codes of other countries than the United Kingdom: three to seven digits, in some countries parted, with letters, or behind the
// country's own. By column or label only, since any number looks like one.
// https://en.wikipedia.org/wiki/List_of_postal_codes, Universal Postal Union: https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
import { type Detector, judgeNothing } from './detector.ts';
import { phrases } from './phrases.ts';

const forms = [
  /^(?:[A-Z]{1,2}[ -])?\d{3,6}$/,
  // United States, Portugal, Poland, Japan, Brazil; Sweden, Greece, Czechia, Slovakia, India
  /^(?:\d{5}-\d{4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3}-\d{4}|\d{5}-\d{3}|\d{3} \d{2,3})$/,
  // Netherlands, Canada, Ireland, Malta, Latvia, Lithuania, Argentina
  /^(?:\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z][ -]?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]{3} ?\d{4}|[A-Z]\d{4}[A-Z]{3})$/,
];

function read(cell: string): string | undefined {
  const value = cell.trim().replace(/\.0$/, '').toUpperCase();
  if (value.length < 3 || value.length > 10 || /^0+$/.test(value)) return undefined;
  return forms.some((form) => form.test(value)) ? value.replace(/ /g, '') : undefined;
}

export const postalCode: Detector = {
  id: 'postal-code',
  category: 'location',
  anchor: 'column',
  weak: true,
  key: 'none',
  labels: phrases(`
    postal code, postcode, post code, zip, zip code, zipcode, zip postal code, eircode, plz, postleitzahl, code postal, código postal, codigo postal, cód postal,
    postnummer, postnr, kod pocztowy
  `),
  headers: phrases(`
    postal code, postcode, post code, zip, zip code, zipcode, zip postcode, zip postal code, postal, zip 4, zip plus four, billing zip, billing zip code,
    shipping zip, shipping zip code, home zip, mailing zip, eircode, pin code, pincode, plz, postleitzahl, plz nr, code postal, codepostal, cp, code
    postal client, código postal, codigo postal, cód postal, cod postal, c p, cap, codice postale, codice avviamento postale,
    postnummer, postnr, postinumero, kod pocztowy, psč, psc, cod poștal, irányítószám, irsz, poštanski broj, poštna številka, cep, código de
    endereçamento postal, ταχυδρομικός κώδικας, τκ, пощенски код, posta kodu, sihtnumber, pasta indekss, pašto kodas
  `),
  judge: judgeNothing,
  read,
};
