// The directory of a ZIP archive and the streams behind it, without running anything of its own but arithmetic.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (sections 4.3.7, 4.3.12, 4.3.14–4.3.16)
import { type Content, contentOf } from './content.ts';
import { inflate } from './inflate.ts';
import { type Reading, unreadable } from './reading.ts';

export interface Entry {
  name: string;
  /** 0 stored, 8 deflated; others cannot be read here. */
  method: number;
  isEncrypted: boolean;
  /** Bytes in the archive. */
  packed: number;
  /** Bytes the directory promises. Never believed: streams are counted. */
  size: number;
  /** Offset of the local header. */
  offset: number;
}

export interface Archive {
  entries: Entry[];
  /** Bytes of the file that no entry accounts for, such as another file hidden before or behind the archive. */
  unaccounted: number;
  /** `[Content_Types].xml` of an Office package, else empty. */
  contentTypes: string;
}

const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const locator64 = 0x07064b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const maxComment = 0xffff;

/** Reads the directory. Throws `unreadable('broken')` where there is none, `too-large` where it has too many entries. */
export async function openArchive(file: Content, reading: Reading): Promise<Archive> {
  const { count, offset, size } = await findDirectory(file);
  reading.enter(count);
  if (offset + size > file.size || size < count * 46) throw unreadable('broken');
  reading.spend(size);
  const view = await viewOf(file, offset, offset + size);
  const entries: Entry[] = [];
  let position = 0;
  let accounted = size + 22;
  for (let index = 0; index < count; index++) {
    if (position + 46 > view.byteLength || view.getUint32(position, true) !== directoryEntry)
      throw unreadable('broken');
    const { entry, length } = readDirectoryEntry(view, position);
    entries.push(entry);
    position += length;
    accounted += 30 + length - 46 + entry.packed;
  }
  const archive: Archive = { entries, unaccounted: Math.max(0, file.size - accounted), contentTypes: '' };
  const types = entries.find((entry) => entry.name === '[Content_Types].xml' && !entry.isEncrypted && entry.size < 1e6);
  if (types) for await (const text of readEntryText(file, types, reading)) archive.contentTypes += text;
  return archive;
}

async function findDirectory(file: Content): Promise<{ count: number; offset: number; size: number }> {
  const start = Math.max(0, file.size - 22 - maxComment);
  const tail = await viewOf(file, start, file.size);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== endOfDirectory) continue;
    const count = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    if (count !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff) return { count, offset, size };
    if (at < 20 || tail.getUint32(at - 20, true) !== locator64) return { count, offset, size };
    const record = Number(tail.getBigUint64(at - 12, true));
    if (record + 56 > file.size) break;
    const wide = await viewOf(file, record, record + 56);
    if (wide.getUint32(0, true) !== endOfDirectory64) break;
    const read = (field: number) => Number(wide.getBigUint64(field, true));
    return { count: read(32), size: read(40), offset: read(48) };
  }
  throw unreadable('broken');
}

function readDirectoryEntry(view: DataView, at: number): { entry: Entry; length: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw unreadable('broken');
  const flags = view.getUint16(at + 8, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const entry: Entry = {
    name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(name),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) === 1,
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readWideSizes(view, at + 46 + nameLength, extraLength, entry);
  return { entry, length };
}

/** ZIP64: sizes and offset that do not fit 32 bits stand in extra field 1, in this order, only where needed. */
function readWideSizes(view: DataView, start: number, length: number, entry: Entry): void {
  for (let at = start; at + 4 <= start + length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > start + length) return;
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const key of ['size', 'packed', 'offset'] as const) {
        if (entry[key] !== 0xffffffff || field + 8 > end) continue;
        entry[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    at = end;
  }
}

/** The entry's bytes, counted as they come. Throws `encrypted`, `unknown-format`, `too-large` or `broken`. */
async function* readEntry(file: Content, entry: Entry, reading: Reading): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw unreadable('encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw unreadable('unknown-format');
  if (entry.size > reading.left()) throw unreadable('too-large');
  const packed = await packedBytes(file, entry);
  let size = 0;
  for await (const bytes of inflate(packed, entry.method === 0 ? undefined : 'deflate-raw', reading)) {
    size += bytes.length;
    yield bytes;
  }
  if (size !== entry.size) throw unreadable('broken');
}

async function packedBytes(file: Content, entry: Entry): Promise<Content> {
  if (entry.offset + 30 > file.size) throw unreadable('broken');
  const header = await viewOf(file, entry.offset, entry.offset + 30);
  if (header.getUint32(0, true) !== localHeader) throw unreadable('broken');
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packed > file.size) throw unreadable('broken');
  return file.slice(start, start + entry.packed);
}

async function viewOf(file: Content, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

/** The entry as text: UTF-16 by its byte order mark, else UTF-8. */
export async function* readEntryText(file: Content, entry: Entry, reading: Reading): AsyncGenerator<string> {
  let decode: ReturnType<typeof createDecoder> | undefined;
  for await (const bytes of readEntry(file, entry, reading)) {
    decode ??= createDecoder(bytes);
    // In pieces as small as they come: larger strings lie where the collector of garbage is slow.
    yield decode(bytes);
  }
  yield decode?.() ?? '';
}

/**
 * Called with each piece, and without one at the end. UTF-8 is decoded in whole characters and not as a stream, which takes a slower way
 * through two bytes a character.
 */
function createDecoder(head: Uint8Array): (bytes?: Uint8Array) => string {
  if (head[0] === 0xff || head[0] === 0xfe) {
    const decoder = new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return (bytes) => decoder.decode(bytes, { stream: bytes !== undefined });
  }
  let decoder = new TextDecoder();
  let begun = nothing;
  return (bytes = nothing) => {
    const whole = begun.length > 0 ? behind(begun, bytes) : bytes;
    const end = bytes.length > 0 ? endOfCharacters(whole) : whole.length;
    begun = whole.slice(end);
    const text = decoder.decode(whole.subarray(0, end));
    if (end > 0) decoder = pastTheMark;
    return text;
  };
}

const nothing: Uint8Array = new Uint8Array();
/** A byte order mark stands at the beginning of a text; further on it is a character. */
const pastTheMark = new TextDecoder('utf-8', { ignoreBOM: true });

function behind(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Where a last character begins that is not all there yet. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 3; at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return at + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

/** The entry as a file of its own. */
export async function readEntryFile(file: Content, entry: Entry, reading: Reading): Promise<Content> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const bytes of readEntry(file, entry, reading)) chunks.push(bytes as Uint8Array<ArrayBuffer>);
  return contentOf(chunks);
}
