// The compression of RTF bodies in Outlook messages. https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfcp
import { unreadable } from '../reading.ts';

const dictionarySize = 4_096;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;

/** What the dictionary holds before the first byte is read (2.1.3.1.2). */
const preset =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Throws `broken` where it is neither kind. */
export function decompressRtf(packed: Uint8Array): Uint8Array {
  if (packed.length < 16) throw unreadable('broken');
  const header = new DataView(packed.buffer, packed.byteOffset, 16);
  const size = header.getUint32(4, true);
  const kind = header.getUint32(8, true);
  if (kind === uncompressed) return packed.subarray(16, 16 + size);
  // A reference of two bytes stands for seventeen at most.
  if (kind !== compressed || size > packed.length * 9) throw unreadable('broken');
  const out = new Uint8Array(size);
  const dictionary = new Uint8Array(dictionarySize);
  for (let at = 0; at < preset.length; at++) dictionary[at] = preset.charCodeAt(at);
  let write = preset.length;
  let written = 0;
  const put = (byte: number) => {
    if (written < size) out[written++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % dictionarySize;
  };
  for (let at = 16; at < packed.length && written < size; ) {
    const flags = packed[at++]!;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags >> bit) & 1) {
        const reference = (packed[at]! << 8) | (packed[at + 1] ?? 0);
        at += 2;
        const from = reference >> 4;
        if (from === write) return out.subarray(0, written);
        for (let count = 0; count < (reference & 15) + 2; count++) put(dictionary[(from + count) % dictionarySize]!);
      } else put(packed[at++]!);
    }
  }
  return out.subarray(0, written);
}
