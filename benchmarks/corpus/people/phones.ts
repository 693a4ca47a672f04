// Telephone numbers of many countries in the spellings of each: the significant number after the country's plan, then written as people
// do. Plans: https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plans); Great Britain: Ofcom's plan and drama ranges.
import { inGroups } from '../groups.ts';
import type { Random } from '../random.ts';

export const phoneCountries = [
  'GB',
  'IE',
  'DE',
  'FR',
  'ES',
  'IT',
  'NL',
  'BE',
  'PL',
  'SE',
  'NO',
  'DK',
  'CH',
  'AT',
  'PT',
  'US',
  'IN',
  'ZA',
] as const;
export type PhoneCountry = (typeof phoneCountries)[number];

/** A number written inside its own country, and for callers from elsewhere. */
export interface PhoneSpellings {
  national: string;
  international: string;
}

const groups = (digits: string, ...sizes: number[]) => inGroups(digits, sizes);

/** Country calling code, trunk prefix, and the significant number in the groups its people write. */
function plan(country: PhoneCountry, random: Random): [code: string, trunk: string, parts: string[]] {
  const d = (count: number) => random.digits(count);
  const lead = (...starts: string[]) => random.pick(starts);
  switch (country) {
    case 'GB':
      switch (random.below(5)) {
        case 0:
          return ['44', '0', ['7700', `900${d(3)}`]];
        case 1:
          return ['44', '0', ['20', `7946`, `0${d(3)}`]];
        case 2:
          return ['44', '0', [lead('121', '113', '161', '131'), `496`, `0${d(3)}`]];
        case 3:
          return ['44', '0', [lead('1273', '1392', '1603', '1792', '1865'), `${lead('2', '4', '5', '7')}${d(5)}`]];
        default:
          return ['44', '0', [`7${lead('4', '5', '8', '9')}${d(2)}`, ...groups(d(6), 3, 3)]];
      }
    case 'IE':
      return ['353', '0', [lead('85', '86', '87', '89'), `${lead('2', '3', '4', '6', '7', '8')}${d(2)}`, d(4)]];
    case 'DE':
      return random.chance(0.5)
        ? ['49', '0', [lead('151', '160', '170', '172', '176'), `${lead('2', '3', '4', '5')}${d(6)}${lead('', '1')}`]]
        : ['49', '0', [lead('30', '40', '89', '69'), `${lead('2', '3', '4', '5', '6', '8')}${d(6)}`]];
    case 'FR':
      return ['33', '0', [lead('1', '2', '4', '5', '6', '7'), ...groups(`${lead('4', '5', '6')}${d(7)}`, 2, 2, 2, 2)]];
    case 'ES':
      return ['34', '', [`${lead('6', '6', '7')}${lead('1', '2', '3', '4')}${d(1)}`, ...groups(d(6), 3, 3)]];
    case 'IT':
      return random.chance(0.6)
        ? ['39', '', [lead('320', '328', '333', '339', '347'), ...groups(d(7), 3, 4)]]
        : ['39', '', [lead('06', '02'), `${lead('4', '5', '6', '8')}${d(3)}`, d(4)]];
    case 'NL':
      return ['31', '0', ['6', ...groups(`${lead('1', '2', '3', '4', '5')}${d(7)}`, 2, 2, 2, 2)]];
    case 'BE':
      return ['32', '0', [`4${lead('7', '8', '9')}${d(1)}`, ...groups(d(6), 2, 2, 2)]];
    case 'PL':
      return ['48', '', [`${lead('50', '60', '66', '69', '78')}${d(1)}`, ...groups(d(6), 3, 3)]];
    case 'SE':
      return ['46', '0', [`7${lead('0', '2', '3', '6')}`, ...groups(d(7), 3, 2, 2)]];
    case 'NO':
      return ['47', '', [`${lead('4', '9')}${d(2)}`, ...groups(d(5), 2, 3)]];
    case 'DK':
      return ['45', '', groups(`${lead('20', '21', '26', '30', '40', '50')}${d(6)}`, 2, 2, 2, 2)];
    case 'CH':
      return ['41', '0', [`7${lead('6', '8', '9')}`, ...groups(d(7), 3, 2, 2)]];
    case 'AT':
      return ['43', '0', [lead('650', '660', '664', '676'), `${lead('2', '3', '4', '5')}${d(6)}`]];
    case 'PT':
      return ['351', '', [`9${lead('1', '2', '3', '6')}${d(1)}`, ...groups(d(6), 3, 3)]];
    case 'US':
      return [
        '1',
        '',
        [
          lead('212', '415', '617', '312', '206', '503'),
          `${lead('2', '3', '4', '6', '7', '8')}${lead('2', '3', '4', '5')}${d(1)}`,
          d(4),
        ],
      ];
    case 'IN':
      return ['91', '0', [`${lead('98', '97', '96', '90')}${d(3)}`, d(5)]];
    case 'ZA':
      return ['27', '0', [lead('82', '83', '72', '73'), ...groups(d(7), 3, 4)]];
  }
}

export function phoneNumber(country: PhoneCountry, random: Random): PhoneSpellings {
  const [code, trunk, parts] = plan(country, random);
  const separator = random.pick([' ', ' ', ' ', '-', '.', '']);
  const first = `${trunk}${parts[0]}`;
  const rest = parts.slice(1);
  const american = `(${parts[0]}) ${rest.join('-')}`;
  // A bracket holds an area code: who has none writes none.
  const bracketed =
    country === 'US' ? american : trunk === '' ? [first, ...rest].join(' ') : `(${first}) ${rest.join(' ')}`;
  const plain = [first, ...rest].join(country === 'US' && separator === '' ? '-' : separator);
  const slashed = `${first}/${rest.join(' ')}`;
  const italianCode = country === 'IT' || trunk === '' ? '' : random.pick(['', '', '(0)']);
  return {
    national: random.chance(0.2)
      ? (country === 'DE' || country === 'AT') && random.chance(0.5)
        ? slashed
        : bracketed
      : plain,
    international: `${random.pick(['+', '+', '+', '00'])}${code}${separator || ' '}${italianCode}${parts.join(separator)}`,
  };
}
