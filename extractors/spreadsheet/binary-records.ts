// Records of a binary workbook part: number and length in seven bits a byte. MS-XLSB 2.1.4
// https://learn.microsoft.com/openspecs/office_file_formats/ms-xlsb
import { unreadable } from '../reading.ts';

const checkEvery = 1 << 12;

/** Throws `broken` where a record or one of its fields leaves the part. */
export function readRecords(
  content: ArrayBuffer,
  take: (kind: number, view: DataView) => void,
  check: () => void,
): void {
  const bytes = new Uint8Array(content);
  let at = 0;
  const next = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index++) {
      const byte = bytes[at++];
      if (byte === undefined) throw unreadable('broken');
      value |= (byte & 0x7f) << (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  for (let count = 0; at < bytes.length; count++) {
    if (count % checkEvery === 0) check();
    const kind = next(2);
    const length = next(4);
    if (at + length > bytes.length) throw unreadable('broken');
    try {
      take(kind, new DataView(content, at, length));
    } catch (problem) {
      throw problem instanceof RangeError ? unreadable('broken') : problem;
    }
    at += length;
  }
}
