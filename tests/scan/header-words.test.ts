// What is read from column headers and labels, as messy as people write them.
import { describe, expect, it } from 'vitest';
import { headerMeaning } from '../../scan/tables/header-words.ts';

describe('headerMeaning', () => {
  it.each([
    ['E-mail', 'email'],
    ['e-mail addr', 'email'],
    ['EMAIL_ADDRESS', 'email'],
    ['Tel.', 'phone'],
    ['PHONE1', 'phone'],
    ['homePhone', 'phone'],
    ['Telefone number', 'phone'],
    ['D.O.B', 'birth-date'],
    ['DOB (dd/mm/yyyy)', 'birth-date'],
    ['dateOfBirth', 'birth-date'],
    ['NI No', 'uk-nino'],
    ['NHS number', 'uk-nhs-number'],
    ['FIRSNAME', 'name'],
    ['Surnane', 'name'],
    ['Customer name', 'name'],
    ['Customer no.', 'client-number'],
    ['Post code', 'uk-postcode', 'postal-code'],
    ['PLZ', 'postal-code'],
    ['NIF', 'fr-nif', 'es-dni', 'pt-nif'],
    ['Personnummer', 'no-fodselsnummer', 'se-personnummer', 'dk-cpr'],
    ['Etternavn', 'name'],
    ['Data urodzenia', 'birth-date'],
  ])('%s announces %s', (header, ...kinds) => {
    expect(headerMeaning(header).detectors.map(({ id }) => id)).toEqual(kinds);
  });

  it.each(['Tracking number', 'order_ref_code', 'SKU', 'Batch', 'Product file', 'Company name', 'School name'])(
    '%s announces nobody',
    (header) => {
      for (const { id } of headerMeaning(header).detectors) expect(id).toBe('purchase');
      expect(headerMeaning(header)).toMatchObject({ isPerson: false });
    },
  );

  it.each(['Colour', '', 'Lorem ipsum dolor sit amet', '12345'])('%j announces nothing', (header) => {
    expect(headerMeaning(header).detectors).toEqual([]);
  });

  it.each(['Account manager', 'Next of kin', 'Emergency contact'])('%s is somebody else', (header) => {
    expect(headerMeaning(header).isOther).toBe(true);
  });
});
