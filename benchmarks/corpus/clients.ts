// Generated clients of a firm that does not exist. No two share a name with a birth date, a number or an address.
import { cardNumber, gbIban, nhsNumber, nino, phone, postcode } from './numbers.ts';
import { createRandom, type Random } from './random.ts';
import { firstNames, items, mailDomains, streets, surnameEnds, surnameStarts, towns } from './words.ts';

export interface Client {
  /** The firm's own number for the client, six digits. */
  number: string;
  firstName: string;
  lastName: string;
  name: string;
  email: string;
  /** As people write it. */
  phone: string;
  /** DD/MM/YYYY. */
  birthDate: string;
  nino: string;
  /** Ten digits in the test range, grouped 3-3-4. */
  nhsNumber: string;
  street: string;
  town: string;
  postcode: string;
  /** NN-NN-NN. */
  sortCode: string;
  /** Eight digits. */
  account: string;
  iban: string;
  /** Sixteen digits in groups of four. */
  card: string;
  purchase: { order: string; item: string /** Pounds and pence. */; amount: string /** DD/MM/YYYY. */; date: string };
}

export function generateClients(count: number, seed: number): Client[] {
  const random = createRandom(seed);
  const unique = createUnique();
  return Array.from({ length: count }, (_, index) => {
    const firstName = random.pick(firstNames);
    const lastName = surname(random);
    const name = `${firstName} ${lastName}`;
    const [town, area] = random.pick(towns);
    const sortCode = `${random.digits(2)}-${random.digits(2)}-${random.digits(2)}`;
    const account = unique(() => `${1 + random.below(9)}${random.digits(7)}`);
    const identityNumber = unique(() => nino(random));
    return {
      number: String(204_001 + index * 3),
      firstName,
      lastName,
      name,
      email: unique(() => email(random, firstName, lastName)),
      phone: unique(() => phone(random), nationalDigits),
      birthDate: unique(
        () => date(random, 1935, 2003),
        (value) => `${name} ${value}`,
      ),
      nino: random.chance(0.5) ? identityNumber : spacedInPairs(identityNumber),
      nhsNumber: unique(() => nhsNumber(random).replace(/^(...)(...)(....)$/, '$1 $2 $3')),
      street: `${1 + random.below(180)} ${random.pick(streets)}`,
      town,
      postcode: unique(
        () => postcode(random, area),
        (value) => `${name} ${value}`,
      ),
      sortCode,
      account,
      iban: gbIban(sortCode.replaceAll('-', ''), account),
      card: unique(() => cardNumber(random)).replace(/(....)(?=.)/g, '$1 '),
      purchase: {
        order: `SO-${String(71_000 + index)}`,
        item: random.pick(items),
        amount: `£${20 + random.below(900)}.${random.digits(2)}`,
        date: date(random, 2023, 2025),
      },
    };
  });
}

/** Draws until the value (or what it comes down to) has not been seen. */
function createUnique() {
  const seen = new Set<string>();
  return (draw: () => string, key: (value: string) => string = (value) => value) => {
    for (;;) {
      const value = draw();
      if (seen.has(key(value))) continue;
      seen.add(key(value));
      return value;
    }
  };
}

const nationalDigits = (phone: string) => phone.replace(/\D/g, '').replace(/^(44|0)/, '');

const spacedInPairs = (number: string) => number.replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5');

function surname(random: Random): string {
  const start = random.pick(surnameStarts);
  const end = random.pick(surnameEnds);
  const single = start === 'Mc' || start === "O'" ? start + end[0]!.toUpperCase() + end.slice(1) : start + end;
  return random.chance(0.06)
    ? `${single}-${random.pick(surnameStarts.slice(0, 24))}${random.pick(surnameEnds)}`
    : single;
}

function email(random: Random, firstName: string, lastName: string): string {
  const first = asciiLetters(firstName);
  const last = asciiLetters(lastName);
  const local = random.pick([
    `${first}.${last}`,
    `${first[0]}${last}`,
    `${first}_${last}${random.digits(2)}`,
    `${last}${random.digits(3)}`,
    `${first}${random.digits(4)}`,
  ]);
  return `${local}@${random.pick(mailDomains)}`;
}

/** Letters as they would be in an address: accents off, the rest dropped. */
function asciiLetters(name: string): string {
  const plain = name
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .normalize('NFD');
  return plain.replace(/[^A-Za-z]/g, '').toLowerCase();
}

function date(random: Random, from: number, to: number): string {
  const day = String(1 + random.below(28)).padStart(2, '0');
  const month = String(1 + random.below(12)).padStart(2, '0');
  return `${day}/${month}/${from + random.below(to - from + 1)}`;
}
