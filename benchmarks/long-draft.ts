// A long draft as people paste it from a sheet: a table of 957 clients, about 200 kB of markup.
import { generateClients } from './corpus/clients.ts';

export function longDraft(): string {
  const rows = generateClients(957, 957).map(
    ({ number, name, email, phone, birthDate, nino, street, town, postcode, account }) => [
      number,
      name,
      email,
      phone,
      birthDate,
      nino,
      street,
      town,
      postcode,
      account,
    ],
  );
  const cells = (row: string[]) =>
    row.map((cell) => `<td>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`).join('');
  return `<p>Dear Kim</p><table><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table><p>All the best</p>`;
}
