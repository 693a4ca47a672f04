// A set of 53-bit numbers in flat memory (open addressing): hundreds of thousands of keys cost eight bytes each.

export interface NumberSet {
  /** True if the number was not there before. Zero is not a member. */
  add(value: number): boolean;
  values(): Float64Array;
}

export function createNumberSet(): NumberSet {
  let slots = new Float64Array(64);
  let count = 0;

  const place = (into: Float64Array, value: number): boolean => {
    const mask = into.length - 1;
    let slot = (value % 4294967291) & mask;
    for (;;) {
      const there = into[slot];
      if (there === value) return false;
      if (there === 0) {
        into[slot] = value;
        return true;
      }
      slot = (slot + 1) & mask;
    }
  };

  const grow = () => {
    const larger = new Float64Array(slots.length * 2);
    for (const value of slots) if (value !== 0) place(larger, value);
    slots = larger;
  };

  return {
    add(value) {
      if (!place(slots, value)) return false;
      if (++count * 2 > slots.length) grow();
      return true;
    },
    values: () => slots.filter((value) => value !== 0),
  };
}
