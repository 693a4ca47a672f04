import { describe, expect, it } from 'vitest';
import { joined, writeArchive } from './archive-writer.ts';
import { read } from './read.ts';

type Field = ['u8' | 'u16' | 'u32' | 'f64', number] | ['text', string];

/** One record; two bytes for its number, four for its length. MS-XLSB 2.1.4 */
function record(kind: number, ...fields: Field[]): Uint8Array {
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

const cell = (kind: number, column: number, style: number, ...value: Field[]) =>
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

const workbook = (sheet: Uint8Array) =>
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

describe('binary workbooks', () => {
  it('reads texts, numbers and dates of every sheet, comments with them, and says that it reads in part', async () => {
    const sheet = joined([
      record(0, ['u32', 0]),
      cell(7, 0, 0, ['u32', 0]),
      cell(6, 1, 0, ['text', 'jane@example.com']),
      cell(5, 3, 1, ['f64', 18_264]),
      record(0, ['u32', 1]),
      cell(2, 0, 0, ['u32', (42 << 2) | 2]),
      cell(4, 1, 0, ['u8', 1]),
      cell(8, 2, 0, ['text', 'Joe'], ['u16', 0]),
    ]);
    expect(await read(workbook(sheet))).toMatchObject({
      type: 'xlsb',
      unreadable: 'unknown-format',
      text: 'call joe@example.com',
      tables: [
        {
          name: 'Clients',
          rows: [
            ['Jane Doe', 'jane@example.com', '', '1950-01-01'],
            ['42', 'TRUE', 'Joe'],
          ],
        },
      ],
    });
  });

  it('reads cells that stand right of the one before and name no column, as other programs write them', async () => {
    const short = (kind: number, style: number, ...value: Field[]) => record(kind, ['u32', style], ...value);
    const sheet = joined([
      record(0, ['u32', 0]),
      cell(7, 0, 0, ['u32', 0]),
      short(17, 0, ['text', 'jane@example.com']),
      short(12, 0),
      short(16, 1, ['f64', 18_264]),
      short(13, 0, ['u32', (42 << 2) | 2]),
      short(15, 0, ['u8', 1]),
      short(18, 0, ['u32', 0]),
      record(0, ['u32', 1]),
      cell(3, 0, 0, ['u8', 7]),
      short(17, 0, ['text', 'second']),
    ]);
    const { tables } = await read(workbook(sheet));
    expect(tables?.[0]?.rows).toEqual([
      ['Jane Doe', 'jane@example.com', '', '1950-01-01', '42', 'TRUE', 'Jane Doe'],
      ['', 'second'],
    ]);
  });

  it('says that damage is damage', async () => {
    const part = await read(
      workbook(joined([record(0, ['u32', 0]), cell(7, 0, 0, ['u32', 0]), new Uint8Array([5, 99])])),
    );
    expect(part).toMatchObject({ unreadable: 'broken', tables: [{ rows: [['Jane Doe']] }] });
  });
});
