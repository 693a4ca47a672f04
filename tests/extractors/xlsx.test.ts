import { describe, expect, it } from 'vitest';
import { type EntryToWrite, writeArchive } from './archive-writer.ts';
import { allClients, clientRows, fewClients, header, withIsoDates } from './client-rows.ts';
import { everything, read, readFixture } from './read.ts';

const few = [header, ...withIsoDates(clientRows(fewClients()))];

describe('workbooks', () => {
  it.each(['clients-957.xlsx', 'clients-957.xlsm'])('%s: reads every cell, birth dates as dates', async (name) => {
    const part = await readFixture(name);
    expect(part).toMatchObject({ type: 'xlsx', tables: [{ name: 'Clients' }] });
    expect(part.unreadable).toBeUndefined();
    expect(part.tables![0]!.rows).toEqual([header, ...withIsoDates(clientRows(allClients()))]);
  });

  it('reads hidden sheets, rows and columns', async () => {
    const { tables } = await readFixture('hidden.xlsx');
    expect(tables!.map((table) => table.name)).toEqual(['Cover', 'Archive', 'Folded']);
    expect(tables![1]!.rows).toEqual(few);
    expect(tables![2]!.rows).toEqual(few.slice(0, 11));
  });

  it('reads comments, page headers and properties', async () => {
    const { text } = await readFixture('hidden.xlsx');
    for (const who of ['comment', 'header', 'subject'])
      expect(text).toMatch(new RegExp(`\\b${who}\\.person@example\\.com$`, 'm'));
  });

  it('reads text boxes, words in formulas and names, and lists to choose from', async () => {
    const { text } = await readFixture('unseen.xlsx');
    for (const who of ['box', 'formula', 'named', 'choice']) expect(text).toContain(`${who}.person@example.com`);
  });

  it.each(['serials.xlsx', 'serials-1904.xlsx'])(
    '%s: shows date serials as dates and numbers with their zeros',
    async (name) => {
      const { tables } = await readFixture(name);
      const expected = few.map((row, index) =>
        index === 0 ? row : row.map((value, column) => (column === 4 ? '07700900123' : value)),
      );
      expect(tables![0]!.rows).toEqual(expected);
    },
  );

  it('says that a truncated one is broken', async () => {
    expect(await readFixture('truncated.xlsx')).toEqual({ name: 'truncated.xlsx', type: 'zip', unreadable: 'broken' });
  });
});

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const types = `<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/s1.xml" ContentType="${main}.worksheet+xml"/>
<Override PartName="/xl/s2.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/strings.xml" ContentType="${main}.sharedStrings+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/><Override PartName="/xl/pivotCacheDefinition1.xml" ContentType="${main}.pivotCacheDefinition+xml"/>
<Override PartName="/xl/pivotCacheRecords1.xml" ContentType="${main}.pivotCacheRecords+xml"/></Types>`;

/** A workbook with one sheet the workbook names and whatever else is given. */
const workbookOf = (sheet: string, others: EntryToWrite[] = []) =>
  writeArchive([
    { name: '[Content_Types].xml', content: types },
    {
      name: 'xl/workbook.xml',
      content:
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="/xl/s1.xml"/></Relationships>',
    },
    { name: 'xl/s1.xml', content: sheet },
    ...others,
  ]);
const rowsOf = async (sheet: string, others?: EntryToWrite[]) =>
  (await read(workbookOf(sheet, others))).tables?.[0]?.rows;
const row = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;

