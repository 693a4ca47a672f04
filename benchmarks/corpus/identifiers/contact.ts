// What reaches a person, and when they were born: made from people, so that the benchmark treats them as any other identifier.
import { generatePeople, writtenDate } from '../people/person.ts';
import { phoneCountries, phoneNumber } from '../people/phones.ts';
import type { Random } from '../random.ts';
import { birthParts, type Identifier } from './identifier.ts';

const addresses = generatePeople(400, 31).map(({ email }) => email);

export const contactIdentifiers: readonly Identifier[] = [
  {
    kind: 'email',
    labels: ['E-mail', 'Email address', 'Mail', 'e-mail addr.'],
    headers: ['Email', 'E-Mail', 'e-mail addr', 'EMAIL_ADDRESS', 'Courriel'],
    make: (random) => random.pick(addresses),
    spoil: (random) => `git@${random.pick(['code', 'forge'])}.example.com:team/repo.git`,
    isUnmistakable: true,
  },
  {
    kind: 'phone',
    labels: ['Phone', 'Tel.', 'Mobile', 'Telephone number', 'Call'],
    headers: ['Phone', 'Tel.', 'PHONE1', 'Mobile No', 'Telefon', 'Contact number'],
    make: (random) => {
      const country = random.pick(phoneCountries);
      const { national, international } = phoneNumber(random.chance(0.4) ? 'GB' : country, random);
      return random.chance(0.5) ? national : international;
    },
  },
  {
    kind: 'phone',
    labels: ['Reach me on', 'The number is', 'You can text'],
    headers: [],
    make: (random) => phoneNumber(random.pick(phoneCountries), random).international,
    isUnmistakable: true,
  },
  {
    kind: 'birth-date',
    labels: ['Date of birth', 'DOB', 'Born', 'D.O.B.', 'Birth date', 'Geburtsdatum', 'Date de naissance'],
    headers: ['DOB', 'D.O.B', 'Date of Birth', 'Birthdate', 'Geburtsdatum', 'birth_date'],
    make: (random) => birthDate(random),
    spoil: (random) => `${random.pick(['31/02', '45/13', '30.02'])}${random.pick(['/', '.'])}19${random.digits(2)}`,
  },
  {
    kind: 'client-number',
    labels: ['Client number', 'Customer no', 'Client ID', 'Membership number'],
    headers: ['Client No', 'Customer ID', 'Member No'],
    make: (random) => `${random.pick(['', '', 'C', 'CL-'])}${1 + random.below(9)}${random.digits(5)}`,
  },
];

function birthDate(random: Random): string {
  const { dd, mm, year } = birthParts(random);
  return writtenDate({ day: Number(dd), month: Number(mm), year }, random.below(8));
}
