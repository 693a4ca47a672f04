// Identity numbers in columns: what the header means is told by the values, and digits alone are nobody's number.
import { describe, expect, it } from 'vitest';
import { scanPart } from '../../scan/scan-part.ts';
import { findAll } from '../detectors/harness.ts';
import { estimate, textPart } from './counting.ts';

const table = (...lines: string[]) => lines.join('\n').replace(/ ?\| ?/g, '\t');
const kindsIn = (text: string) =>
  Object.fromEntries(scanPart(textPart(text), { session: 1 }).kinds.map(({ kind, matches }) => [kind, matches]));
const nobody = (text: string) => expect([estimate(text), kindsIn(text)]).toEqual([0, {}]);

describe('one header, several countries', () => {
  it.each<[why: string, kind: string, text: string]>([
    ['NIF over Portuguese numbers', 'pt-nif', table('Nome | NIF', 'Ana Reis | 123456789', 'Rui Melo | 245678905')],
    ['NIF over Spanish numbers', 'es-dni', table('Nombre | NIF', 'Ana Reyes | 12345678Z', 'Luis Mora | X2482300W')],
    ['NIF over French numbers', 'fr-nif', table('Nom | NIF', 'Ana Roy | 0701987765493', 'Luc Mory | 3023217600053')],
    ['personnummer in Sweden', 'se-personnummer', table('Namn | Personnummer', 'Eva Lund | 880320-0016')],
    ['personnummer in Denmark', 'dk-cpr', table('Navn | Personnummer', 'Eva Lund | 211062-5629')],
    ['personnummer in Norway', 'no-fodselsnummer', table('Navn | Personnummer', 'Eva Lund | 15108695088')],
    ['national id in Poland', 'pl-pesel', table('Name | National ID', 'Eva Lund | 44051401359')],
  ])('%s', (_why, kind, text) => {
    const rows = text.split('\n').length - 1;
    expect(kindsIn(text)).toMatchObject({ name: rows, [kind]: rows });
    expect(estimate(text)).toBe(rows);
  });

  it('reads every row of a column of many countries', () => {
    const text = table(
      'Name | National ID',
      'Ana Reyes | 12345678Z',
      'Eva Lund | 880320-0016',
      'Jan Visser | 111222333',
      'Ola Novak | 44051401359',
    );
    expect(kindsIn(text)).toMatchObject({ 'es-dni': 1, 'se-personnummer': 1, 'nl-bsn': 1, 'pl-pesel': 1 });
  });
});

describe('people under headers of other languages', () => {
  it.each<[language: string, text: string]>([
    ['German', table('Vorname | Nachname | Straße | PLZ | Ort', 'Anna | Berg | Am Markt 7 | 10115 | Berlin')],
    ['French', table('Nom | Prénom | Adresse | Code postal | Ville', 'Roux | Paul | 12 rue Lecourbe | 75002 | Paris')],
    [
      'Polish',
      table('Imię | Nazwisko | Ulica | Kod pocztowy | Miasto', 'Anna | Nowak | Długa 7/3 | 00-950 | Warszawa'),
    ],
    [
      'Swedish',
      table('Förnamn | Efternamn | Gatuadress | Postnummer | Ort', 'Eva | Lund | Storgatan 5 | 114 55 | Solna'),
    ],
    ['Italian', table('Cognome | Nome | Indirizzo | CAP | Città', 'Rossi | Luca | Via Roma 12 | 00184 | Roma')],
    ['American', table('First Name | Last Name | Street | ZIP | State', 'Ann | Berg | 12 Main St | 62704 | IL')],
  ])('%s', (_language, text) => {
    expect(kindsIn(text)).toEqual({ name: 2, address: 1, 'postal-code': 1 });
    expect(estimate(text)).toBe(1);
  });

  it('branches with streets and postal codes are nobody', () => {
    expect(estimate(table('Filiale | Straße | PLZ | Ort', 'Nord | Am Markt 7 | 10115 | Berlin'))).toBe(0);
  });

  it('figures by postal code are nobody’s, and no postal codes of people', () => {
    nobody(table('ZIP | Population | Households', '62704 | 40123 | 18123', '97301 | 55123 | 20111'));
  });
});

describe('columns without a header, or with another', () => {
  const numbers = Array.from({ length: 30 }, (_, k) => String(100_000_007 + k * 7_654_321));
  const sorted = (header: string) => [header, ...numbers.map((number, k) => `${number}\tblue\t${k % 9}`)].join('\n');

  it.each(['order_id\tcolour\tsize', 'ID number\tcolour\tsize', 'tracking number\tcolour\tsize', ''])(
    'nine digits under %j are nobody’s number',
    (header) => nobody(sorted(header)),
  );

  it('order ids that all bear the check digit are order ids', () => {
    const text = table('order_id | qty', ...['123456789', '245678905', '111222333'].map((id) => `${id} | 2`));
    nobody(text);
  });

  it('a column of telephone numbers stays one', () => {
    const text = table('Name | Phone', 'Jane Doe | 07700 900123', 'Rob Roe | 07700 900456', 'Kim Poe | 020 7946 0123');
    expect(kindsIn(text)).toEqual({ name: 3, phone: 3 });
  });
});

it.each([
  [
    'a label of something else',
    'VAT number: 123456789. Order identification number 111222333. Ticket ID number is 123456789.',
  ],
  ['sentences', 'In 2024 we sold 123456789 units, 111222333 of them in March, and moved 44051401359 bytes.'],
])('finds no identity number behind %s', (_why, text) => expect(findAll(text)).toEqual([]));
