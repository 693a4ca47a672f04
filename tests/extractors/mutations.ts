// Ways in which a file is damaged: bits, blocks, its ends.
import type { Random } from '../../benchmarks/corpus/random.ts';

type Mutation = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const flip: Mutation = (bytes, random) => {
  for (let count = 1 + random.below(12); count > 0; count--) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  return bytes;
};
const truncate: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length));
const overwrite: Mutation = (bytes, random) =>
  bytes.fill(random.below(256), random.below(bytes.length), random.below(bytes.length));
/** The directory of an archive stands at the end: most of its fields are there. */
const hitTheEnd: Mutation = (bytes, random) => {
  for (let count = 4; count > 0; count--)
    bytes[bytes.length - 1 - random.below(Math.min(400, bytes.length))] = random.below(256);
  return bytes;
};
const hitTheStart: Mutation = (bytes, random) => {
  for (let count = 3; count > 0; count--) bytes[random.below(Math.min(64, bytes.length))] = random.below(256);
  return bytes;
};
const repeat: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const piece = bytes.slice(from, from + random.below(2_000));
  return new Uint8Array([...bytes.subarray(0, from), ...piece, ...bytes.subarray(from)]);
};
export const mutations = [flip, truncate, overwrite, hitTheEnd, hitTheStart, repeat];
