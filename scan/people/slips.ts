// Tells whether two e-mail addresses or telephone numbers differ by a slip of the hand, from numbers that hide them: sums of what each
// character is worth under the session's seed. One letter added, missing or changed, or two swapped, changes the sum in a known way.
import { hashText } from '../hash.ts';

/** Sums are below this; what digits are worth is kept apart above it. */
const room = 2 ** 36;
const digitRoom = 2 ** 16;

const letters = 'abcdefghijklmnopqrstuvwxyz.-_@';

interface Worths {
  session: number;
  /** By character code below 128; 0 for the rest. */
  worth: Float64Array;
  /** Differences of sums that one slip makes. */
  slips: ReadonlySet<number>;
}

let last: Worths | undefined;

function worthsOf(session: number): Worths {
  if (last?.session === session) return last;
  const worth = new Float64Array(128);
  for (let code = 33; code < 127; code++)
    worth[code] = hashText(String.fromCharCode(code), session ^ 0x5f3759df) % 2 ** 29;
  const each = [0, ...[...letters].map((letter) => worth[letter.charCodeAt(0)]!)];
  const slips = new Set(each.flatMap((one) => each.map((other) => one - other)));
  last = { session, worth, slips };
  return last;
}

/** What the letters of an address in lower case are worth, and its digits in their order; never 0. */
export function addressSum(address: Uint16Array, length: number, session: number): number {
  const { worth } = worthsOf(session);
  let sum = 1;
  let digits = 0;
  for (let index = 0; index < length; index++) {
    const code = address[index]!;
    if (code >= 48 && code <= 57) digits = (Math.imul(digits, 31) + worth[code]!) & (digitRoom - 1);
    else if (code < 128) sum += worth[code]!;
  }
  return (sum % room) + digits * room;
}

/** What the digits of a telephone number are worth, in whatever order. */
export function numberSum(number: Uint16Array, length: number, session: number): number {
  const { worth } = worthsOf(session);
  let sum = 1;
  for (let index = 0; index < length; index++) {
    const code = number[index]!;
    if (code < 128) sum += worth[code]!;
  }
  return sum;
}

/** Whether one slip turns one address into the other; digits must be the same. */
export function isSlipOfAddress(one: number, other: number, session: number): boolean {
  if (one === 0 || other === 0) return false;
  return worthsOf(session).slips.has(one - other);
}

/** Whether digits in another order turn one number into the other. */
export const isSlipOfNumber = (one: number, other: number): boolean => one !== 0 && one === other;
