// Strings of an Excel 97–2003 workbook: one or two bytes a character, cut anywhere by CONTINUE records.
// https://learn.microsoft.com/openspecs/office_file_formats/ms-xls (2.5.293 XLUnicodeRichExtendedString, 2.4.265 SST)
import { decoderOfCodePage } from '../code-pages.ts';

export interface BiffStrings {
  /** Before 0x0600 strings are in a code page. */
  version(version: number): void;
  codePage(page: number): void;
  /** With a length of one byte, or of two. */
  short(at: number, end: number): string;
  long(at: number, end: number): string;
  characters(from: number, to: number, isWide: boolean): string;
  /** The shared strings that begin in the record given, and where the records behind them begin. */
  table(at: number, end: number, check: (count: number) => void): { strings: string[]; next: number };
}

const continueRecord = 0x003c;
const checkEvery = 1 << 12;

export function createBiffStrings(bytes: Uint8Array<ArrayBuffer>, view: DataView): BiffStrings {
  const wide = new TextDecoder('utf-16le');
  const narrow = new TextDecoder('latin1');
  let isUnicode = true;
  let decoder = narrow;
  const characters = (from: number, to: number, isWide: boolean) =>
    (isWide ? wide : narrow).decode(bytes.subarray(from, to));
  const counted = (at: number, end: number, length: number): string => {
    if (!isUnicode) return decoder.decode(bytes.subarray(at, Math.min(end, at + length)));
    const isWide = (bytes[at]! & 1) === 1;
    return characters(at + 1, Math.min(end, at + 1 + length * (isWide ? 2 : 1)), isWide);
  };
  return {
    version: (version) => {
      isUnicode = version >= 0x0600;
    },
    codePage: (page) => {
      decoder = decoderOfCodePage(page);
    },
    short: (at, end) => counted(at + 1, end, view.getUint8(at)),
    long: (at, end) => counted(at + 2, end, view.getUint16(at, true)),
    characters,
    table(start, firstEnd, check) {
      const strings: string[] = [];
      const total = view.getUint32(start + 4, true);
      let at = start + 8;
      let end = firstEnd;
      /** Goes on in the record that continues this one. Beyond the last, reading throws a RangeError. */
      const goOn = () => {
        if (view.getUint16(end, true) !== continueRecord) throw new RangeError('no continuation');
        at = end + 4;
        end = at + view.getUint16(end + 2, true);
      };
      const skip = (count: number) => {
        let left = count;
        while (left > end - at) {
          left -= end - at;
          goOn();
        }
        at += left;
      };
      while (strings.length < total) {
        if (strings.length % checkEvery === 0) check(checkEvery);
        if (at >= end) goOn();
        let left = view.getUint16(at, true);
        let flags = view.getUint8(at + 2);
        at += 3;
        const runs = flags & 8 ? view.getUint16(at, true) : 0;
        if (flags & 8) at += 2;
        const extra = flags & 4 ? view.getUint32(at, true) : 0;
        if (flags & 4) at += 4;
        let text = '';
        while (left > 0) {
          if (at >= end) {
            goOn();
            // Each continuation says anew how wide its characters are.
            flags = view.getUint8(at++);
          }
          const size = flags & 1 ? 2 : 1;
          const count = Math.min(left, Math.floor((end - at) / size));
          if (count === 0) throw new RangeError('half a character');
          text += characters(at, at + count * size, size === 2);
          at += count * size;
          left -= count;
        }
        skip(runs * 4 + extra);
        strings.push(text);
      }
      while (end + 4 <= bytes.length && view.getUint16(end, true) === continueRecord) goOn();
      return { strings, next: end };
    },
  };
}
