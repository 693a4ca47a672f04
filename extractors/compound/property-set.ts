// The properties of an old Office document: title, author, subject, comments, and those people add.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-oleps (2.2 property sets, 2.15 types)
import { decoderOfCodePage } from '../code-pages.ts';
import type { Compound } from './compound-file.ts';

const names = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'];
const mostProperties = 1_000;

/** Every text among the properties; what is damaged says nothing. */
export async function documentProperties({ root, read }: Compound): Promise<string[]> {
  const texts: string[] = [];
  for (const entry of root.children.filter((one) => names.includes(one.name))) {
    try {
      texts.push(...textsOf(await read(entry)));
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
    }
  }
  return texts;
}

/** Reading past the end throws a RangeError. */
function textsOf(bytes: Uint8Array<ArrayBuffer>): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts: string[] = [];
  const sections = Math.min(2, view.getUint32(24, true));
  for (let section = 0; section < sections; section++) {
    const start = view.getUint32(28 + section * 20 + 16, true);
    const count = Math.min(mostProperties, view.getUint32(start + 4, true));
    const at = (index: number) => start + view.getUint32(start + 8 + index * 8 + 4, true);
    let codePage = 1252;
    for (let index = 0; index < count; index++)
      if (view.getUint32(start + 8 + index * 8, true) === 1) codePage = view.getUint16(at(index) + 4, true);
    for (let index = 0; index < count; index++) {
      const place = at(index);
      const type = view.getUint16(place, true);
      const length = view.getUint32(place + 4, true);
      const size = type === 31 ? length * 2 : length;
      if ((type !== 30 && type !== 31) || place + 8 + size > bytes.length) continue;
      const decoder = type === 31 ? new TextDecoder('utf-16le') : decoderOfCodePage(codePage);
      const text = decoder
        .decode(bytes.subarray(place + 8, place + 8 + size))
        .replace(/\0[\s\S]*$/, '')
        .trim();
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}
