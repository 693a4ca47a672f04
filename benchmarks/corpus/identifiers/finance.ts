// Accounts and cards: ISO 13616 (lengths and check of account numbers), ISO/IEC 7812 (issuer ranges, Luhn), Pay.UK (sort codes).
import { gbIban } from '../numbers.ts';
import type { Random } from '../random.ts';
import { luhnDigit, mod97 } from './check-digits.ts';
import { type Identifier, withWrongDigit } from './identifier.ts';

/** What follows the check digits, `n` a digit and `a` a letter. */
const accountForms: Record<string, string> = {
  DE: 'n18',
  FR: 'n10a1n12',
  ES: 'n20',
  IT: 'a1n22',
  NL: 'a4n10',
  BE: 'n12',
  PL: 'n24',
  IE: 'a4n14',
  SE: 'n20',
  NO: 'n11',
  AT: 'n16',
  CH: 'n17',
  DK: 'n14',
  PT: 'n21',
  LU: 'n16',
};

function iban(random: Random): string {
  if (random.chance(0.3)) return gbIban(random.digits(6), random.digits(8));
  const country = random.pick(Object.keys(accountForms));
  const account = accountForms[country]!.replace(/([na])(\d+)/g, (_, kind, count) =>
    kind === 'n'
      ? random.digits(Number(count))
      : Array.from({ length: Number(count) }, () => random.pick([...'ABCDEFGHKLMNPRST'])).join(''),
  );
  return `${country}${String(98 - mod97(`${account}${country}00`)).padStart(2, '0')}${account}`;
}

const cardForms: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 16],
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['6011', 16],
  ['65', 16],
  ['36', 14],
  ['3528', 16],
];

function card(random: Random): string {
  const [prefix, length] = random.pick(cardForms);
  const head = prefix + random.digits(length - prefix.length - 1);
  return head + luhnDigit(head);
}

const grouped = (random: Random, value: string) => {
  if (value.length === 15) return random.pick([value, value.replace(/^(.{4})(.{6})(.{5})$/, '$1 $2 $3')]);
  const separator = random.pick(['', ' ', ' ', '-']);
  return value.match(/.{1,4}/g)!.join(separator);
};

export const financialIdentifiers: readonly Identifier[] = [
  {
    kind: 'iban',
    labels: ['IBAN', 'Account (IBAN)', 'Konto IBAN'],
    headers: ['IBAN', 'IBAN No'],
    make: (random) =>
      random.chance(0.5)
        ? iban(random)
        : iban(random)
            .match(/.{1,4}/g)!
            .join(' '),
    spoil: (random) => withWrongDigit(iban(random), random),
    isUnmistakable: true,
  },
  {
    kind: 'payment-card',
    labels: ['Card number', 'Credit card', 'Card no', 'PAN'],
    headers: ['Card Number', 'Credit Card', 'Card No'],
    make: (random) => grouped(random, card(random)),
    spoil: (random) => grouped(random, withWrongDigit(card(random), random)),
    isUnmistakable: true,
  },
  {
    kind: 'uk-bank-account',
    labels: ['Bank details', 'Sort code and account', 'Bank account'],
    headers: [],
    make: (random) => {
      const sort = `${random.pick(['20', '30', '40', '60', '09'])}-${random.digits(2)}-${random.digits(2)}`;
      return `${sort} ${1 + random.below(9)}${random.digits(7)}`;
    },
  },
];
