// The rows behind the client fixtures: written by scripts/make-fixtures.ts, compared by the tests.
import { type Client, generateClients } from '../../benchmarks/corpus/clients.ts';

export const header = [
  'Client number',
  'First name',
  'Surname',
  'Email',
  'Phone',
  'Date of birth',
  'Street',
  'Town',
  'Postcode',
  'Item',
  'Amount',
];

/** Column of the birth date, a date serial in the workbooks. */
export const birthDateColumn = 5;

export function clientRows(clients: readonly Client[]): string[][] {
  return clients.map((client) => [
    client.number,
    client.firstName,
    client.lastName,
    client.email,
    client.phone,
    client.birthDate,
    client.street,
    client.town,
    client.postcode,
    client.purchase.item,
    client.purchase.amount,
  ]);
}

/** The 957 of the headline case and the 40 of the small fixtures. */
export const allClients = () => generateClients(957, 20_957);
export const fewClients = () => generateClients(40, 20_040);

/** DD/MM/YYYY as a workbook's date reads: YYYY-MM-DD. */
export const isoDate = (date: string) => date.split('/').reverse().join('-');

export const withIsoDates = (rows: string[][]) =>
  rows.map((row) => row.map((value, column) => (column === birthDateColumn ? isoDate(value) : value)));
