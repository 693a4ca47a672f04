// A set of 53-bit numbers in flat memory (open addressing): hundreds of thousands of keys cost eight bytes each.

export interface NumberSet {
  size: number;
  slots: Float64Array;
}

export const createNumberSet = (): NumberSet => ({ size: 0, slots: new Float64Array(256) });

/** True if the number was not there before. Zero is not a member. */
export function addNumber(set: NumberSet, value: number): boolean {
  if (!place(set.slots, value)) return false;
  set.size++;
  if (set.size * 2 > set.slots.length) {
    const larger = new Float64Array(set.slots.length * 4);
    for (const known of set.slots) if (known !== 0) place(larger, known);
    set.slots = larger;
  }
  return true;
}

export function numbersIn({ size, slots }: NumberSet): Float64Array {
  const numbers = new Float64Array(size);
  let next = 0;
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) numbers[next++] = slots[slot]!;
  return numbers;
}

function place(slots: Float64Array, value: number): boolean {
  const mask = slots.length - 1;
  // The numbers are hashes: their low bits are as good as any.
  for (let slot = value & mask; ; slot = (slot + 1) & mask) {
    const there = slots[slot];
    if (there === value) return false;
    if (there === 0) {
      slots[slot] = value;
      return true;
    }
  }
}
