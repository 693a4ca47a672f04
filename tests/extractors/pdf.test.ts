import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../extractors/pdf/columns.ts';
import { type PageItem, rowsOf } from '../../extractors/pdf/table-lines.ts';
import { allClients, clientRows, fewClients, header } from './client-rows.ts';
import { everything, read, readFixture } from './read.ts';

describe('PDF', { timeout: 30_000 }, () => {
  it('reads a table of 957 clients over its pages as one table', async () => {
    const part = await readFixture('clients-957.pdf');
    expect(part.unreadable).toBeUndefined();
    const [table, ...others] = part.tables!;
    expect(others).toEqual([]);
    const rows = [header, ...clientRows(allClients())];
    expect(table!.rows).toHaveLength(rows.length);
    const emails = table!.rows.map((row) => row[3]);
    // Two full cells are told as one piece of text; where the second begins is told by the widths of letters.
    expect(rows.filter((row, index) => row[3] !== emails[index]).length).toBeLessThan(3);
  });

  it('puts the lines of a cell together, words that are broken too', async () => {
    const { tables } = await readFixture('document.pdf');
    const rows = tables!.flatMap((table) => table.rows);
    const emails = new Set(rows.map((row) => row[3]));
    const wrong = clientRows(fewClients()).filter((client) => !emails.has(client[3]!));
    // A row that is broken by the end of a page and whose first cell is broken too stays in two.
    expect(wrong.length).toBeLessThan(4);
    expect(rows[1]).toEqual(
      clientRows(fewClients())[0]!.map((value) => (/^01632/.test(value) ? '01632960409' : value)),
    );
  });

  it('reads a printed sheet', async () => {
    const { tables } = await readFixture('sheet.pdf');
    // Figures are printed to the right of their column: a telephone number that is one leaves its column.
    const rows = tables![0]!.rows.slice(1).map((row) => row.filter((value) => value !== ''));
    expect(rows).toEqual(clientRows(fewClients()).map((row) => row.slice(0, 6)));
  });

  it('reads properties that another program wrote', async () => {
    const text = everything(await readFixture('described.pdf'));
    expect(text).toContain('author.person@example.com');
    expect(text).toContain('xmp.person@example.com');
  });

  it('reads pages, comments and links', async () => {
    const { text } = await readFixture('story.pdf');
    for (const who of ['body', 'header', 'footer', 'footnote', 'box', 'deleted', 'linked'])
      expect(text, who).toContain(`${who}.person@example.com`);
  });

  it('reads attached files', async () => {
    const part = await readFixture('attached.pdf');
    expect(part.children).toMatchObject([{ name: 'clients-957.csv', type: 'csv' }]);
  });

  it('says what is under a password, and what is a picture of a page', async () => {
    expect(await readFixture('password.pdf')).toEqual({ name: 'password.pdf', type: 'pdf', unreadable: 'encrypted' });
    expect((await readFixture('scanned.pdf')).unreadable).toBe('media');
  });

  it('says that damage is damage', async () => {
    expect(await read('%PDF-1.7\nnothing', 'a.pdf')).toMatchObject({ type: 'pdf', unreadable: 'broken' });
  });

  it('reads a form, comments and properties, and leaves nothing out that is turned', async () => {
    const part = await read(smallPdf, 'a.pdf');
    const all = everything(part);
    for (const who of ['field', 'note', 'subject', 'turned']) expect(all, who).toContain(`${who}.person@example.com`);
    expect(part.unreadable).toBeUndefined();
  });
});

/** Written by hand: readers find the objects where a table of them is missing. */
const smallPdf = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R 7 0 R]>> endobj
4 0 obj <</Length 70>> stream
BT /F 12 Tf 0 1 -1 0 100 100 Tm (turned.person@example.com) Tj ET     
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(Email)/V(field.person@example.com)/Rect[10 10 90 30]/P 3 0 R>> endobj
7 0 obj <</Type/Annot/Subtype/Text/Contents(note.person@example.com)/Rect[10 50 30 70]>> endobj
8 0 obj <</Subject(subject.person@example.com)>> endobj
trailer <</Root 1 0 R/Info 8 0 R>>
%%EOF`;

/** Cells of a line from the left: text, place, width. */
const line = (y: number, ...cells: [text: string, x: number, width: number][]): PageItem[] =>
  cells.map(([text, x, width]) => ({ text, x, y, width, height: 10 }));
const tableOf = (...lines: PageItem[][]) => cellsOf(rowsOf(lines.flat())).cells;

describe('rows of printed tables', () => {
  it.each([
    [
      'empty cells',
      [
        line(90, ['Name', 0, 20], ['Town', 50, 20], ['Age', 90, 15]),
        line(78, ['Jane', 0, 20], ['44', 95, 10]),
        line(66, ['Joe', 0, 15], ['York', 50, 20], ['9', 100, 5]),
      ],
      [
        ['Name', 'Town', 'Age'],
        ['Jane', '', '44'],
        ['Joe', 'York', '9'],
      ],
    ],
    [
      'pieces of one cell',
      [line(90, ['Jane', 0, 20], ['Doe', 23, 18], ['York', 80, 20]), line(78, ['Joe', 0, 15], ['Leeds', 80, 25])],
      [
        ['Jane Doe', 'York'],
        ['Joe', 'Leeds'],
      ],
    ],
    [
      'two full cells told as one piece',
      [
        line(90, ['Janet', 0, 27], ['York', 30, 20]),
        line(78, ['Joe', 0, 15], ['Leeds', 30, 25]),
        line(66, ['Annie Bath', 0, 52]),
      ],
      [
        ['Janet', 'York'],
        ['Joe', 'Leeds'],
        ['Annie', 'Bath'],
      ],
    ],
    [
      'cells of several lines, printed cell by cell',
      [
        line(90, ['12 High', 0, 40]),
        line(78, ['Street', 0, 30]),
        line(90, ['York', 60, 20]),
        line(60, ['3 Low', 0, 30], ['Bath', 60, 20]),
      ],
      [
        ['12 High Street', 'York'],
        ['3 Low', 'Bath'],
      ],
    ],
  ])('keeps %s', (_, lines, rows) => {
    expect(tableOf(...(lines as PageItem[][]))).toEqual(rows);
  });
});
