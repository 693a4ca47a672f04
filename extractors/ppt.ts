// Presentations of 97–2003: the text of every slide, note and comment, as it lies in the file. Where it stands on the slide is not
// told, so it counts as read in part. https://learn.microsoft.com/openspecs/office_file_formats/ms-ppt (2.3.1, 2.9)
import type { Part } from '../scan/part.ts';
import type { Compound } from './compound/compound-file.ts';
import { embeddedFiles } from './compound/embedded.ts';
import { documentProperties } from './compound/property-set.ts';
import type { Extractor } from './extractor.ts';
import { type Reading, unreadable } from './reading.ts';

const stream = 'PowerPoint Document';
const find = (compound: Compound | undefined, name: string) =>
  compound?.root.children.find((entry) => entry.name === name && !entry.isStorage);

export const ppt: Extractor = {
  id: 'ppt',
  accepts: ({ compound }) => find(compound, stream) !== undefined,
  async extract({ compound, name }, reading) {
    const part: Part = { name, type: 'ppt', unreadable: 'unknown-format' };
    if (await isSealed(compound!)) throw unreadable('encrypted');
    const bytes = await compound!.read(find(compound, stream)!);
    const texts = [...textAtoms(bytes, reading), ...(await documentProperties(compound!))];
    part.text = texts.join('\n').replaceAll('\v', '\n').replace(/\r\n?/g, '\n');
    const children = await embeddedFiles(compound!, reading);
    if (children.length > 0) part.children = children;
    return part;
  },
};

/** The mark of an encrypted presentation (MS-PPT 2.3.2). */
const sealedMark = 0xf3d1c4df;

async function isSealed(compound: Compound): Promise<boolean> {
  const user = find(compound, 'Current User');
  if (!user || user.size < 16) return false;
  const bytes = await compound.read(user);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true) === sealedMark;
}

const atom = { characters: 0x0fa0, bytes: 0x0fa8, string: 0x0fba } as const;
const checkEvery = 1 << 14;
/** A table of clients is a million atoms: no decoder for each. */
const wide = new TextDecoder('utf-16le');
const narrow = new TextDecoder('latin1');

/** Containers are only entered: what counts are the atoms inside. */
function* textAtoms(bytes: Uint8Array<ArrayBuffer>, reading: Reading): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = 0; at + 8 <= bytes.length; ) {
    if (++count % checkEvery === 0) reading.check();
    const isContainer = (view.getUint16(at, true) & 0xf) === 0xf;
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === atom.characters || type === atom.string) yield wide.decode(content);
    else if (type === atom.bytes) yield narrow.decode(content);
    at += isContainer ? 8 : 8 + length;
  }
}
