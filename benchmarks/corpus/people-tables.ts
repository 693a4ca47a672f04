// Tables of people as firms keep them: headers in many spellings and languages, columns in any order, a preamble above, totals below,
// cells missing, lines within cells, no header at all, several tables in one text. Each says what its columns truly hold.

import { writtenName } from './people/names.ts';
import { type Person, writtenDate } from './people/person.ts';
import type { Random } from './random.ts';

/** What a column holds: one of our kinds, `name`, or nothing that is anybody's. */
export interface TableColumn {
  kind: string | undefined;
  headers: readonly string[];
  of(person: Person, random: Random, row: number): string;
}

export interface MessyTable {
  rows: string[][];
  /** Kind of each column. */
  kinds: (string | undefined)[];
  people: number;
}

const list = (text: string) => text.split(', ');

const personColumns: readonly TableColumn[] = [
  {
    kind: 'name',
    headers: list(
      'Name, Client name, Full Name, NAME, Customer, Kunde, Nom complet, Nombre y apellidos, Contact name, Patient name',
    ),
    of: (person, random) => writtenName(person, random),
  },
  {
    kind: 'email',
    headers: list('Email, E-Mail, e-mail addr, EMAIL_ADDRESS, Mail, Courriel, Correo electrónico, Email address 1'),
    of: ({ email }) => email,
  },
  {
    kind: 'phone',
    headers: list('Phone, Tel., PHONE1, Mobile, Mobil, Téléphone, Teléfono, Contact No., Handy, Home phone'),
    of: ({ phone }) => phone,
  },
  {
    kind: 'birth-date',
    headers: list(
      'DOB, D.O.B, Date of Birth, Birthdate, Geburtsdatum, Date de naissance, Fecha de nacimiento, birth_dt',
    ),
    of: ({ birth }) => writtenDate(birth, 0),
  },
  {
    kind: 'address',
    headers: list('Street, Address, Address line 1, ADDR1, Straße, Adresse, Dirección, Home address'),
    of: (person) => person.address.street,
  },
];

const splitName: readonly TableColumn[] = [
  {
    kind: 'name',
    headers: list('First name, Forename, FIRSTNAME, FIRSNAME, Vorname, Prénom, given_name'),
    of: ({ given }) => given,
  },
  {
    kind: 'name',
    headers: list('Surname, Last name, LASTNAME, Family name, Nachname, Nom de famille, sur_name'),
    of: ({ family }) => family,
  },
];

const item = ['Oak desk', 'Wool rug', 'Boiler service', 'Reading lamp', 'Garden bench'];
const two = (value: number) => String(value).padStart(2, '0');

/** Columns that are nobody's. Some of their headers lie. */
const otherColumns: readonly TableColumn[] = [
  {
    kind: undefined,
    headers: list('Order no, order_id, Bestellnummer, Order'),
    of: (_, random) => String(100_000_000 + random.below(899_999_999)),
  },
  {
    kind: undefined,
    headers: list('Tracking number, Consignment, tracking_number'),
    of: (_, random) => random.digits(12),
  },
  {
    kind: undefined,
    headers: list('SKU, Item code, Part no'),
    of: (_, random) => `${random.digits(4)}-${random.digits(4)}`,
  },
  { kind: undefined, headers: list('Qty, Visits, Points'), of: (_, random) => String(random.below(900)) },
  {
    kind: undefined,
    headers: list('Registered, Last visit, Created at, Renewal date'),
    of: (_, random) => `${two(1 + random.below(28))}/${two(1 + random.below(12))}/202${random.below(6)}`,
  },
  { kind: undefined, headers: list('Product, Last item, Item'), of: (_, random) => random.pick(item) },
  { kind: undefined, headers: list('Town, City, Ort, Ville'), of: ({ address }) => address.town },
  { kind: undefined, headers: list('Active, Newsletter, Opt-in'), of: (_, random) => random.pick(['yes', 'no', '']) },
  {
    kind: undefined,
    headers: list('Updated, ts, modified_at'),
    of: (_, random) => String(1_600_000_000 + random.below(150_000_000)),
  },
];

export interface TableOptions {
  /** Share of cells left empty, never the name's and the e-mail's. */
  missing?: number;
  preamble?: boolean;
  totals?: boolean;
  header?: boolean;
  multiLine?: boolean;
  split?: boolean;
  /** Only these kinds of personal columns. */
  kinds?: readonly string[];
}

/** A table of these people with five to nine columns in any order. */
export function messyTable(people: readonly Person[], random: Random, options: TableOptions = {}): MessyTable {
  const {
    missing = 0,
    preamble = false,
    totals = false,
    header = true,
    multiLine = false,
    split = false,
    kinds,
  } = options;
  const [name, ...rest] = personColumns.filter(({ kind }) => !kinds || kinds.includes(kind!));
  const own = [...(split ? splitName : [name!]), ...rest];
  const columns = shuffled([...own, ...shuffled([...otherColumns], random).slice(0, 1 + random.below(4))], random);
  // One style of dates in a table.
  const style = random.below(8);
  const body = people.map((person, row) =>
    columns.map((column) => {
      if (column.kind !== 'name' && column.kind !== 'email' && random.chance(missing))
        return random.pick(['', '', 'n/a', '-']);
      const cell = column.kind === 'birth-date' ? writtenDate(person.birth, style) : column.of(person, random, row);
      return multiLine && column.kind === 'address' ? `${cell}\n${person.address.code} ${person.address.town}` : cell;
    }),
  );
  const empty = () => columns.map(() => '');
  const withFirst = (text: string) => [text, ...empty().slice(1)];
  const top = preamble
    ? [
        withFirst(`Client report ${2020 + random.below(6)}`),
        withFirst('Printed 03/11/2025 09:14 by the front desk'),
        empty(),
      ]
    : [];
  const bottom = totals ? [withFirst(`Total: ${people.length}`), withFirst('End of report')] : [];
  const heads = header ? [columns.map(({ headers }) => random.pick(headers))] : [];
  return {
    rows: [...top, ...heads, ...body, ...bottom],
    kinds: columns.map(({ kind }) => kind),
    people: people.length,
  };
}

export function shuffled<T>(values: T[], random: Random): T[] {
  for (let index = values.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [values[index], values[other]] = [values[other]!, values[index]!];
  }
  return values;
}

/** Cells joined as a spreadsheet program exports them: quoted where they hold the separator, a quote or a line break. */
export const delimited = (rows: readonly (readonly string[])[], separator: string): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join('\n');

export const markdown = (rows: readonly (readonly string[])[]): string =>
  [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n');
