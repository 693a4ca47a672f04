// Addresses and numbers of machines, and accounts of people on social networks. RFC 791, 4291, 5952 and their documentation ranges
// (RFC 5737, 3849), IEEE 802 addresses, 3GPP TS 23.003 (IMEI).
import { luhnDigit } from './check-digits.ts';
import { type Identifier, withWrongDigit } from './identifier.ts';

const hex = [...'0123456789abcdef'];

export const deviceIdentifiers: readonly Identifier[] = [
  {
    kind: 'ip-address',
    labels: ['IP address', 'Client IP', 'IP'],
    headers: ['IP Address', 'Last IP'],
    make: (random) =>
      random.chance(0.75)
        ? `${random.pick(['203.0.113', '198.51.100', '192.0.2', `${80 + random.below(100)}.${random.below(255)}.${random.below(255)}`])}.${1 + random.below(253)}`
        : `2001:db8:${Array.from({ length: 2 }, () => random.pick(hex.slice(1)) + random.pick(hex) + random.pick(hex)).join(':')}::${random.pick(hex.slice(1))}${random.pick(hex)}`,
    spoil: (random) => `${260 + random.below(700)}.${random.below(255)}.${random.below(255)}.${random.below(255)}`,
    isUnmistakable: true,
    isNobodys: true,
  },
  {
    kind: 'device-id',
    labels: ['MAC address', 'IMEI'],
    headers: [],
    make: (random) =>
      Array.from({ length: 6 }, () => random.pick(hex) + random.pick(hex)).join(random.pick([':', '-'])),
    isUnmistakable: true,
    isNobodys: true,
  },
  {
    kind: 'device-id',
    labels: ['IMEI', 'IMEI number'],
    headers: ['IMEI'],
    make: (random) => {
      const fourteen = `35${random.digits(12)}`;
      return fourteen + luhnDigit(fourteen);
    },
    spoil: (random) => {
      const fourteen = `35${random.digits(12)}`;
      return withWrongDigit(fourteen + luhnDigit(fourteen), random);
    },
    isNobodys: true,
  },
  {
    kind: 'social-account',
    labels: ['Twitter', 'Instagram', 'TikTok', 'Mastodon'],
    headers: ['Twitter', 'Instagram'],
    make: (random) =>
      `@${random.pick(['olive', 'rhys', 'mairi', 'jürgen', 'zoe'].map((name) => name.replace('ü', 'u')))}_${random.pick(['paints', 'runs', 'bakes', 'codes'])}${random.digits(2)}`,
  },
  {
    kind: 'social-account',
    labels: ['Facebook', 'LinkedIn', 'Profile'],
    headers: ['LinkedIn', 'Facebook'],
    make: (random) =>
      `https://${random.pick(['www.linkedin.com/in/', 'www.facebook.com/', 'www.instagram.com/', 'x.com/'])}${random.pick(['olive', 'rhys', 'mairi', 'zoe'])}-${random.pick(['attenbury', 'macleod', 'lake'])}${random.digits(2)}`.replace(
        /(instagram.com\/|x.com\/)(\w+)-/,
        '$1$2_',
      ),
    isUnmistakable: true,
  },
];
