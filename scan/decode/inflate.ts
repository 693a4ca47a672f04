// Deflate, undone at once and never beyond a limit. DecompressionStream can only be waited for, and loses what stands before damage.
// https://www.rfc-editor.org/rfc/rfc1951 (deflate), rfc1950 (zlib), rfc1952 (gzip)

export interface Inflated {
  bytes: Uint8Array;
  /** `broken`: the stream ends or errs before its last block does; `too-large`: there is more than the limit. */
  state: 'done' | 'broken' | 'too-large';
}

/** How many codes have each length, and the symbols in the order of their codes. */
interface Codes {
  counts: Uint16Array;
  symbols: Uint16Array;
}

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = Array.from({ length: 30 }, (_, code) =>
  code < 4 ? code + 1 : 2 ** ((code >> 1) - 1) * (2 + (code & 1)) + 1,
);
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length++) offsets[length + 1] = offsets[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++)
    if (lengths[symbol]! > 0) symbols[offsets[lengths[symbol]!]!++] = symbol;
  return { counts, symbols };
}

const fixed = {
  literals: codesOf(Array.from({ length: 288 }, (_, s) => (s < 144 ? 8 : s < 256 ? 9 : s < 280 ? 7 : 8))),
  distances: codesOf(new Array<number>(30).fill(5)),
};

/** What the stream that begins at `from` holds, up to `limit` bytes. Never throws. */
export function inflate(input: Uint8Array, from: number, limit: number): Inflated {
  let output = new Uint8Array(Math.max(64, Math.min(limit, (input.length - from) * 4)));
  let size = 0;
  let at = from;
  let held = 0;
  let bits = 0;
  let isShort = false;

  const take = (count: number): number => {
    while (bits < count) {
      if (at >= input.length) {
        isShort = true;
        return 0;
      }
      held |= input[at++]! << bits;
      bits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return value;
  };
  /** The next symbol, or -1 where no code fits. */
  const read = ({ counts, symbols }: Codes): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= take(1);
      if (isShort) return -1;
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  };
  const put = (byte: number) => {
    if (size === output.length) {
      const larger = new Uint8Array(Math.min(limit, size * 2));
      larger.set(output);
      output = larger;
    }
    output[size++] = byte;
  };
  const end = (state: Inflated['state']): Inflated => ({ bytes: output.subarray(0, size), state });

  for (let isLast = false; !isLast; ) {
    isLast = take(1) === 1;
    const kind = take(2);
    if (isShort || kind === 3) return end('broken');
    if (kind === 0) {
      held = 0;
      bits = 0;
      const length = input[at]! | (input[at + 1]! << 8);
      if (at + 4 > input.length || (length ^ 0xffff) !== (input[at + 2]! | (input[at + 3]! << 8))) return end('broken');
      at += 4;
      for (let left = length; left > 0; left--) {
        if (at >= input.length) return end('broken');
        if (size === limit) return end('too-large');
        put(input[at++]!);
      }
      continue;
    }
    const codes = kind === 1 ? fixed : readCodes(take, read);
    if (!codes || isShort) return end('broken');
    for (;;) {
      const symbol = read(codes.literals);
      if (symbol === 256) break;
      if (symbol < 0 || symbol > 285) return end('broken');
      if (symbol < 256) {
        if (size === limit) return end('too-large');
        put(symbol);
        continue;
      }
      const length = lengthBases[symbol - 257]! + take(lengthBits[symbol - 257]!);
      const code = read(codes.distances);
      if (code < 0 || code > 29) return end('broken');
      const distance = distanceBases[code]! + take(code < 4 ? 0 : (code >> 1) - 1);
      if (isShort || distance > size) return end('broken');
      for (let left = length; left > 0; left--) {
        if (size === limit) return end('too-large');
        put(output[size - distance]!);
      }
    }
  }
  return end('done');
}

function readCodes(take: (count: number) => number, read: (codes: Codes) => number) {
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const lengths = new Array<number>(19).fill(0);
  for (let index = take(4) + 4, next = 0; next < index; next++) lengths[lengthOrder[next]!] = take(3);
  const lengthCodes = codesOf(lengths);
  const all: number[] = [];
  while (all.length < literalCount + distanceCount) {
    const symbol = read(lengthCodes);
    if (symbol < 0) return undefined;
    if (symbol < 16) all.push(symbol);
    else {
      const repeats = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
      const value = symbol === 16 ? (all.at(-1) ?? 0) : 0;
      for (let left = repeats; left > 0; left--) all.push(value);
    }
  }
  if (all.length > literalCount + distanceCount) return undefined;
  return { literals: codesOf(all.slice(0, literalCount)), distances: codesOf(all.slice(literalCount)) };
}

/** Where the deflate stream begins behind a gzip or zlib header, or -1 where there is neither. */
export function compressedAt(bytes: Uint8Array): number {
  if (bytes.length < 6) return -1;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return afterGzipHeader(bytes);
  const isZlib = (bytes[0]! & 15) === 8 && bytes[0]! >> 4 < 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
  return isZlib && (bytes[1]! & 32) === 0 ? 2 : -1;
}

function afterGzipHeader(bytes: Uint8Array): number {
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8));
  for (const name of [8, 16]) {
    if ((flags & name) === 0) continue;
    while (at < bytes.length && bytes[at] !== 0) at++;
    at++;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : -1;
}
