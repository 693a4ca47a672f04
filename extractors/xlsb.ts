// Binary workbooks (XLSB): cells of every sheet as tables, comments and properties as text. Headers, drawings and pivot caches are
// not read, so it counts as read in part. https://learn.microsoft.com/openspecs/office_file_formats/ms-xlsb
import type { Part, Table } from '../scan/part.ts';
import { readEntryFile } from './archive.ts';
import type { Extractor, Source } from './extractor.ts';
import { isXml, type OfficePart, officeParts, readEmbedded, scanPart } from './office-package.ts';
import { createOfficeText } from './office-text.ts';
import type { Reading } from './reading.ts';
import { rkNumber } from './spreadsheet/biff.ts';
import { readRecords } from './spreadsheet/binary-records.ts';
import { type DateSystem, generalNumber, type NumberFormat, numberFormat } from './spreadsheet/number-format.ts';
import { createRowBuilder } from './spreadsheet/row-builder.ts';

const mainType = /ms-excel\.sheet\.binary\.macroenabled\.main/i;

export const xlsb: Extractor = {
  id: 'xlsb',
  accepts: ({ archive }) => archive !== undefined && mainType.test(archive.contentTypes),
  async extract(source, reading) {
    const part: Part = { name: source.name, type: 'xlsb', unreadable: 'unknown-format' };
    const parts = officeParts(source);
    const texts: string[] = [];
    const tables: Table[] = [];
    const read = async (type: RegExp, take: (kind: number, view: DataView) => void) => {
      for (const one of parts.filter((candidate) => type.test(candidate.type)))
        try {
          await readBinary(source, one, reading, take);
        } catch (problem) {
          part.unreadable = reading.reasonFor(problem);
        }
    };
    let system: DateSystem = 1900;
    const names: string[] = [];
    await read(mainType, (kind, view) => {
      if (kind === record.workbook && view.getUint32(0, true) & 1) system = 1904;
      if (kind === record.sheet) names.push(wideText(view, 8 + wideLength(view, 8)));
    });
    const shared: string[] = [];
    await read(/ms-excel\.sharedstrings/, (kind, view) => {
      if (kind !== record.shared) return;
      reading.spend(16);
      shared.push(wideText(view, 1));
    });
    const formats = await readFormats(read, () => system);
    const sheets = parts.filter((one) => /ms-excel\.(?:worksheet|macrosheet)/.test(one.type)).sort(byNumber);
    for (const [index, sheet] of sheets.entries()) {
      const builder = createRowBuilder(reading);
      let row = 0;
      let column = -1;
      try {
        await readBinary(source, sheet, reading, (kind, view) => {
          if (kind === record.row) {
            row = view.getUint32(0, true);
            column = -1;
          } else if (kind >= record.blank && kind <= record.formulaError) {
            column = view.getUint32(0, true);
            builder.put(row, column, cellText(kind, view, 8, shared, formats));
          } else if (kind >= record.shortBlank && kind < record.shared) {
            column++;
            builder.put(row, column, cellText(longKind[kind - record.shortBlank]!, view, 4, shared, formats));
          }
        });
      } catch (problem) {
        part.unreadable = reading.reasonFor(problem);
      }
      const rows = builder.rows();
      if (rows.length > 0) tables.push({ name: names[index] ?? sheet.path, rows });
      reading.progress((index + 1) / sheets.length);
    }
    await read(/ms-excel\.comments/, (kind, view) => {
      if (kind === record.comment) texts.push(wideText(view, 1));
    });
    for (const other of parts.filter(isXml)) {
      const text = createOfficeText();
      try {
        await scanPart(source, other, text, reading);
      } catch (problem) {
        part.unreadable = reading.reasonFor(problem);
      }
      texts.push(text.finish());
    }
    part.text = texts.filter(Boolean).join('\n');
    if (tables.length > 0) part.tables = tables;
    const embedded = parts.filter((one) => !isXml(one) && !one.path.endsWith('.bin'));
    const children = await readEmbedded(source, embedded, reading);
    if (children.length > 0) part.children = children;
    return part;
  },
};

/** Numbers of records. MS-XLSB 2.3.2 */
const record = {
  row: 0,
  blank: 1,
  rk: 2,
  bool: 4,
  real: 5,
  text: 6,
  shared: 19,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  shortBlank: 12,
  format: 44,
  style: 47,
  workbook: 153,
  sheet: 156,
  styles: 617,
  stylesEnd: 618,
  comment: 637,
} as const;

/** Records 12 to 18 say the same without a column: they stand right of the cell before. Excel reads them, other programs write them. */
const longKind = [record.blank, record.rk, 3, record.bool, record.real, record.text, record.sharedText];

type Read = (type: RegExp, take: (kind: number, view: DataView) => void) => Promise<void>;

/** How each cell style shows numbers. */
async function readFormats(read: Read, system: () => DateSystem): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inStyles = false;
  await read(/ms-excel\.styles/, (kind, view) => {
    if (kind === record.format) codes.set(view.getUint16(0, true), wideText(view, 2));
    else if (kind === record.styles) inStyles = true;
    else if (kind === record.stylesEnd) inStyles = false;
    else if (kind === record.style && inStyles) ids.push(view.getUint16(2, true));
  });
  return ids.map((id) => numberFormat(id, codes.get(id), system()));
}

/** `at`: where the value begins, right behind the cell's style. */
function cellText(kind: number, view: DataView, at: number, shared: string[], formats: NumberFormat[]): string {
  const show = (value: number) => (formats[view.getUint32(at - 4, true) & 0xffffff] ?? generalNumber)(String(value));
  switch (kind) {
    case record.rk:
      return show(rkNumber(view.getUint32(at, true)));
    case record.real:
    case record.formulaNumber:
      return show(view.getFloat64(at, true));
    case record.sharedText:
      return shared[view.getUint32(at, true)] ?? '';
    case record.text:
    case record.formulaText:
      return wideText(view, at);
    case record.bool:
    case record.formulaBool:
      return view.getUint8(at) === 1 ? 'TRUE' : 'FALSE';
    default:
      return '';
  }
}

async function readBinary(
  source: Source,
  part: OfficePart,
  reading: Reading,
  take: (kind: number, view: DataView) => void,
): Promise<void> {
  const content = await readEntryFile(source.file, part.entry, reading);
  readRecords(await content.arrayBuffer(), take, () => reading.check());
}

/** A number of characters, then so many in UTF-16. */
const wideLength = (view: DataView, at: number) => 4 + view.getUint32(at, true) * 2;

function wideText(view: DataView, at: number): string {
  const length = view.getUint32(at, true) * 2;
  const end = Math.min(view.byteLength, at + 4 + length);
  return new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at + 4, end - at - 4));
}

const byNumber = (one: OfficePart, other: OfficePart) => number(one) - number(other);
const number = ({ path }: OfficePart) => Number(/(\d{1,9})\.bin$/.exec(path)?.[1] ?? 0);
