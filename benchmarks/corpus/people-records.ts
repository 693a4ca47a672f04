// The same people outside tables: label blocks, vCards (RFC 6350), JSON, XML, contact lines, lines of prose, a quoted thread.
import { type Person, writtenDate } from './people/person.ts';
import type { Random } from './random.ts';

export function labelBlock({ name, email, phone, birth, address, number }: Person, random: Random): string {
  const [nameLabel, mailLabel, phoneLabel, bornLabel] = random.pick([
    ['Name', 'E-mail', 'Phone', 'Date of birth'],
    ['Full name', 'Email', 'Mobile', 'DOB'],
    ['Client', 'Email address', 'Tel.', 'Born'],
    ['Nom', 'Courriel', 'Téléphone', 'Date de naissance'],
    ['Name', 'E-Mail', 'Telefon', 'Geburtsdatum'],
  ]) as [string, string, string, string];
  return `${nameLabel}: ${name}\n${mailLabel}: ${email}\n${phoneLabel}: ${phone}\n${bornLabel}: ${writtenDate(birth, 0)}\nAddress: ${address.street}, ${address.town}\nClient number: ${number}\n`;
}

export const vCard = ({ given, family, name, email, phone, birth, address }: Person): string =>
  `BEGIN:VCARD\nVERSION:3.0\nN:${family};${given};;;\nFN:${name}\nEMAIL;TYPE=HOME:${email}\nTEL;TYPE=CELL:${phone}\nBDAY:${writtenDate(birth, 1)}\nADR;TYPE=HOME:;;${address.street.replaceAll(',', '\\,')};${address.town};;${address.code};\nEND:VCARD\n`;

export const asJson = (people: readonly Person[], indent: number): string =>
  JSON.stringify(
    people.map(({ number, given, family, email, phone, birth, address }) => ({
      customerId: Number(number),
      firstName: given,
      lastName: family,
      contact: { email, phone },
      dateOfBirth: writtenDate(birth, 1),
      address,
      orders: [{ id: `SO-${number}`, total: 19.99 }],
    })),
    undefined,
    indent,
  );

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const asXml = (people: readonly Person[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<customers>\n${people
    .map(
      ({ number, name, email, phone, birth, address }) =>
        `  <customer id="${number}">\n    <name>${escaped(name)}</name>\n    <email>${email}</email>\n    <phone>${phone}</phone>\n    <dateOfBirth>${writtenDate(birth, 1)}</dateOfBirth>\n    <street>${escaped(address.street)}</street>\n  </customer>`,
    )
    .join('\n')}\n</customers>\n`;

export const sqlDump = (people: readonly Person[]): string =>
  `INSERT INTO customers (id, name, email, phone, dob) VALUES\n${people
    .map(
      ({ number, name, email, phone, birth }) =>
        `(${number}, '${name.replaceAll("'", "''")}', '${email}', '${phone}', '${writtenDate(birth, 1)}')`,
    )
    .join(',\n')};\n`;

export const contactLine = ({ name, email, phone }: Person, random: Random): string =>
  random.pick([
    `${name} <${email}>, ${phone}`,
    `${name} – ${phone} – ${email}`,
    `- ${name}, ${email}, ${phone}`,
    `${name} (${email}) ${phone}`,
  ]);

export const proseLine = ({ name, email, phone, birth }: Person, random: Random): string =>
  random.pick([
    `I spoke to ${name}, born ${writtenDate(birth, 2)}, who can be reached on ${phone} or at ${email}.`,
    `${name} asked for a call back on ${phone}; the address we have is ${email}.`,
    `Mail ${email} about the desk: ${name}, ${phone}, date of birth ${writtenDate(birth, 0)}.`,
  ]);

/** What goes on envelopes: three lines each, without a label. */
export const envelope = ({ name, address, phone }: Person): string =>
  `${name}\n${address.street}\n${`${address.code} ${address.town}`.trim()}\n${phone}\n`;

/** RFC 2849. */
export const ldif = ({ name, given, family, email, phone }: Person): string =>
  `dn: cn=${name},ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\ncn: ${name}\ngivenName: ${given}\nsn: ${family}\nmail: ${email}\ntelephoneNumber: ${phone}\n`;

/** Columns made with blanks, as reports and terminals print them. */
export function fixedWidth(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)) + 2);
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

/** A paragraph about two people, as notes of a visit are. */
export function pairOfSentences(one: Person, other: Person): string {
  return `On Tuesday we saw ${one.name} (${one.phone}), who wants the invoice sent to ${one.email}. Then ${other.name} rang from ${other.phone}; born on ${writtenDate(other.birth, 2)}, mail ${other.email}.\n`;
}
