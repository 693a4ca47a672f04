// Numbers that pass every check a real one passes, and belong to nobody we know: made, not collected.
import type { Random } from './random.ts';

/** HMRC NIM39110: letters no prefix may hold, and prefixes that are not issued. */
const ninoFirst = [...'ABCEGHJKLMNOPRSTWXYZ'];
const ninoSecond = [...'ABCEGHJKLMNPRSTWXYZ'];
/** PAF: letters the second half of a postcode may hold. */
const inward = [...'ABDEFGHJLNPQRSTUWXYZ'];
const ninoNever = ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'];

export function nino(random: Random): string {
  let prefix: string;
  do prefix = random.pick(ninoFirst) + random.pick(ninoSecond);
  while (ninoNever.includes(prefix));
  return prefix + random.digits(6) + random.pick(['A', 'B', 'C', 'D']);
}

/** Ten digits in the range kept for test data (999), with a valid check digit. */
export function nhsNumber(random: Random): string {
  for (;;) {
    const nine = `999${random.digits(6)}`;
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return nine + check;
  }
}

/** Sixteen digits of the Visa shape that pass Luhn. */
export function cardNumber(random: Random): string {
  const fifteen = `4${random.digits(14)}`;
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const digit = Number(fifteen[index]) * (index % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return fifteen + ((10 - (sum % 10)) % 10);
}

/** A GB IBAN of a bank that does not exist (GHSE), check digits by ISO 7064 mod 97. */
export function gbIban(sortCode: string, account: string): string {
  const numeric = `${[...'GHSE'].map((letter) => letter.charCodeAt(0) - 55).join('')}${sortCode}${account}161100`;
  const check = 98n - (BigInt(numeric) % 97n);
  return `GB${String(check).padStart(2, '0')}GHSE${sortCode}${account}`;
}

/** A phone number as people write it: Ofcom's numbers for drama for four in ten, ordinary shapes otherwise. */
export function phone(random: Random): string {
  switch (random.below(10)) {
    case 0:
    case 1:
      return `07700 900${random.digits(3)}`;
    case 2:
      return `01632 960${random.digits(3)}`;
    case 3:
      return `020 7946 0${random.digits(3)}`;
    case 4:
    case 5:
      return `07${random.pick(['4', '5', '8', '9'])}${random.digits(2)} ${random.digits(6)}`;
    case 6:
      return `+44 7${random.pick(['4', '5', '8', '9'])}${random.digits(2)} ${random.digits(6)}`;
    case 7:
      return `(01${random.pick(['273', '392', '603', '792'])}) ${random.pick(['2', '4', '6'])}${random.digits(5)}`;
    case 8:
      return `0113 ${random.pick(['2', '3', '4'])}${random.digits(2)} ${random.digits(4)}`;
    default:
      return `07${random.pick(['4', '5', '8', '9'])}${random.digits(8)}`;
  }
}

export function postcode(random: Random, area: string): string {
  return `${area}${1 + random.below(9)} ${1 + random.below(9)}${random.pick(inward)}${random.pick(inward)}`;
}
