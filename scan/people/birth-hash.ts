// A birth date as hashes of its year, month and day side by side in one number, so that a slip in one of them can be told.
import { hashUnits } from '../hash.ts';

/** Room for each part. */
const room = 2 ** 17;

/** The hash of a date in its normal form, YYYY-MM-DD. Months and days are hashed alike, so that two swapped can be told. */
export function birthHash(date: Uint16Array, session: number): number {
  const part = (from: number, to: number) => hashUnits(date, from, to, session) % room;
  return (part(0, 4) * room + part(5, 7)) * room + part(8, 10) || 1;
}

export type BirthAgreement = 'same' | 'near' | 'different' | 'unknown';

/** `near`: a slip in one of day, month and year, or day and month the wrong way round. */
export function birthAgreement(one: number, other: number): BirthAgreement {
  if (one === 0 || other === 0) return 'unknown';
  if (one === other) return 'same';
  const [year, month, day] = partsOf(one);
  const [otherYear, otherMonth, otherDay] = partsOf(other);
  const equal = Number(year === otherYear) + Number(month === otherMonth) + Number(day === otherDay);
  const isSwapped = year === otherYear && month === otherDay && day === otherMonth;
  return equal === 2 || isSwapped ? 'near' : 'different';
}

const partsOf = (birth: number): [year: number, month: number, day: number] => [
  Math.floor(birth / room / room),
  Math.floor(birth / room) % room,
  birth % room,
];
