// Writes binary workbooks of one sheet, with shared strings, date styles and a comment. [MS-XLSB] 2.1.4
import { joined, writeArchive } from './archive-writer.ts';

export type Field = ['u8' | 'u16' | 'u32' | 'f64', number] | ['text', string];

/** One record; two bytes for its number, four for its length. MS-XLSB 2.1.4 */
export function record(kind: number, ...fields: Field[]): Uint8Array {
  const content = joined(fields.map(bytesOf));
  const head = kind < 0x80 ? [kind] : [(kind & 0x7f) | 0x80, kind >> 7];
  const length = [content.length & 0x7f, content.length >> 7];
  return joined([new Uint8Array([...head, length[0]! | 0x80, length[1]!]), content]);
}

function bytesOf(field: Field): Uint8Array {
  if (field[0] === 'text') {
    const text = new Uint8Array(Buffer.from(field[1], 'utf16le'));
    return joined([bytesOf(['u32', field[1].length]), text]);
  }
  const [kind, value] = field;
  const view = new DataView(new ArrayBuffer({ u8: 1, u16: 2, u32: 4, f64: 8 }[kind]));
  if (kind === 'u8') view.setUint8(0, value);
  else if (kind === 'u16') view.setUint16(0, value, true);
  else if (kind === 'u32') view.setUint32(0, value, true);
  else view.setFloat64(0, value, true);
  return new Uint8Array(view.buffer);
}

export const cell = (kind: number, column: number, style: number, ...value: Field[]) =>
  record(kind, ['u32', column], ['u32', style], ...value);
const excel = 'application/vnd.ms-excel';
const types = [
  ['workbook', `${excel}.sheet.binary.macroEnabled.main`],
  ['sheet1', `${excel}.worksheet`],
  ['strings', `${excel}.sharedStrings`],
  ['styles', `${excel}.styles`],
  ['comments1', `${excel}.comments`],
]
  .map(([name, type]) => `<Override PartName="/xl/${name}.bin" ContentType="${type}"/>`)
  .join('');

export const workbook = (sheet: Uint8Array) =>
  writeArchive([
    { name: '[Content_Types].xml', content: `<Types>${types}</Types>` },
    {
      name: 'xl/workbook.bin',
      content: joined([record(156, ['u32', 1], ['u32', 1], ['text', 'rId1'], ['text', 'Clients'])]),
    },
    { name: 'xl/sheet1.bin', content: joined([sheet]) },
    { name: 'xl/strings.bin', content: joined([record(19, ['u8', 0], ['text', 'Jane Doe'])]) },
    {
      name: 'xl/styles.bin',
      content: joined([
        record(47, ['u16', 0], ['u16', 22]),
        record(617, ['u32', 2]),
        record(47, ['u16', 0], ['u16', 0]),
        record(47, ['u16', 0], ['u16', 14]),
        record(618),
      ]),
    },
    { name: 'xl/comments1.bin', content: joined([record(637, ['u8', 0], ['text', 'call joe@example.com'])]) },
  ]);
