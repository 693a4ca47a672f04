// Word documents of 97–2003: the whole text, with headers, notes, comments, text boxes and deleted text, which stand one behind the
// other. Looks and drawings are not read, so it counts as read in part. https://learn.microsoft.com/openspecs/office_file_formats/ms-doc
import type { Part } from '../scan/part.ts';
import type { Compound } from './compound/compound-file.ts';
import { embeddedFiles } from './compound/embedded.ts';
import { documentProperties } from './compound/property-set.ts';
import type { Extractor } from './extractor.ts';
import { type Reading, unreadable } from './reading.ts';
import { layOutWordText } from './word-97/layout.ts';

export const doc: Extractor = {
  id: 'doc',
  accepts: ({ compound }) => streamOf(compound, 'WordDocument') !== undefined,
  async extract({ compound, name }, reading) {
    const part: Part = { name, type: 'doc', unreadable: 'unknown-format' };
    const raw = await readPieces(compound!, reading);
    part.text = [layOutWordText(raw), ...(await documentProperties(compound!))].filter(Boolean).join('\n\n');
    const children = await embeddedFiles(compound!, reading);
    if (children.length > 0) part.children = children;
    return part;
  },
};

const streamOf = (compound: Compound | undefined, name: string) =>
  compound?.root.children.find((entry) => entry.name === name && !entry.isStorage);

const wordMark = 0xa5ec;
/** Places in the header: flags, and where the table of pieces stands (MS-DOC 2.5.1, 2.5.6). */
const flagsAt = 0x0a;
const piecesAt = 0x01a2;

async function readPieces(compound: Compound, reading: Reading): Promise<string> {
  const bytes = await compound.read(streamOf(compound, 'WordDocument')!);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < piecesAt + 8 || view.getUint16(0, true) !== wordMark) throw unreadable('unknown-format');
  const flags = view.getUint16(flagsAt, true);
  if (flags & 0x0100) throw unreadable('encrypted');
  const tableStream = streamOf(compound, flags & 0x0200 ? '1Table' : '0Table');
  if (!tableStream) throw unreadable('broken');
  const table = await compound.read(tableStream);
  try {
    return textOfPieces(bytes, table, view.getUint32(piecesAt, true), view.getUint32(piecesAt + 4, true), reading);
  } catch (problem) {
    // A field beyond the end of a stream is damage.
    throw problem instanceof RangeError ? unreadable('broken') : problem;
  }
}

/** The table of pieces says where in the stream each stretch of the text stands. MS-DOC 2.9.38, 2.9.177 */
function textOfPieces(
  bytes: Uint8Array<ArrayBuffer>,
  table: Uint8Array<ArrayBuffer>,
  start: number,
  length: number,
  reading: Reading,
): string {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  let at = start;
  while (at < start + length && view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true);
  if (view.getUint8(at) !== 2) throw unreadable('broken');
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const positions = at + 5;
  const descriptors = positions + (count + 1) * 4;
  const texts: string[] = [];
  for (let piece = 0; piece < count; piece++) {
    reading.check();
    const characters = view.getUint32(positions + (piece + 1) * 4, true) - view.getUint32(positions + piece * 4, true);
    const place = view.getUint32(descriptors + piece * 8 + 2, true);
    const isNarrow = (place & 0x40000000) !== 0;
    const from = isNarrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    const size = isNarrow ? characters : characters * 2;
    if (characters < 0 || from + size > bytes.length) throw unreadable('broken');
    reading.spend(size);
    texts.push(new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes.subarray(from, from + size)));
  }
  return texts.join('');
}
