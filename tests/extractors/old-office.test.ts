import { describe, expect, it } from 'vitest';
import { layOutWordText } from '../../extractors/word-97/layout.ts';
import { allClients, clientRows, fewClients, header, withIsoDates } from './client-rows.ts';
import { writeCompound } from './compound-writer.ts';
import { fixture, read, readFixture } from './read.ts';

const few = [header, ...withIsoDates(clientRows(fewClients()))];
const finds = (text: string, ...who: string[]) => {
  for (const one of who) expect(text, one).toMatch(new RegExp(`(?<=^|\\s)${one}\\.person@example\\.com(?=\\s|$)`, 'm'));
};

describe('Excel 97–2003', () => {
  it('reads every cell of 957 clients, birth dates as dates, and says that it reads in part', async () => {
    const part = await readFixture('clients-957.xls');
    expect(part).toMatchObject({ type: 'xls', unreadable: 'unknown-format', tables: [{ name: 'Clients' }] });
    expect(part.tables![0]!.rows).toEqual([header, ...withIsoDates(clientRows(allClients()))]);
  });

  it('reads hidden sheets, rows and columns, comments, page headers and properties', async () => {
    const { tables, text } = await readFixture('hidden.xls');
    expect(tables!.map((table) => table.name)).toEqual(['Cover', 'Archive', 'Folded']);
    expect(tables![1]!.rows).toEqual(few);
    expect(tables![2]!.rows).toEqual(few.slice(0, 11));
    finds(text!, 'comment', 'header', 'subject');
  });

  it('says so of a password and of damage', async () => {
    const sealed = new Uint8Array([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 1, 0]);
    expect(await read(writeCompound({ Workbook: sealed }))).toMatchObject({ type: 'xls', unreadable: 'encrypted' });
    const cut = new Uint8Array([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0xfc, 0, 200, 0]);
    expect(await read(writeCompound({ Workbook: cut }))).toMatchObject({ type: 'xls', unreadable: 'broken' });
  });
});

describe('Word 97–2003', () => {
  it('reads a table of 957 clients row by row', async () => {
    const part = await readFixture('clients-957.doc');
    expect(part).toMatchObject({ type: 'doc', unreadable: 'unknown-format' });
    const rows = [header, ...clientRows(allClients())].map((row) => row.join('\t'));
    expect(part.text).toContain(`All clients, as promised.\n${rows.join('\n')}\n`);
  });

  it('reads headers, footers, comments, notes, boxes and links', async () => {
    const { text } = await readFixture('story.doc');
    finds(text!, 'body', 'header', 'footer', 'comment', 'footnote', 'box', 'linked');
    expect(text).toContain('deleted.person@example.com');
  });

  it.each([
    [
      'tables after prose, with empty cells',
      'Hi\rAll:\ra\x07b\x07\x07\x07b\x07\x07c\x07\x07\x07Bye\r',
      'Hi\nAll:\na\tb\n\tb\nc\t\nBye\n',
    ],
    ['cells of several paragraphs', 'a\rb\x07c\x07\x07', 'a\nb\tc\n'],
    ['fields', 'Ask \x13 HYPERLINK "mailto:jane@example.com" \x14Jane\x15 now\r', 'Ask Jane now\n\njane@example.com'],
    ['breaks', 'a\x0bb\x1ec\r', 'a\nb-c\n'],
  ])('lays out %s', (_, raw, text) => {
    expect(layOutWordText(raw)).toBe(text);
  });
});

describe('PowerPoint 97–2003', () => {
  it('reads slides, notes and hidden slides', async () => {
    const part = await readFixture('story.ppt');
    expect(part).toMatchObject({ type: 'ppt', unreadable: 'unknown-format' });
    finds(part.text!, 'notes', 'slide');
    for (const [, , , email] of clientRows(fewClients()).slice(0, 4)) expect(part.text).toContain(email);
  });
});

it('reads new Office files embedded in old ones', async () => {
  const part = await read(
    writeCompound({
      WordDocument: wordOf('Jane'),
      '0Table': pieceTable(4),
      ObjectPool: { _1: { Package: fixture('hidden.xlsx') } },
    }),
  );
  expect(part.text).toBe('Jane');
  expect(part.children).toMatchObject([{ type: 'xlsx' }]);
});

/** The least a Word document has: its mark, where the table of pieces stands, and the text behind the header. */
function wordOf(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(0x200 + text.length));
  view.setUint16(0, 0xa5ec, true);
  view.setUint32(0x01a2, 0, true);
  view.setUint32(0x01a6, 21, true);
  new Uint8Array(view.buffer).set(new TextEncoder().encode(text), 0x200);
  return new Uint8Array(view.buffer);
}

function pieceTable(length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(21));
  view.setUint8(0, 2);
  view.setUint32(1, 16, true);
  view.setUint32(9, length, true);
  view.setUint32(15, 0x40000000 | (0x200 * 2), true);
  return new Uint8Array(view.buffer);
}
