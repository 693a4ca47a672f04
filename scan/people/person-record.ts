// One person as one place of a part mentions them: facts without text and without values. Keys are 53-bit hashes under a session's seed.
import type { CountMethod } from './people.ts';

/** One mention of one person: a row, a label block, a vCard, a contact line, a stretch of prose. */
export interface PersonRecord {
  how: CountMethod;
  /** The table, list or text it stands in; unique within its part. */
  group: number;
  /** Hashed personal keys, and beside each the kind it is of. */
  keys: readonly number[];
  kinds: readonly string[];
  /** The key from the first e-mail column of its group; 0 where there is none. */
  email: number;
  /** Hashed domains of its e-mail addresses, with their parent domains. */
  domains: readonly number[];
  /** Three numbers for each word of the name: the hashed word, its hashed initial, its sketch. Empty where no name is known. */
  name: readonly number[];
  /** Hashed birth date, hashed postcode and hashed house number; 0 where none is known. */
  birth: number;
  postcode: number;
  house: number;
  /** What the characters of the first e-mail address and of the first telephone number are worth, to tell slips; 0 where there is none. */
  emailSum: number;
  phoneSum: number;
  /** Sum of `flag` bits. */
  flags: number;
}

/** What is known about a person, as bits of `PersonRecord.flags`. */
export const flag = {
  special: 1,
  criminal: 2,
  financial: 4,
  identityDocument: 8,
  child: 16,
  purchase: 32,
  /** More than a business card says: any of the above, a birth date, a client number, a home address. */
  beyondContact: 64,
} as const;
