// People who stand in a list more than once, and people who share what others do not: what counting must join, and what it must not.
import { generatePeople, type Person, writtenDate } from './people/person.ts';
import { delimited } from './people-tables.ts';
import type { Random } from './random.ts';

const header = ['Name', 'E-mail', 'Phone', 'Date of birth', 'Street'];
const row = ({ name, email, phone, birth, address }: Person) => [
  name,
  email,
  phone,
  writtenDate(birth, 0),
  address.street,
];

/** All of them, and two in three again in another table with other columns. */
export function twice(people: Person[]): string {
  const again = people.filter((_, index) => index % 3 !== 0);
  const second = again.map(({ email, family, given, number }) => [`${family}, ${given}`, email.toUpperCase(), number]);
  return `${delimited([header, ...people.map(row)], '\t')}\n\nOrders of last year:\n\n${delimited([['Client', 'Email', 'Client no'], ...second], '\t')}\n`;
}

/** One letter of the family name changed, dropped or doubled, as typing does. */
function mistyped(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + (word[at] === 'e' ? 'a' : 'e') + word.slice(at + 1),
  ]);
}

/** One in ten stands there again with a misspelt name, and with the e-mail or the telephone missing. */
export function misspelt(people: Person[], random: Random): string[][] {
  const again = people
    .filter((_, index) => index % 10 === 0)
    .map((person) => {
      const [, email, phone, born, street] = row(person) as [string, string, string, string, string];
      const keepsMail = random.chance(0.5);
      return [
        `${person.given} ${mistyped(person.family, random)}`,
        keepsMail ? email : '',
        keepsMail ? '' : phone,
        born,
        street,
      ];
    });
  return [header, ...people.map(row), ...again];
}

/** Two or three of one family name share a street and a telephone; each has an e-mail address. */
export function householdRows(people: Person[]): string[][] {
  const rows = people.map((person, index) => {
    const head = people[index - (index % 3)]!;
    return [
      `${person.given} ${head.family}`,
      person.email,
      head.phone,
      writtenDate(person.birth, 0),
      head.address.street,
    ];
  });
  return [header, ...rows];
}

/** One row an order, three orders a customer. */
export function orderRows(people: Person[], random: Random): string[][] {
  const rows = people.flatMap(({ name, email, number }) =>
    [1, 2, 3].map((order) => [
      `SO-${number}${order}`,
      name,
      email,
      `£${random.below(900)}.${random.digits(2)}`,
      `0${order}/0${1 + random.below(9)}/2025`,
    ]),
  );
  return [['Order', 'Customer', 'Email', 'Amount', 'Order date'], ...rows];
}

/** Each row names somebody to ring as well: the row is still about one person. */
export function besideOthers(people: Person[]): string[][] {
  const others = generatePeople(people.length, 4141);
  const rows = people.map((person, index) => [...row(person), others[index]!.name, others[index]!.phone]);
  return [[...header, 'Emergency contact', 'Emergency contact phone'], ...rows];
}
