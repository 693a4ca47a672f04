// A register of generated people with what registers have: households, people entered twice with slips, people who married or moved.
import { type Client, generateClients } from '../../benchmarks/corpus/clients.ts';
import { createRandom, type Random } from '../../benchmarks/corpus/random.ts';

export interface Register {
  /** Header and rows, in random order. */
  rows: string[][];
  people: number;
}

type Entry = Pick<Client, 'firstName' | 'lastName' | 'email' | 'phone' | 'birthDate' | 'nino' | 'street' | 'postcode'>;
export type Field = keyof Entry;

const headers: Readonly<Record<Field, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  birthDate: 'Date of birth',
  nino: 'NI number',
  street: 'Address',
  postcode: 'Postcode',
};

/** So many people, of whom `twice` are entered once more with a slip and `related` live in the household of the one before. */
export function register(
  people: number,
  fields: readonly Field[],
  { twice, related, seed }: { twice: number; related: number; seed: number },
): Register {
  const random = createRandom(seed);
  const entries: Entry[] = [];
  for (const client of generateClients(people, seed)) {
    const entry: Entry = { ...client };
    const before = entries.at(-1);
    if (before && before.firstName !== entry.firstName && random.chance(related)) {
      const { lastName, phone, street, postcode } = before;
      Object.assign(entry, { lastName, phone, street, postcode });
    }
    entries.push(entry);
  }
  const again = entries.filter(() => random.chance(twice)).map((entry) => slipped(entry, fields, random));
  const all = [...entries, ...again];
  for (let index = all.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return {
    rows: [fields.map((field) => headers[field]), ...all.map((entry) => fields.map((field) => entry[field]))],
    people,
  };
}

/** The entry with one thing mistyped, missing, shortened or new. */
function slipped(entry: Entry, fields: readonly Field[], random: Random): Entry {
  const field = random.pick(fields);
  const value = entry[field];
  switch (field) {
    case 'firstName':
      return { ...entry, firstName: random.chance(0.3) ? value[0]! : mistyped(value, random) };
    case 'lastName':
      return { ...entry, lastName: random.chance(0.2) ? 'Newmarried' : mistyped(value, random) };
    case 'birthDate': {
      const [day, month, year] = value.split('/') as [string, string, string];
      return { ...entry, birthDate: random.chance(0.5) && Number(day) < 13 ? `${month}/${day}/${year}` : '' };
    }
    case 'phone':
    case 'nino':
      return { ...entry, [field]: random.chance(0.4) ? '' : swapped(value, random) };
    case 'email':
      return {
        ...entry,
        email: random.chance(0.4)
          ? ''
          : mistyped(value.slice(0, value.indexOf('@')), random) + value.slice(value.indexOf('@')),
      };
    case 'street':
      return { ...entry, street: value.replace('Road', 'Rd').replace('Street', 'St.') };
    case 'postcode':
      return { ...entry, postcode: random.chance(0.5) ? '' : value.toLowerCase().replace(' ', '') };
  }
}

function mistyped(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at]! + word.slice(at);
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2);
    default:
      return `${word.slice(0, at)}${random.pick([...'aeiorstln'])}${word.slice(at + 1)}`;
  }
}

/** Two neighbouring digits swapped. */
function swapped(value: string, random: Random): string {
  const places = [...value].flatMap((digit, index) =>
    /\d/.test(digit) && /\d/.test(value[index + 1] ?? '') ? [index] : [],
  );
  const at = random.pick(places);
  return value.slice(0, at) + value[at + 1]! + value[at]! + value.slice(at + 2);
}
