// The records of an Excel 97–2003 workbook. https://learn.microsoft.com/openspecs/office_file_formats/ms-xls (2.3, 2.4)
import type { Reason, Table } from '../../scan/part.ts';
import type { Reading } from '../reading.ts';
import { createBiffStrings } from './biff-strings.ts';
import { type DateSystem, generalNumber, type NumberFormat, numberFormat } from './number-format.ts';
import { createRowBuilder, type RowBuilder } from './row-builder.ts';

const record = {
  formula: 0x0006,
  eof: 0x000a,
  header: 0x0014,
  footer: 0x0015,
  note: 0x001c,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  sst: 0x00fc,
  labelSst: 0x00fd,
  txo: 0x01b6,
  hyperlink: 0x01b8,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
  seriesText: 0x100d,
} as const;

const checkEvery = 1 << 12;

export function readBiff(
  bytes: Uint8Array<ArrayBuffer>,
  reading: Reading,
): { tables: Table[]; asides: Set<string>; trouble?: Reason } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const strings = createBiffStrings(bytes, view);
  const tables: Table[] = [];
  const asides = new Set<string>();
  const names = new Map<number, string>();
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  const formats: (NumberFormat | undefined)[] = [];
  let shared: string[] = [];
  let system: DateSystem = 1900;
  let sheet: RowBuilder | undefined;
  let depth = 0;
  /** Where the text of a formula's result goes. */
  let awaiting: [row: number, column: number] | undefined;
  let awaitsText = false;

  const aside = (text: string) => {
    if (text.trim() !== '') asides.add(text.trim());
  };
  const show = (style: number, value: number): string => {
    formats[style] ??= numberFormat(formatIds[style] ?? 0, codes.get(formatIds[style] ?? 0), system);
    return (formats[style] ?? generalNumber)(String(value));
  };
  const put = (at: number, text: string) => sheet?.put(view.getUint16(at, true), view.getUint16(at + 2, true), text);

  const take = (type: number, at: number, end: number): number => {
    switch (type) {
      case record.bof:
        depth++;
        if (depth === 1) {
          strings.version(view.getUint16(at, true));
          const name = names.get(at - 4);
          // What begins where no sheet does is the workbook itself.
          sheet = name === undefined ? undefined : createRowBuilder(reading);
          if (name !== undefined) tables.push({ name, rows: [] });
        }
        return end;
      case record.eof:
        depth = Math.max(0, depth - 1);
        if (depth === 0 && sheet) {
          tables.at(-1)!.rows = sheet.rows();
          sheet = undefined;
        }
        return end;
      case record.boundSheet:
        names.set(view.getUint32(at, true), strings.short(at + 6, end));
        return end;
      case record.codePage:
        strings.codePage(view.getUint16(at, true));
        return end;
      case record.dateMode:
        system = view.getUint16(at, true) === 1 ? 1904 : 1900;
        return end;
      case record.format:
        codes.set(view.getUint16(at, true), strings.long(at + 2, end));
        return end;
      case record.xf:
        formatIds.push(view.getUint16(at + 2, true));
        return end;
      case record.sst: {
        const read = strings.table(at, end, (count) => {
          reading.spend(16 * count);
          reading.check();
        });
        shared = read.strings;
        return read.next;
      }
      case record.labelSst:
        put(at, shared[view.getUint32(at + 6, true)] ?? '');
        return end;
      case record.label:
      case record.rString:
        put(at, strings.long(at + 6, end));
        return end;
      case record.number:
        put(at, show(view.getUint16(at + 4, true), view.getFloat64(at + 6, true)));
        return end;
      case record.rk:
        put(at, show(view.getUint16(at + 4, true), rkNumber(view.getUint32(at + 6, true))));
        return end;
      case record.mulRk: {
        const row = view.getUint16(at, true);
        let column = view.getUint16(at + 2, true);
        for (let cell = at + 4; cell + 6 <= end - 2; cell += 6)
          sheet?.put(row, column++, show(view.getUint16(cell, true), rkNumber(view.getUint32(cell + 2, true))));
        return end;
      }
      case record.formula:
        if (view.getUint16(at + 12, true) !== 0xffff)
          put(at, show(view.getUint16(at + 4, true), view.getFloat64(at + 6, true)));
        else if (view.getUint8(at + 6) === 0) awaiting = [view.getUint16(at, true), view.getUint16(at + 2, true)];
        return end;
      case record.string:
        if (awaiting) sheet?.put(awaiting[0], awaiting[1], strings.long(at, end));
        awaiting = undefined;
        return end;
      case record.boolErr:
        if (view.getUint8(at + 7) === 0) put(at, view.getUint8(at + 6) === 1 ? 'TRUE' : 'FALSE');
        return end;
      case record.header:
      case record.footer:
        if (end > at) aside(strings.long(at, end).replace(/&(?:"[^"]*"|\d+|[A-Za-z])/g, ' '));
        return end;
      case record.note:
        if (end - at > 10) aside(strings.long(at + 8, end));
        return end;
      case record.txo:
        awaitsText = true;
        return end;
      case record.continue:
        // The first record behind a text box holds its text.
        if (awaitsText && end > at + 1) aside(strings.characters(at + 1, end, (bytes[at]! & 1) === 1));
        awaitsText = false;
        return end;
      case record.hyperlink:
        for (const [, address] of strings.characters(at, end, true).matchAll(/(?:mailto|tel):([^\0?]+)/g))
          aside(address!);
        return end;
      case record.seriesText:
        aside(strings.short(at + 2, end));
        return end;
      default:
        return end;
    }
  };

  try {
    let count = 0;
    for (let at = 0; at + 4 <= bytes.length; ) {
      if (++count % checkEvery === 0) reading.check();
      const type = view.getUint16(at, true);
      const end = at + 4 + view.getUint16(at + 2, true);
      if (end > bytes.length) return { tables, asides, trouble: 'broken' };
      if (type === record.filePass) return { tables: [], asides: new Set(), trouble: 'encrypted' };
      at = take(type, at + 4, end);
    }
    return { tables: tables.filter((table) => table.rows.length > 0), asides };
  } catch (problem) {
    // A field beyond the end of the file is damage; limits are not.
    const reason = problem instanceof RangeError ? 'broken' : reading.reasonFor(problem);
    if (sheet) tables.at(-1)!.rows = sheet.rows();
    return { tables: tables.filter((table) => table.rows.length > 0), asides, trouble: reason };
  }
}

/** A number in 30 bits: an integer or the upper half of a double, either perhaps in hundredths. MS-XLS 2.5.217 */
export function rkNumber(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, rk & 0xfffffffc, true);
    value = view.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
}
