// A sheet read as one text says of each cell what the cell alone would say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorById } from '../../detectors/index.ts';
import { normalForm, normalText } from '../../detectors/normal-form.ts';
import { sheetGrid } from '../../scan/tables/sheet-grid.ts';
import { clearText } from '../../scan/text/clear-text.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '07700 900123',
    ' jane@example.com ',
    'Zoë Müller',
    'ja\u200bne@example.com',
    '０７７００ 900123',
    'jane [at] example [dot] com',
    'jane%40example.com',
    'amFuZUBleGFtcGxlLmNvbQ==',
    'two\nlines',
    'a\tb',
    '\u00a0 07700 900123',
    '12 High Street',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
const kinds = ['email', 'phone', 'address', 'name'].map((id) => detectorById(id)!);

/** The cell as it is read alone, where it is plainly not encoded and no list. */
const alone = (written: string) => clearText(written).text.trim();

describe('the grid of a sheet', () => {
  it('gives each cell, its value and its place as if it stood alone', () => {
    fc.assert(
      fc.property(rows, fc.nat(100), (cells, base) => {
        const grid = sheetGrid(cells, base);
        const text = ' '.repeat(base) + cells.map((row) => row.join('\t')).join('\n');
        expect(grid.length).toBe(text.length - base);
        for (const [row, written] of cells.entries())
          for (const [column, one] of written.entries()) {
            const here = grid.cell(row, column);
            expect([one.trim(), alone(one), '']).toContain(here);
            if (/^[ -~]*$/.test(one) && one.length < 10) expect(here).toBe(one.trim());
            expect(text.slice(...grid.span(row, column))).toBe(one.trim());
            for (const kind of kinds) {
              const isRead = grid.read(row, column, kind);
              const normal = here === '' ? undefined : kind.read(here);
              expect(isRead).toBe(normal !== undefined);
              if (isRead) expect(normalText(0, normalForm.length)).toBe(normal);
            }
            grid.search(row, column, column + 1, (searched, start, end, toPart) => {
              expect(searched.slice(start, end).trim()).toBe(here);
              if (here === one) expect(text.slice(toPart(start), toPart(end))).toBe(one);
            });
          }
        if (cells.length > 0) expect(grid.cell(0, 9)).toBe('');
      }),
      { numRuns: 150, examples: [[[['jane [at] example [dot] com', 'x'], [], ['b']], 3]] },
    );
  });

  it.each([
    ['jane [at] example [dot] com', 'jane@example.com'],
    ['jane%40example.com', 'jane@example.com'],
    ['ja\u200bne@example.com', 'jane@example.com'],
    ['amFuZUBleGFtcGxlLmNvbQ==', 'jane@example.com'],
    ['Zoë [ät] example [dot] com', 'Zoë@example.com'],
  ])('reads %j as it is meant', (written, meant) => {
    expect(sheetGrid([['Mail'], ['', written]], 0).cell(1, 1)).toBe(meant);
  });

  it('keeps a list that a cell hides apart', () => {
    const list = `Name\tE-mail\n${Array.from({ length: 8 }, (_, k) => `Jane Doe${k}\tjane${k}@example.com`).join('\n')}`;
    const hidden = Buffer.from(list).toString('base64');
    const grid = sheetGrid([['Note'], [hidden]], 10);
    expect(grid.cell(1, 0)).toBe('');
    expect(grid.lists).toHaveLength(1);
    expect(grid.lists[0]!.clear.text).toBe(list);
    expect(grid.lists[0]!.span).toEqual([15, 15 + hidden.length]);
  });
});
