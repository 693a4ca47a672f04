// Bytes to text: byte order mark, else UTF-16 by its zero bytes, else strict UTF-8, else what the document declares or windows-1252.
// https://encoding.spec.whatwg.org/
import type { Content } from './content.ts';
import { type Reading, unreadable } from './reading.ts';

const slice = 1 << 20;

/**
 * The text of a file. `isBinary`: somewhere in it stand bytes that no text has; the text up to there is given all the same.
 * `declared` is a charset label found in the document, tried where the bytes are no UTF-8.
 */
export async function readText(
  file: Content,
  reading: Reading,
  declared?: string,
): Promise<{ text: string; isBinary: boolean }> {
  const head = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  const unicode = utf16Of(head);
  if (unicode) return decode(file, reading, new TextDecoder(unicode));
  // Seven bits, so UTF-8 would read it and see none of its letters.
  if (/^(?:cs)?iso-?2022-?jp/i.test(declared ?? '') || shiftsToJapanese(head))
    return decode(file, reading, new TextDecoder('iso-2022-jp'));
  try {
    return await decode(file, reading, new TextDecoder('utf-8', { fatal: true }));
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    return decode(file, reading, decoderFor(declared));
  }
}

async function decode(
  file: Content,
  reading: Reading,
  decoder: TextDecoder,
): Promise<{ text: string; isBinary: boolean }> {
  const pieces: string[] = [];
  for (let at = 0; at < file.size; at += slice) {
    const bytes = await file.slice(at, at + slice).arrayBuffer();
    reading.check();
    const piece = withoutZeros(decoder.decode(bytes, { stream: true }));
    if (looksBinary(piece)) return { text: pieces.join(''), isBinary: true };
    pieces.push(piece);
    reading.progress(Math.min(1, (at + slice) / file.size));
  }
  pieces.push(decoder.decode());
  const text = pieces.join('');
  if (text.length > 0x1fff_0000) throw unreadable('too-large');
  return { text, isBinary: false };
}

function decoderFor(label = 'windows-1252'): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** `ESC $ B` and `ESC $ @` switch to Japanese and stand in no other text. */
function shiftsToJapanese(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x1b); at >= 0 && at + 2 < head.length; at = head.indexOf(0x1b, at + 1))
    if (head[at + 1] === 0x24 && (head[at + 2] === 0x42 || head[at + 2] === 0x40)) return true;
  return false;
}

/** By its mark; without one, Latin text in UTF-16 has a zero in most pairs, always on the same side. */
function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = head.length >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  if (pairs === 0) return undefined;
  if (odd / pairs > 0.4 && even / pairs < 0.05) return 'utf-16le';
  if (even / pairs > 0.4 && odd / pairs < 0.05) return 'utf-16be';
  return undefined;
}

/** UTF-32 read as UTF-16 has a zero beside every letter; a zero shows nothing and would only hide what stands around it. */
const withoutZeros = (text: string) => {
  if (!text.includes('\0')) return text;
  const bare = text.replaceAll('\0', '');
  return bare.length * 2 >= text.length - 1 ? bare : text;
};

/** More than one control character in a hundred that no text uses. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for exactly these
  const control = /[\0-\x08\x0e-\x19\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d\ufffd]/g;
  const allowed = Math.max(4, text.length / 100);
  let found = 0;
  while (control.test(text)) if (++found > allowed) return true;
  return false;
}
