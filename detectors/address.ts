// Postal addresses, by column or label: whole, or the lines of one. BS 7666; PAF: https://www.poweredbypaf.com
import { isDigit, isLatin, unitAt } from './characters.ts';
import { type Detector, judgeNothing } from './detector.ts';
import { writeLowerCase } from './normal-form.ts';
import { phrases } from './phrases.ts';

const street =
  /(?:\b(?:street|st|road|rd|avenue|ave|av|lane|ln|close|cl|drive|dr|way|court|ct|crescent|cres|gardens|gdns|grove|gr|hill|house|flat|apartment|apt|unit|suite|place|pl|square|sq|terrace|ter|park|mews|row|walk|rise|view|green|mount|parade|boulevard|blvd|highway|farm|cottage|lodge|villas?|quay|wharf|yard|box|rue|chemin|allée|calle|avenida|plaza|paseo|via|viale|piazza|laan|plein|weg|gasse|platz|allee)\b|(?:stra(?:ße|sse)|str\.|weg|gasse|platz|allee|straat|laan|plein|gracht)(?=\s|$|,))/iu;

/** The commonest form, told by the cheapest look: "12 High Street", "4a Mill Lane". */
const plain = /^\d{1,4}[a-z]? [a-z]{2}[a-z' -]+$/i;

/** "12a-14 High Street", "12 bis, rue Lecourbe" */
const numberFirst = /^(?:\p{L}+\.? ?)?\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)?,?\s+\p{L}/iu;

/** "Storgatan 5", "Hauptstr.12a", "Wiedner Gürtel 8-10", "ul. Długa 7 m. 3", "Váci utca 12." */
const numberLast =
  /(?:\p{L},?\s|\p{L}\.)\s?\d{1,5}\s?[a-z]?(?:\s?[-–/ ]\s?\d{1,4}\s?[a-z]?)?(?:\s?(?:m|lok|apt|top|bte)\.?\s?\d{1,4})?\.?$/iu;

/** Whether a word in it says street, lane, court, Straße, rue… */
export const namesStreet = (value: string): boolean => street.test(value);

function normalOf(value: string): string {
  const lower = value.toLowerCase();
  return /[,.;\t\n\u00a0]|\s\s/.test(lower) ? lower.replace(/[\s,.;]+/gu, ' ').trim() : lower;
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length < 5 || value.length > 250) return undefined;
  if (plain.test(value)) return normalOf(value);
  if (!/\p{L}{2}/u.test(value) || value.includes('@')) return undefined;
  if (!numberFirst.test(value) && !numberLast.test(value) && !street.test(value) && !/,.*\p{L}/u.test(value))
    return undefined;
  return normalOf(value);
}

/** What `plain` says, where words are parted by one blank. */
function write(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isDigit(unitAt(text, at))) at++;
  if (at === from || at > from + 4) return false;
  if (isLatin(unitAt(text, at))) at++;
  if (unitAt(text, at) !== 32 || !isLatin(unitAt(text, at + 1)) || !isLatin(unitAt(text, at + 2))) return false;
  if (end < at + 4 || end - from > 250) return false;
  for (at += 3; at < end; at++) {
    const code = unitAt(text, at);
    if (isLatin(code) || code === 39 || code === 45) continue;
    if (code !== 32 || unitAt(text, at - 1) === 32) return false;
  }
  return writeLowerCase(text, from, end);
}

export const address: Detector = {
  id: 'address',
  category: 'location',
  anchor: 'column',
  weak: true,
  key: 'none',
  labels: phrases(`
    address, home address, postal address, full address, street, street address, delivery address, billing
    address, anschrift, adresse, wohnanschrift, straße, strasse, straße hausnummer, adresse postale, rue,
    domicile, dirección, direccion, domicilio, calle, indirizzo, adres, straat, morada, endereço, rua, adress,
    gatuadress, osoite, adresa, ulica, lakcím, residence, mailing address, current address, residential address,
    shipping address
  `),
  headers: phrases(`
    address, addresses, addr, addr 1, addr1, adress, adr, full address, address line, address line 1, address
    line 2, address line 3, address 1, address 2, address 3, address1, address2, address line1, address line2,
    addressline 1, home address, postal address, mailing address, street address, street, street 1, street 2,
    street name, street line 1, house, house no, house number, house name, house name number, flat, building,
    residential address, residence, current address, previous address, permanent address, work address,
    correspondence address, client address, customer address, patient address, contact address, billing address,
    billing street, bill to address, shipping address, shipping street, ship to address, delivery address,
    invoice address, property address, location address, anschrift, adresse, straße, strasse, str, straße
    hausnummer, strasse hausnummer, strasse nr, straße nr, straße und hausnummer, hausnummer, wohnort,
    lieferadresse, rechnungsadresse, postanschrift, rue, voie, adresse postale, adresse complète, adresse 1,
    adresse 2, numéro et rue, dirección, direccion, domicilio, calle, dirección postal, adres, straat,
    straatnaam, huisnummer, straat en huisnummer, woonadres, indirizzo, via, street and number, street and house
    number, street number, address line one, address line two, residential street, city state zip, city state
    zip code, city state, adresszeile, adresszeile 1, adresszusatz, straße und nr, strasse und nr, straße u nr,
    wohnadresse, wohnanschrift, kundenadresse, privatadresse, plz ort, plz wohnort, plz und ort, adresse ligne
    1, adresse client, adresse du client, adresse personnelle, complément d adresse, domicile, rue et numéro, n
    et rue, n rue, code postal ville, cp ville, adresse de livraison, adresse de facturation, dirección
    completa, dirección de envío, calle y número, calle y numero, indirizzo di residenza, via e numero,
    indirizzo completo, cap città, domicilio fiscal, woonplaats adres, postadres, postcode plaats, morada, rua,
    endereço, endereco, logradouro, ulica, ulica i numer, adres zamieszkania, adres zameldowania, adres
    korespondencyjny, gatuadress, gata, gateadresse, bostadsadress, vejnavn, vej, osoite, katuosoite,
    lähiosoite, ulice, adresa, bydliště, trvalé bydliště, utca, cím, lakcím, domiciliu, strada, διεύθυνση, адрес
  `),
  judge: judgeNothing,
  read,
  write,
};
