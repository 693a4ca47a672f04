// The container of old Office files, saved Outlook mails and password-protected new Office files. It is told apart, not read.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb (2.6.1: an entry is 128 bytes, its name UTF-16 and first)
import type { Extractor } from './extractor.ts';
import type { Reading } from './reading.ts';

export const compound: Extractor = {
  id: 'ole',
  accepts: ({ head }) => magic.every((byte, index) => head[index] === byte),
  async extract({ file, name }, reading) {
    const found = await findStream(file, reading);
    return { name, type: found?.type ?? 'ole', unreadable: found?.isEncrypted ? 'encrypted' : 'unknown-format' };
  },
};

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

interface Telling {
  stream: string;
  type: string;
  isEncrypted?: boolean;
}

/** Streams that tell the format, most telling first. */
const telling: readonly Telling[] = [
  { stream: 'EncryptedPackage', type: 'ooxml', isEncrypted: true },
  { stream: '__properties_version1.0', type: 'msg' },
  { stream: 'WordDocument', type: 'doc' },
  { stream: 'Workbook', type: 'xls' },
  { stream: 'Book', type: 'xls' },
  { stream: 'PowerPoint Document', type: 'ppt' },
];

const entrySize = 128;
const nameLengthAt = 64;
const slice = 1 << 20;

/** Directory entries stand at multiples of 128 bytes wherever the directory's sectors lie. */
async function findStream(file: Blob, reading: Reading): Promise<Telling | undefined> {
  const seen = new Set<Telling>();
  for (let start = 0; start < file.size; start += slice) {
    reading.check();
    reading.progress(start / file.size);
    const view = new DataView(await file.slice(start, start + slice).arrayBuffer());
    for (let at = 0; at + entrySize <= view.byteLength; at += entrySize)
      for (const one of telling) if (namesStream(view, at, one.stream)) seen.add(one);
  }
  return telling.find((one) => seen.has(one));
}

function namesStream(view: DataView, at: number, name: string): boolean {
  if (view.getUint16(at + nameLengthAt, true) !== (name.length + 1) * 2) return false;
  for (let index = 0; index < name.length; index++)
    if (view.getUint16(at + index * 2, true) !== name.charCodeAt(index)) return false;
  return true;
}
