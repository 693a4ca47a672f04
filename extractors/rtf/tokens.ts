// Rich Text cut into groups, control words and text. Rich Text Format Specification 1.9.1, "Conventions of an RTF reader"
export type RtfToken =
  | { kind: 'open' | 'close' | 'star' }
  | { kind: 'word'; word: string; value: number | undefined }
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; from: number; to: number };

const backslash = 0x5c;
const longestWord = 32;
const checkEvery = 1 << 16;

/** Linear in the bytes. `check` may throw. */
export function readTokens(bytes: Uint8Array, take: (token: RtfToken) => void, check: () => void): void {
  let at = 0;
  let nextCheck = checkEvery;
  while (at < bytes.length) {
    if (at > nextCheck) {
      check();
      nextCheck = at + checkEvery;
    }
    const byte = bytes[at]!;
    if (byte === 0x7b || byte === 0x7d) {
      take({ kind: byte === 0x7b ? 'open' : 'close' });
      at++;
    } else if (byte === backslash) at = readControl(bytes, at + 1, take);
    else if (byte === 0x0d || byte === 0x0a || byte === 0) at++;
    else {
      const from = at;
      while (at < bytes.length && isText(bytes[at]!)) at++;
      take({ kind: 'text', from, to: at });
    }
  }
}

const isText = (byte: number) =>
  byte !== backslash && byte !== 0x7b && byte !== 0x7d && byte !== 0x0d && byte !== 0x0a && byte !== 0;

const isLetter = (byte = 0) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39;

/** One control word or symbol, read from behind its backslash. Returns the index behind it. */
function readControl(bytes: Uint8Array, start: number, take: (token: RtfToken) => void): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16);
    if (!Number.isNaN(byte)) take({ kind: 'byte', byte });
    return start + 3;
  }
  if (!isLetter(first)) {
    if (first === 0x2a) take({ kind: 'star' });
    else if (first === 0x7e) take({ kind: 'byte', byte: 0x20 });
    else if (first === 0x5f) take({ kind: 'byte', byte: 0x2d });
    else if (first === 0x0d || first === 0x0a) take({ kind: 'word', word: 'par', value: undefined });
    else if (first === 0x7b || first === 0x7d || first === backslash) take({ kind: 'byte', byte: first });
    return start + 1;
  }
  let at = start;
  let word = '';
  while (at < bytes.length && isLetter(bytes[at]) && at - start < longestWord)
    word += String.fromCharCode(bytes[at++]!);
  let value: number | undefined;
  if (isDigit(bytes[at]) || (bytes[at] === 0x2d && isDigit(bytes[at + 1]))) {
    const sign = bytes[at] === 0x2d ? -1 : 1;
    if (sign < 0) at++;
    let digits = 0;
    for (; isDigit(bytes[at]) && digits < 10; at++, digits++) value = (value ?? 0) * 10 + (bytes[at]! - 0x30);
    if (value !== undefined) value *= sign;
  }
  if (bytes[at] === 0x20) at++;
  take({ kind: 'word', word, value });
  // Binary data of so many bytes follows.
  return word === 'bin' && value !== undefined && value > 0 ? at + value : at;
}
