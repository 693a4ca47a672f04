// Identifiers of the United Kingdom. HMRC NIM39110 (NINO), NHS Data Dictionary, HMRC UTR, DVLA INF45, DfE UPN guide, ICAO 9303, PAF, Pay.UK.
import { inGroups } from '../groups.ts';
import { nhsNumber, nino, postcode } from '../numbers.ts';
import type { Random } from '../random.ts';
import { weighted } from './check-digits.ts';
import { birthParts, type Identifier, until, withWrongDigit } from './identifier.ts';

const upper = [...'ABCDEFGHJKLMNPRSTUVWY'];
const letters = (random: Random, count: number) => Array.from({ length: count }, () => random.pick(upper)).join('');

const spaced = (random: Random, value: string, sizes: readonly number[], separators: readonly string[]): string =>
  inGroups(value, sizes).join(random.pick(separators));

const issuedNhsNumber = (random: Random): string =>
  random.chance(0.3)
    ? nhsNumber(random)
    : until(
        () => {
          const nine = `${random.pick(['4', '6', '7'])}${random.digits(8)}`;
          return nine + ((11 - (weighted(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11);
        },
        (value) => value.length === 10,
      );

const utr = (random: Random): string => {
  const nine = random.digits(9);
  return `21987654321`[weighted(nine, [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11]! + nine;
};

const upn = (random: Random): string => {
  const twelve = `${800 + random.below(150)}${random.digits(9)}`;
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'[weighted(twelve, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) % 23]! + twelve;
};

const drivingLicence = (random: Random): string => {
  const { yy, mm, dd } = birthParts(random);
  const surname = random.pick(['MORRI', 'ATTEN', 'DEWHU', 'SHAW9', 'LAKE9', 'THORN', 'OU999', 'MCGIL']);
  const month = String(Number(mm) + (random.chance(0.5) ? 50 : 0)).padStart(2, '0');
  return `${surname}${yy[0]}${month}${dd}${yy[1]}${random.pick(upper)}${random.pick([...upper, '9'])}${random.pick(['9', '8', '7'])}${letters(random, 2)}`;
};

export const ukIdentifiers: readonly Identifier[] = [
  {
    kind: 'uk-nino',
    labels: ['National Insurance number', 'NI number', 'NINO', 'NI no.'],
    headers: ['NI Number', 'NINO', 'National Insurance No', 'NI_NUM'],
    make: (random) => spaced(random, nino(random), [2, 2, 2, 2, 1], ['', ' ', ' ', '-']),
    spoil: (random) => `${random.pick(['BG', 'GB', 'NK', 'TN', 'ZZ', 'DA', 'FQ', 'AO'])}${random.digits(6)}A`,
    isUnmistakable: true,
  },
  {
    kind: 'uk-nhs-number',
    labels: ['NHS number', 'NHS no', 'NHS No.', 'NHS'],
    headers: ['NHS Number', 'NHS No', 'nhs_number'],
    make: (random) => spaced(random, issuedNhsNumber(random), [3, 3, 4], ['', ' ', ' ', '-']),
    spoil: (random) => withWrongDigit(issuedNhsNumber(random), random),
  },
  {
    kind: 'uk-utr',
    labels: ['UTR', 'Unique Taxpayer Reference', 'Self Assessment UTR'],
    headers: ['UTR', 'UTR Number'],
    make: (random) => spaced(random, utr(random), [5, 5], ['', ' ']),
    spoil: (random) => {
      const value = utr(random);
      return `${(Number(value[0]) + 1 + random.below(8)) % 10}${value.slice(1)}`;
    },
  },
  {
    kind: 'uk-driving-licence',
    labels: ['Driving licence number', 'Driving licence', 'Driver number', 'Licence no'],
    headers: ['Driving Licence No', 'Driving Licence', 'Licence Number'],
    make: drivingLicence,
    spoil: (random) => drivingLicence(random).replace(/^(.{6})../, '$188'),
    isUnmistakable: true,
  },
  {
    kind: 'uk-passport',
    labels: ['Passport number', 'UK passport no', 'British passport', 'Passport no.'],
    headers: ['Passport No', 'Passport Number', 'UK Passport'],
    make: (random) => `${1 + random.below(9)}${random.digits(8)}`,
  },
  {
    kind: 'uk-upn',
    labels: ['UPN', 'Unique Pupil Number'],
    headers: ['UPN', 'Unique Pupil No'],
    make: upn,
    spoil: (random) => {
      const value = upn(random);
      return `${value[0] === 'A' ? 'B' : 'A'}${value.slice(1)}`;
    },
  },
  {
    kind: 'uk-vehicle',
    labels: ['Vehicle registration', 'Reg no', 'Number plate', 'Car registration'],
    headers: ['Vehicle Reg', 'VRM', 'Registration Number'],
    make: (random) =>
      `${random.pick(['AB', 'LC', 'YD', 'KM', 'SF'])}${random.pick(['02', '12', '19', '57', '68', '73'])}${random.pick([' ', ''])}${letters(random, 3)}`,
    isNobodys: true,
  },
  {
    kind: 'uk-postcode',
    labels: ['Postcode', 'Post code'],
    headers: ['Postcode', 'Post Code', 'PCODE'],
    make: (random) => {
      const code = postcode(random, random.pick(['BS', 'NR', 'EX', 'LS', 'M', 'G', 'SW', 'EH', 'CF']));
      return random.chance(0.15) ? code.replace(' ', '') : random.chance(0.1) ? code.toLowerCase() : code;
    },
    spoil: (random) => `QZ${random.below(9)} ${random.below(9)}CK`,
    isUnmistakable: true,
    isNobodys: true,
  },
];
