// A set of 53-bit numbers in flat memory. Numbers are put one behind the other, and those that are there already
// dropped together when there is no more room: looked up one by one in a large table each of them would wait for far memory.

export interface NumberSet {
  /** How many of `numbers` are taken; some may be there twice. */
  count: number;
  numbers: Float64Array<ArrayBuffer>;
}

export const createNumberSet = (): NumberSet => ({ count: 0, numbers: new Float64Array(512) });

/** Zero is not a member. The numbers are hashes: any of their bits are as good as others. */
export function addNumber(set: NumberSet, value: number): void {
  if (set.count === set.numbers.length) makeRoom(set);
  set.numbers[set.count++] = value;
}

function makeRoom(set: NumberSet): void {
  dropRepeated(set);
  if (set.count * 2 <= set.numbers.length) return;
  const larger = new Float64Array(set.numbers.length * 4);
  larger.set(set.numbers.subarray(0, set.count));
  set.numbers = larger;
}

/** The different numbers, in any order. */
export function numbersIn(set: NumberSet): Float64Array<ArrayBuffer> {
  dropRepeated(set);
  return set.numbers.slice(0, set.count);
}

/** How many different numbers there are. */
export function sizeOf(set: NumberSet): number {
  dropRepeated(set);
  return set.count;
}

/** Numbers looked at together: their table is small enough to be near. */
const together = 2048;

function dropRepeated(set: NumberSet): void {
  const { numbers, count } = set;
  if (count <= together) {
    set.count = moveDifferent(numbers, 0, count, numbers, 0);
    return;
  }
  const parts = 2 ** Math.ceil(Math.log2(count / together));
  const partOf = (value: number) => (value / 2 ** 20) & (parts - 1);
  const ends = new Int32Array(parts);
  for (let at = 0; at < count; at++) ends[partOf(numbers[at]!)]!++;
  for (let part = 1; part < parts; part++) ends[part]! += ends[part - 1]!;
  const apart = new Float64Array(count);
  for (let at = count - 1; at >= 0; at--) apart[--ends[partOf(numbers[at]!)]!] = numbers[at]!;
  // Each part's end has moved to its start.
  set.count = 0;
  for (let part = 0; part < parts; part++)
    set.count = moveDifferent(apart, ends[part]!, part + 1 < parts ? ends[part + 1]! : count, numbers, set.count);
}

let slots = new Float64Array(together * 2);

/** Copies each number of `from`..`to` once to the place `start` of `target`, which may be the same list from its start on; gives where they end there. */
function moveDifferent(numbers: Float64Array, from: number, to: number, target: Float64Array, start: number): number {
  while (slots.length < (to - from) * 2) slots = new Float64Array(slots.length * 2);
  slots.fill(0);
  const mask = slots.length - 1;
  let end = start;
  for (let at = from; at < to; at++) {
    const value = numbers[at]!;
    let slot = value & mask;
    while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & mask;
    if (slots[slot] === value) continue;
    slots[slot] = value;
    target[end++] = value;
  }
  return end;
}
