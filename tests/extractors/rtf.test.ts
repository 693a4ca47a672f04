import { describe, expect, it } from 'vitest';
import { allClients, clientRows, header } from './client-rows.ts';
import { read, readFixture } from './read.ts';

const textOf = async (body: string) => (await read(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`)).text;

describe('Rich Text', () => {
  it('reads a table of 957 clients, and says that it reads in part', async () => {
    const part = await readFixture('clients-957.rtf');
    expect(part).toMatchObject({ type: 'rtf', unreadable: 'unknown-format' });
    const rows = [header, ...clientRows(allClients())].map((row) => row.join('\t'));
    expect(part.text).toContain(rows.join('\n'));
  });

  it('reads headers, footers, comments, notes, boxes, deletions and links', async () => {
    const { text } = await readFixture('story.rtf');
    for (const who of ['body', 'header', 'footer', 'comment', 'footnote', 'box', 'deleted', 'linked'])
      expect(text, who).toMatch(new RegExp(`(?<=^|\\s)${who}\\.person@example\\.com(?=\\s|$)`, 'm'));
  });

  it.each([
    ['bytes in the code page', "M\\'fcller", 'Müller'],
    ['bytes in the charset of the font', "{\\fonttbl{\\f1\\fcharset204 Arial;}}{\\f1 \\'c8\\'e2\\'e0\\'ed}", 'Иван'],
    ['characters by number', '\\uc1\\u1048?\\u1074?', 'Ив'],
    ['braces and backslashes', 'a\\{b\\}\\\\c', 'a{b}\\c'],
    ['lines and tabs', 'a\\par b\\tab c', 'a\nb\tc'],
    ['hidden text', 'a{\\v hidden}', 'ahidden'],
    ['no tables of looks', '{\\colortbl;\\red0;}{\\*\\listtable{\\list x}}{\\stylesheet{Normal;}}a', 'a'],
    ['properties', '{\\info{\\title Jane}{\\*\\company Firm}}a', 'a\n\nJane\nFirm'],
    ['binary data passed over', 'a\\bin3 }}}b', 'ab'],
  ])('reads %s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it('stops at groups nested too deep', async () => {
    expect((await read('{\\rtf1 '.padEnd(100_000, '{'))).unreadable).toBe('too-deep');
  });
});
