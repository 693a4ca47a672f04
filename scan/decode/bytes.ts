// Letters that stand for bytes: base64, base32, hex. Also what text the bytes are, if they are text.
// https://www.rfc-editor.org/rfc/rfc4648, https://encoding.spec.whatwg.org/

const none = 255;

function alphabet(letters: string): Uint8Array {
  const values = new Uint8Array(128).fill(none);
  for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value;
  return values;
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base64Values = alphabet(`${upper}${upper.toLowerCase()}0123456789+/`);
base64Values[45] = 62;
base64Values[95] = 63;
const base32Values = alphabet(`${upper}234567`);
const hexValues = alphabet('0123456789abcdef');
for (let value = 0; value < 26; value++) {
  base32Values[97 + value] = value;
  if (value < 6) hexValues[65 + value] = 10 + value;
}

export type ByteCode = 'hex' | 'base32' | 'base64';

/** Of as many letters, those that are of no whole byte are what is left of a byte that was cut off. */
const mayBeCut = 64;

/** The codes letters may be in, most telling first. Padding is no letter. */
export function codesFor(letters: string): ByteCode[] {
  const codes: ByteCode[] = [];
  const isWhole = (block: number, ...never: number[]) =>
    letters.length >= mayBeCut || !never.includes(letters.length % block);
  if (isWhole(2, 1) && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(letters)) codes.push('hex');
  if (isWhole(8, 1, 3, 6) && /^(?:[A-Z2-7]+|[a-z2-7]+)$/.test(letters)) codes.push('base32');
  if (isWhole(4, 1)) codes.push('base64');
  return codes;
}

/** The bytes of letters known to be of the code's alphabet. */
export function bytesOf(letters: string, code: ByteCode): Uint8Array {
  const [values, width] = code === 'hex' ? [hexValues, 4] : code === 'base32' ? [base32Values, 5] : [base64Values, 6];
  const bytes = new Uint8Array((letters.length * width) >> 3);
  let held = 0;
  let bits = 0;
  let size = 0;
  for (let at = 0; at < letters.length; at++) {
    held = ((held << width) | values[letters.charCodeAt(at)]!) & 0xffff;
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      bytes[size++] = held >> bits;
    }
  }
  return bytes;
}

/** Control characters no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for exactly these
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]/;

/** Fewer bytes are taken for text only where they are whole and of UTF-8. */
const fewestCut = 12;

/** The text these bytes are, in UTF-8, UTF-16 or windows-1252, or `undefined` where they are none. A character that is cut off at an end is left out. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return undefined;
  const wide = utf16Of(bytes);
  const text = wide ? decode(wide, bytes) : (decode('utf-8', bytes.subarray(continued(bytes))) ?? western(bytes));
  return text === undefined || text === '' || control.test(text) ? undefined : text;
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: bytes.length >= fewestCut });
  } catch {
    return undefined;
  }
}

/** Bytes in front that go on with a character of UTF-8. */
function continued(bytes: Uint8Array): number {
  let count = 0;
  while (count < 3 && (bytes[count]! & 0xc0) === 0x80) count++;
  return bytes.length >= fewestCut ? count : 0;
}

/** One accented letter in six at most: random bytes have as many above 127 as below. */
function western(bytes: Uint8Array): string | undefined {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  return bytes.length >= fewestCut && high * 6 <= bytes.length
    ? new TextDecoder('windows-1252').decode(bytes)
    : undefined;
}

/** Latin text in UTF-16 has a zero in most pairs, always on the same side. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 256) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) even++;
    if (bytes[pair * 2 + 1] === 0) odd++;
  }
  if (pairs > 2 && odd > pairs * 0.6 && even === 0) return 'utf-16le';
  if (pairs > 2 && even > pairs * 0.6 && odd === 0) return 'utf-16be';
  return undefined;
}
