// The same clients in the shapes they leave a firm in: a pasted table, CSV, an HTML table, cells for a sheet, label blocks, prose.
import type { Client } from './clients.ts';
import { is, type Piece } from './labelled-text.ts';

interface Column {
  header: string;
  kind?: string;
  of(client: Client): string;
}

const columns: readonly Column[] = [
  { header: 'Client no', kind: 'client-number', of: (client) => client.number },
  { header: 'Name', kind: 'name', of: (client) => client.name },
  { header: 'E-mail', kind: 'email', of: (client) => client.email },
  { header: 'Phone', kind: 'phone', of: (client) => client.phone },
  { header: 'Date of birth', kind: 'birth-date', of: (client) => client.birthDate },
  { header: 'NI number', kind: 'uk-nino', of: (client) => client.nino },
  { header: 'NHS number', kind: 'uk-nhs-number', of: (client) => client.nhsNumber },
  { header: 'Street', kind: 'address', of: (client) => client.street },
  { header: 'Town', of: (client) => client.town },
  { header: 'Postcode', kind: 'uk-postcode', of: (client) => client.postcode },
  { header: 'Card', kind: 'payment-card', of: (client) => client.card },
  { header: 'IBAN', kind: 'iban', of: (client) => client.iban },
  { header: 'Last order', of: (client) => client.purchase.order },
  { header: 'Item', of: (client) => client.purchase.item },
  { header: 'Order date', of: (client) => client.purchase.date },
  { header: 'Amount', kind: 'purchase', of: (client) => client.purchase.amount },
];

/** Header and cells, as for a sheet. */
export function rows(clients: readonly Client[]): string[][] {
  return [columns.map(({ header }) => header), ...clients.map((client) => columns.map(({ of }) => of(client)))];
}

/** What a spreadsheet puts on the clipboard: tabs and line feeds. */
export const asTableText = (clients: readonly Client[]): string =>
  rows(clients)
    .map((row) => row.join('\t'))
    .join('\n');

/** RFC 4180: commas, CRLF, quotes where needed. */
export const asCsv = (clients: readonly Client[]): string =>
  rows(clients)
    .map((row) => `${row.map(quotedForCsv).join(',')}\r\n`)
    .join('');

export const asHtmlTable = (clients: readonly Client[]): string => {
  const [header, ...body] = rows(clients);
  const line = (tag: string, cells: string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapedForHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>\n<thead>${line('th', header!)}</thead>\n<tbody>\n${body.map((row) => line('td', row)).join('\n')}\n</tbody>\n</table>`;
};

/** A pasted table as labelled pieces. */
export function tablePieces(clients: readonly Client[]): Piece[] {
  const header = `${columns.map((column) => column.header).join('\t')}\n`;
  return [
    header,
    ...clients.flatMap((client) =>
      columns.flatMap(({ kind, of }, index) => {
        const cell = kind ? is(kind, of(client)) : of(client);
        return [cell, index + 1 < columns.length ? '\t' : '\n'];
      }),
    ),
  ];
}

/** One block of `Label: value` lines, with a blank line after it. */
export function blockPieces(client: Client, withIban: boolean): Piece[] {
  return [
    'Client number: ',
    is('client-number', client.number),
    '\nName: ',
    is('name', client.name),
    '\nAddress: ',
    is('address', client.street),
    `, ${client.town}`,
    '\nPostcode: ',
    is('uk-postcode', client.postcode),
    '\nTel: ',
    is('phone', client.phone),
    '\nE-mail: ',
    is('email', client.email),
    '\nDate of birth: ',
    is('birth-date', client.birthDate),
    '\nNI No: ',
    is('uk-nino', client.nino),
    '\nNHS No: ',
    is('uk-nhs-number', client.nhsNumber),
    '\nCard: ',
    is('payment-card', client.card),
    ...(withIban ? ['\nIBAN: ', is('iban', client.iban)] : []),
    `\nLast purchase: ${client.purchase.item} (${client.purchase.order}), ${client.purchase.date}, `,
    is('purchase', client.purchase.amount),
    '\n\n',
  ];
}

/** One line of prose about one client, in one of three wordings. */
export function prosePieces(client: Client, wording: number): Piece[] {
  const born: Piece[] = client.birthDate === '' ? [] : [', born ', is('birth-date', client.birthDate)];
  const ids: Piece[] = [
    'NI number ',
    is('uk-nino', client.nino),
    ', NHS number ',
    is('uk-nhs-number', client.nhsNumber),
  ];
  switch (wording % 3) {
    case 0:
      return [
        'I spoke to ',
        is('name', client.name),
        ...born,
        ', on ',
        is('phone', client.phone),
        '; write to ',
        is('email', client.email),
        ', lives at ',
        is('uk-postcode', client.postcode),
        ', ',
        ...ids,
        ', pays with ',
        is('payment-card', client.card),
        '.\n',
      ];
    case 1:
      return [
        'Mail ',
        is('email', client.email),
        ' about the ',
        client.purchase.item.toLowerCase(),
        ': ',
        is('name', client.name),
        ', ',
        is('phone', client.phone),
        ', ',
        is('uk-postcode', client.postcode),
        ...born,
        ', has ',
        ...ids,
        ' and card ',
        is('payment-card', client.card),
        ' on file.\n',
      ];
    default:
      return [
        is('name', client.name),
        ...born,
        ', moved to ',
        is('uk-postcode', client.postcode),
        ' and can be had on ',
        is('phone', client.phone),
        ' or ',
        is('email', client.email),
        '. We hold ',
        ...ids,
        ' and the card ',
        is('payment-card', client.card),
        '.\n',
      ];
  }
}

const quotedForCsv = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const escapedForHtml = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
