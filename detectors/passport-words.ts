// What stands before or over a passport's number. Without a country it may be any country's: the number's form says which.
import { phrases } from './phrases.ts';

const numbers = phrases('no, nr, num, number, numbers, id, ref, details');

function withNumbers(words: readonly string[]): string[] {
  return words.flatMap((title) => [title, ...numbers.map((number) => `${title} ${number}`)]);
}

const anyCountry = withNumbers(phrases('passport, passports, travel document, valid passport'));
const anyCountryHeaders = phrases('passportno, passportnumber, ppt no, pp no, document number, id document number');

const british = withNumbers(phrases('uk passport, british passport, gb passport, hm passport'));

const otherCountries = [
  ...withNumbers(
    phrases(`
      irish passport, eu passport, indian passport, french passport, german passport, italian passport,
      spanish passport, polish passport, dutch passport, canadian passport, australian passport, chinese passport, foreign passport
    `),
  ),
  ...phrases(`
    reisepass, reisepassnummer, reisepass nr, reisepass nummer, passnummer, pass nr, passnr, passeport, numéro de passeport, no de passeport, n de
    passeport, pasaporte, número de pasaporte, numero de pasaporte, no de pasaporte, paspoort, paspoortnummer, passaporto, numero di
    passaporto, numero passaporto, passaporte, número do passaporte, numero do passaporte, numer paszportu
  `),
];

export const britishPassportLabels: readonly string[] = [...anyCountry, ...british];
export const britishPassportHeaders: readonly string[] = [...anyCountry, ...anyCountryHeaders, ...british];
export const passportLabels: readonly string[] = [...anyCountry, ...otherCountries];
export const passportHeaders: readonly string[] = [...anyCountry, ...anyCountryHeaders, ...otherCountries];
