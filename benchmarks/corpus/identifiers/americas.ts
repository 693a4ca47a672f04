// Identifiers of the United States: SSA on randomised numbers, IRS Publication 1915 (ITIN), CMS on the Medicare number and the NPI.
import type { Random } from '../random.ts';
import { luhnDigit } from './check-digits.ts';
import { type Identifier, until, withWrongDigit } from './identifier.ts';

const ssn = (random: Random): string => {
  const area = until(
    () => 1 + random.below(899),
    (value) => value !== 666 && value !== 78 && value !== 219,
  );
  return `${String(area).padStart(3, '0')}-${String(1 + random.below(99)).padStart(2, '0')}-${String(1 + random.below(9998)).padStart(4, '0')}`;
};

const itin = (random: Random): string =>
  `9${random.digits(2)}-${random.pick(['50', '65', '70', '88', '90', '92', '94', '99'])}-${random.digits(4)}`;

const mbi = (random: Random): string => {
  const letter = () => random.pick([...'ACDEFGHJKMNPQRTUVWXY']);
  const either = () => random.pick([...'ACDEFGHJKMNPQRTUVWXY0123456789']);
  const digit = () => random.digits(1);
  const parts = [
    `${1 + random.below(9)}${letter()}${either()}${digit()}`,
    `${letter()}${either()}${digit()}`,
    `${letter()}${letter()}${random.digits(2)}`,
  ];
  return parts.join(random.pick(['-', '-', '']));
};

const npi = (random: Random): string => {
  const nine = `${1 + random.below(2)}${random.digits(8)}`;
  return nine + luhnDigit(`80840${nine}`);
};

export const americanIdentifiers: readonly Identifier[] = [
  {
    kind: 'us-ssn',
    labels: ['SSN', 'Social Security number', 'Social Security No.'],
    headers: ['SSN', 'Social Security Number'],
    make: (random) => (random.chance(0.2) ? ssn(random).replaceAll('-', ' ') : ssn(random)),
    spoil: (random) => `${random.pick(['000', '666'])}${ssn(random).slice(3)}`,
  },
  { kind: 'us-itin', labels: ['ITIN', 'Individual Taxpayer Identification Number'], headers: ['ITIN'], make: itin },
  {
    kind: 'us-mbi',
    labels: ['Medicare number', 'MBI', 'Medicare ID'],
    headers: ['MBI', 'Medicare Number'],
    make: mbi,
    spoil: (random) => mbi(random).replace(/^(.)./, (_, first) => `${first}S`),
  },
  {
    kind: 'us-npi',
    labels: ['NPI', 'National Provider Identifier'],
    headers: ['NPI'],
    make: npi,
    spoil: (random) => withWrongDigit(npi(random), random),
  },
];
