// People of many countries who do not exist: name, address, telephone, e-mail, birth date. No two share a key.

import { createRandom, type Random } from '../random.ts';
import { mailDomains } from '../words.ts';
import { type Address, type AddressCountry, address } from './addresses.ts';
import { asciiLetters, type CultureName, cultureNames, type PersonName, personName } from './names.ts';
import { type PhoneCountry, phoneNumber } from './phones.ts';

export interface Person extends PersonName {
  name: string;
  email: string;
  /** As people of that country write it. */
  phone: string;
  birth: { day: number; month: number; year: number };
  address: Address;
  /** The firm's own number for them, six digits. */
  number: string;
}

const homes: Record<CultureName, { address: AddressCountry; phone: PhoneCountry }> = {
  british: { address: 'GB', phone: 'GB' },
  scottish: { address: 'GB', phone: 'GB' },
  irish: { address: 'IE', phone: 'IE' },
  german: { address: 'DE', phone: 'DE' },
  french: { address: 'FR', phone: 'FR' },
  spanish: { address: 'ES', phone: 'ES' },
  italian: { address: 'IT', phone: 'IT' },
  portuguese: { address: 'GB', phone: 'PT' },
  polish: { address: 'PL', phone: 'PL' },
  nordic: { address: 'SE', phone: 'SE' },
  czech: { address: 'GB', phone: 'GB' },
  dutch: { address: 'NL', phone: 'NL' },
  turkish: { address: 'DE', phone: 'DE' },
  southAsian: { address: 'GB', phone: 'GB' },
  eastAsian: { address: 'US', phone: 'US' },
  african: { address: 'GB', phone: 'GB' },
};

/** So many people of one culture, or of all in turn. */
export function generatePeople(count: number, seed: number, culture?: CultureName): Person[] {
  const random = createRandom(seed);
  const seen = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const own = culture ?? cultureNames[index % cultureNames.length]!;
    for (;;) {
      const person = makePerson(random, own, index);
      // Without blanks and prefixes, so that two spellings of one number are not taken for two.
      const keys = [person.email, person.phone.replace(/\D/g, '').slice(-8)];
      if (keys.some((key) => seen.has(key))) continue;
      for (const key of keys) seen.add(key);
      return person;
    }
  });
}

function makePerson(random: Random, culture: CultureName, index: number): Person {
  const { given, family } = personName(random, culture);
  const home = homes[culture];
  const { national, international } = phoneNumber(home.phone, random);
  return {
    given,
    family,
    name: `${given} ${family}`,
    email: emailOf(random, given, family),
    phone: home.phone === 'GB' && random.chance(0.7) ? national : international,
    birth: { day: 1 + random.below(28), month: 1 + random.below(12), year: 1935 + random.below(70) },
    address: address(home.address, random),
    number: String(300_007 + index * 13),
  };
}

function emailOf(random: Random, given: string, family: string): string {
  const first = asciiLetters(given);
  const last = asciiLetters(family);
  const local = random.pick([
    `${first}.${last}`,
    `${first[0]}${last}${random.digits(2)}`,
    `${first}_${last}${random.digits(2)}`,
    `${last}${random.digits(3)}`,
    `${first}${random.digits(4)}`,
    `${first}.${last}+${random.pick(['shop', 'news'])}`,
  ]);
  return `${random.chance(0.05) ? local.toUpperCase() : local}@${random.pick(mailDomains)}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date as forms of that style write it. */
export function writtenDate({ day, month, year }: Person['birth'], style: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  switch (style % 8) {
    case 0:
      return `${two(day)}/${two(month)}/${year}`;
    case 1:
      return `${year}-${two(month)}-${two(day)}`;
    case 2:
      return `${day} ${months[month - 1]} ${year}`;
    case 3:
      return `${two(day)}.${two(month)}.${year}`;
    case 4:
      return `${day}-${months[month - 1]!.slice(0, 3)}-${year}`;
    case 5:
      return `${months[month - 1]} ${day}, ${year}`;
    case 6:
      return `${two(day)}-${two(month)}-${year}`;
    default:
      return `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'} ${months[month - 1]!.slice(0, 3)} ${year}`;
  }
}
