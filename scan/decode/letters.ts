// From a run of letters to the text they stand for: hex, base32 or base64, perhaps compressed, perhaps turned round or moved by
// thirteen places.
import { type Budget, spend } from './budget.ts';
import { type ByteCode, bytesOf, codesFor, textOf } from './bytes.ts';
import { compressedAt, inflate } from './inflate.ts';
import { reverse, rotate } from './rotate.ts';

/** Letters whose bytes are looked at before all of them are: a multiple of what makes whole bytes in every code. */
const probe = 96;
/** The codes of a compressed block stand before what they are the codes of. */
const codesProbe = 768;
/** Fewer letters than these are not tried backwards or rotated, nor taken for compressed without a header. */
const fewest = 32;
/** Text shorter than this is worth reading only with an address or a number in it, or when it is encoded again. */
const shortText = 40;
/** Of characters in a text that says something. */
const fewestKinds = 8;

const telling = /@|\d(?:\D{0,2}\d){5}|^[\w+/=%\\&#;-]{16,}$/;

/** The text, or `undefined` where the letters are what they are. `lines` are the letters as they are wrapped. */
export function decodeLetters(lines: readonly string[], budget: Budget): string | undefined {
  const letters = lines.join('');
  const plain = decode(letters, budget);
  if (plain !== undefined || letters.length < fewest) return plain;
  return decodeTurned(lines, letters, budget) ?? decode(rotate(letters), budget);
}

/** The short line is the last one: turned round as a whole it would be the first. Where there is none, more values are whole in the right order. */
function decodeTurned(lines: readonly string[], letters: string, budget: Budget): string | undefined {
  const byLine = () => decode(lines.map(reverse).join(''), budget);
  const whole = () => decode(reverse(letters), budget);
  const last = lines.at(-1)!.length;
  if (lines.length === 1 || last > lines[0]!.length) return whole();
  if (last < lines[0]!.length) return byLine();
  const [one, other] = [whole(), byLine()];
  return one !== undefined && other !== undefined && wholeValues(other) > wholeValues(one) ? other : (one ?? other);
}

/** Units that belong to addresses and long numbers. */
function wholeValues(text: string): number {
  return (text.match(/[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}|\d{5,}/g) ?? []).join('').length;
}

function decode(letters: string, budget: Budget): string | undefined {
  const codes = codesFor(letters);
  for (const code of codes) {
    // Digits are numbers before they are letters.
    if (code === 'hex' && letters.length < shortText && /^\d+$/.test(letters)) continue;
    if (letters.length > probe * 2 && !isPromising(letters, code)) continue;
    const text = read(bytesOf(letters, code), budget);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isPromising(letters: string, code: ByteCode): boolean {
  const head = bytesOf(letters.slice(0, probe), code);
  if (compressedAt(head) >= 0 || textOf(head) !== undefined) return true;
  return isDeflated(bytesOf(letters.slice(0, codesProbe), code));
}

function isDeflated(head: Uint8Array): boolean {
  const { bytes, state } = inflate(head, 0, 4_096);
  return (state === 'done' || bytes.length >= 16) && textOf(bytes) !== undefined;
}

function isWorthReading(text: string): boolean {
  return text.length >= shortText || telling.test(text);
}

function read(bytes: Uint8Array, budget: Budget): string | undefined {
  const from = compressedAt(bytes);
  if (from < 0) {
    const text = textOf(bytes);
    if (text !== undefined) return isWorthReading(text) && spend(budget, text.length) ? text : undefined;
    if (bytes.length < fewest / 2 || !isDeflated(bytes)) return undefined;
  }
  const { bytes: inflated, state } = inflate(bytes, Math.max(0, from), budget.left);
  const text = textOf(inflated);
  if (text === undefined || !isWorthReading(text)) return undefined;
  // By chance any bytes begin as a compressed block does, and end soon or repeat themselves: a random name of a page's own is no damaged message.
  if (from < 0 && state === 'broken' && (inflated.length < bytes.length || new Set(text).size < fewestKinds))
    return undefined;
  spend(budget, text.length);
  if (state !== 'done') budget.unread ??= state;
  return text;
}
