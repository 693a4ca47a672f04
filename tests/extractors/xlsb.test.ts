import { describe, expect, it } from 'vitest';
import { joined } from './archive-writer.ts';
import { cell, type Field, record, workbook } from './binary-workbook-writer.ts';
import { read } from './read.ts';

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