describe('cells', () => {
  it.each([
    ['inline strings in runs', '<c r="A1" t="inlineStr"><is><r><t>Ja</t></r><r><t>ne</t></r></is></c>', ['Jane']],
    ['no pronunciation guides', '<c t="inlineStr"><is><t>田中</t><rPh><t>タナカ</t></rPh></is></c>', ['田中']],
    ['escaped characters', '<c t="str"><v>jane_x0040_example.com</v></c>', ['jane@example.com']],
    ['entities and CDATA', '<c t="str"><v>a&#64;b &lt;<![CDATA[&c]]></v></c>', ['a@b <&c']],
    ['gaps between columns', '<c r="A1"><v>1</v></c><c r="D1"><v>2</v></c>', ['1', '', '', '2']],
    ['cells without a reference', '<c><v>1</v></c><c><v>2</v></c>', ['1', '2']],
    ['other namespaces and quotes', "<x:c r='B1' t='str'><x:v>a</x:v></x:c>", ['', 'a']],
    ['numbers without exponent', '<c><v>7.700900123E9</v></c><c><v>0.30000000000000004</v></c>', ['7700900123', '0.3']],
    ['the result of a formula', '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', ['ab']],
    ['truths and errors', '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>', ['TRUE', '#N/A']],
    ['comments between', '<c t="str"><!-- <c> --><v>a</v></c>', ['a']],
  ])('%s', async (_, cells, expected) => {
    expect(await rowsOf(row(cells))).toEqual([expected]);
  });

  it('parts what blank rows part', async () => {
    const sheet = '<sheetData><row r="2"><c><v>1</v></c></row><row r="9"><c><v>2</v></c></row></sheetData>';
    expect(await rowsOf(sheet)).toEqual([['1'], [], ['2']]);
  });

  it('reads sheets the workbook does not name, and names those it does', async () => {
    const { tables } = await read(
      workbookOf(row('<c><v>1</v></c>'), [{ name: 'xl/s2.xml', content: row('<c><v>2</v></c>') }]),
    );
    expect(tables).toEqual([
      { name: 'A & B', rows: [['1']] },
      { name: 'xl/s2.xml', rows: [['2']] },
    ]);
  });

  it('reads what a pivot table kept of its source', async () => {
    const { tables } = await read(
      workbookOf(row(''), [
        {
          name: 'xl/pivotCacheDefinition1.xml',
          content:
            '<d><cacheFields><cacheField name="Name"><sharedItems><s v="Jane"/><s v="Joe"/></sharedItems></cacheField><cacheField name="Born"/></cacheFields></d>',
        },
        {
          name: 'xl/pivotCacheRecords1.xml',
          content: '<d><r><x v="1"/><d v="1950-01-02T00:00:00"/></r><r><x v="0"/><m/></r></d>',
        },
      ]),
    );
    expect(tables![0]!.rows).toEqual([
      ['Name', 'Born'],
      ['Joe', '1950-01-02'],
      ['Jane', ''],
    ]);
  });

  it('reads words in formulas and names, and texts that no cell shows any more', async () => {
    const formula =
      '<c t="str"><f>HYPERLINK("mailto:jane@example.com","Ja""ne")&amp;IF(A1="x",1,"-")</f><v>Ja"ne</v></c>';
    const shared = '<sst><si><t>Joe</t></si><si><t>gone.person@example.com</t></si></sst>';
    const part = await read(
      workbookOf(row(`${formula}<c t="s"><v>0</v></c>`), [{ name: 'xl/strings.xml', content: shared }]),
    );
    expect(part.tables![0]!.rows).toEqual([['Ja"ne', 'Joe']]);
    expect(part.text).toBe('jane@example.com\nJa"ne\n\ngone.person@example.com');
  });

  it('reads what is broken up to the break', async () => {
    const part = await read(
      workbookOf('<sheetData><row><c t="str"><v>Jane</v></c></row><row><c t="s', [
        { name: 'xl/s2.xml', content: row('<c><v>2</v></c>') },
      ]),
    );
    expect(part.unreadable).toBe('broken');
    expect(part.tables!.map((table) => table.rows)).toEqual([[['Jane']], [['2']]]);
  });

  it('takes a large picture inside for what it is, a small one for a logo', async () => {
    const picture = (size: number) => {
      const content = new Uint8Array(size);
      content.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
      return read(workbookOf(row('<c><v>1</v></c>'), [{ name: 'xl/media/image1.png', content }]));
    };
    expect((await picture(10_000)).unreadable).toBeUndefined();
    expect(await picture(100_000)).toMatchObject({
      unreadable: 'media',
      children: [{ type: 'png', unreadable: 'media' }],
    });
  });

  it('does not follow entities or grow with a sparse row', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(1000)}"><!ENTITY z "&x;&x;">]>${row('<c t="str"><v>&z;</v></c>')}`;
    expect(await rowsOf(bomb)).toEqual([['&z;']]);
    const sparse = `<sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(3_000)}</sheetData>`;
    expect(everything(await read(workbookOf(sparse), 'f', { bytes: 64 << 20 })).length).toBeLessThan(64 << 20);
    expect((await read(workbookOf(sparse), 'f', { bytes: 64 << 20 })).unreadable).toBe('too-large');
  });
});
