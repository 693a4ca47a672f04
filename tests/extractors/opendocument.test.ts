import { describe, expect, it } from 'vitest';
import { writeArchive } from './archive-writer.ts';
import { allClients, clientRows, fewClients, header, withIsoDates } from './client-rows.ts';
import { read, readFixture } from './read.ts';

const few = [header, ...withIsoDates(clientRows(fewClients()))];
const once = (text: string, who: string) =>
  expect(text.match(new RegExp(`(?<=^|\\s)${who}\\.person@example\\.com(?=\\s|$)`, 'g')), who).toHaveLength(1);

describe('OpenDocument sheets', () => {
  it('reads every cell of 957 clients, birth dates as dates', async () => {
    const part = await readFixture('clients-957.ods');
    expect(part).toMatchObject({ type: 'ods', tables: [{ name: 'Clients' }] });
    expect(part.unreadable).toBeUndefined();
    expect(part.tables![0]!.rows).toEqual([header, ...withIsoDates(clientRows(allClients()))]);
  });

  it('reads hidden sheets, rows and columns, comments, page headers and properties', async () => {
    const { tables, text } = await readFixture('hidden.ods');
    expect(tables!.map((table) => table.name)).toEqual(['Cover', 'Archive', 'Folded']);
    expect(tables![1]!.rows).toEqual(few);
    expect(tables![2]!.rows).toEqual(few.slice(0, 11));
    for (const who of ['comment', 'header', 'subject']) once(text!, who);
  });
});

it('reads text boxes, words in formulas and names, and lists to choose from', async () => {
  const { text } = await readFixture('unseen.ods');
  for (const who of ['box', 'formula', 'named', 'choice']) expect(text).toContain(`${who}.person@example.com`);
});

describe('OpenDocument texts', () => {
  it('reads a table of 957 clients row by row, in its place', async () => {
    const part = await readFixture('clients-957.odt');
    expect(part.unreadable).toBeUndefined();
    const rows = [header, ...clientRows(allClients())].map((row) => row.join('\t'));
    expect(part.text).toContain(`All clients, as promised.\n\n${rows.join('\n')}\n`);
  });

  it('reads headers, footers, comments, notes, boxes, deletions and links, each once', async () => {
    const { text } = await readFixture('story.odt');
    for (const who of ['body', 'header', 'footer', 'comment', 'footnote', 'box', 'deleted', 'linked']) once(text!, who);
  });
});

describe('slides', () => {
  it.each([
    ['story.odp', 'unknown-format'],
    ['story.pptx', undefined],
  ])('%s: reads tables, notes and hidden slides', async (name, unreadable) => {
    const part = await readFixture(name);
    expect(part.unreadable).toBe(unreadable);
    for (const row of clientRows(fewClients()).slice(0, 4)) expect(part.text).toContain(row.join('\t'));
    for (const who of ['notes', 'slide']) once(part.text!, who);
  });
});

const manifest = (inside = '') => ({
  name: 'META-INF/manifest.xml',
  content: `<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml">${inside}</m:file-entry></m:manifest>`,
});
const readContent = (body: string) =>
  read(
    writeArchive([
      manifest(),
      { name: 'content.xml', content: `<o:document-content><o:body>${body}</o:body></o:document-content>` },
    ]),
  );
const rowsOf = async (rows: string) =>
  (await readContent(`<o:spreadsheet><t:table t:name="A">${rows}</t:table></o:spreadsheet>`)).tables?.[0]?.rows;
const p = (text: string) => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = '') => `<t:table-cell ${attributes}>${p(text)}</t:table-cell>`;

describe('cells', () => {
  it.each([
    [
      'repeated cells',
      `<t:table-row>${cell('a', 't:number-columns-repeated="2"')}${cell('b')}</t:table-row>`,
      [['a', 'a', 'b']],
    ],
    ['gaps', `<t:table-row><t:table-cell t:number-columns-repeated="2"/>${cell('b')}</t:table-row>`, [['', '', 'b']]],
    [
      'empty tails',
      `<t:table-row>${cell('a')}<t:table-cell t:number-columns-repeated="16000"/></t:table-row>`,
      [['a']],
    ],
    ['repeated rows', `<t:table-row t:number-rows-repeated="2">${cell('a')}</t:table-row>`, [['a'], ['a']]],
    [
      'blank rows between',
      `<t:table-row>${cell('a')}</t:table-row><t:table-row t:number-rows-repeated="90000"><t:table-cell/></t:table-row><t:table-row>${cell('b')}</t:table-row>`,
      [['a'], [], ['b']],
    ],
    ['several paragraphs', `<t:table-row><t:table-cell>${p('a')}${p('b')}</t:table-cell></t:table-row>`, [['a b']]],
    [
      'spans and links',
      `<t:table-row>${cell('<text:span>Ja</text:span><text:a>ne</text:a>')}</t:table-row>`,
      [['Jane']],
    ],
    [
      'numbers as shown',
      `<t:table-row>${cell('07700900123', 'o:value-type="float" o:value="7700900123"')}</t:table-row>`,
      [['07700900123']],
    ],
    [
      'numbers shown with an exponent',
      `<t:table-row>${cell('7.7E+09', 'o:value-type="float" o:value="7700900123"')}</t:table-row>`,
      [['7700900123']],
    ],
  ])('reads %s', async (_, rows, expected) => {
    expect(await rowsOf(rows)).toEqual(expected);
  });

  it('does not grow with what repeats', async () => {
    const rows = `<t:table-row t:number-rows-repeated="1000000">${cell('a', 't:number-columns-repeated="16000"')}</t:table-row>`;
    expect((await readContent(`<o:spreadsheet><t:table>${rows}</t:table></o:spreadsheet>`)).unreadable).toBe(
      'too-large',
    );
  });

  it('reads words in formulas and in the definitions of names', async () => {
    const { text } = await readContent(
      `<o:spreadsheet><t:table><t:table-row><t:table-cell t:formula="of:=HYPERLINK(&quot;mailto:jane@example.com&quot;;&quot;Jane&quot;)">${p('Jane')}</t:table-cell></t:table-row></t:table><t:named-expressions><t:named-expression t:expression="of:=&quot;joe@example.com&quot;"/></t:named-expressions></o:spreadsheet>`,
    );
    expect(text).toBe('jane@example.com\nJane\njoe@example.com');
  });

  it('reads lists to choose from', async () => {
    const { text } = await readContent(
      `<o:spreadsheet><t:content-validations><t:content-validation t:condition="of:cell-content-is-in-list(&quot;Jane Doe&quot;)"/></t:content-validations></o:spreadsheet>`,
    );
    expect(text).toContain('Jane Doe');
  });
});

it('says that a document under a password is encrypted', async () => {
  const part = await read(
    writeArchive([manifest('<m:encryption-data/>'), { name: 'content.xml', content: new Uint8Array(99).fill(7) }]),
  );
  expect(part.unreadable).toBe('encrypted');
});
