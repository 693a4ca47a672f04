import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const tablesOf = async (content: string) => (await read(content)).tables?.map((table) => table.rows);
const jane = { name: 'Jane', email: 'jane@example.com' };
const joe = { name: 'Joe', email: 'joe@example.com' };

describe('JSON', () => {
  it.each([
    [
      'a list of records',
      [jane, joe],
      [
        ['name', 'email'],
        ['Jane', 'jane@example.com'],
        ['Joe', 'joe@example.com'],
      ],
    ],
    [
      'records under keys',
      { a: jane, b: joe, c: jane },
      [
        ['key', 'name', 'email'],
        ['a', 'Jane', 'jane@example.com'],
        ['b', 'Joe', 'joe@example.com'],
        ['c', 'Jane', 'jane@example.com'],
      ],
    ],
    [
      'columns side by side',
      { name: ['Jane', 'Joe'], age: [1, 2] },
      [
        ['name', 'age'],
        ['Jane', '1'],
        ['Joe', '2'],
      ],
    ],
    [
      'columns under row numbers',
      { name: { 0: 'Jane', 1: 'Joe' }, age: { 0: 1, 1: 2 } },
      [
        ['name', 'age'],
        ['Jane', '1'],
        ['Joe', '2'],
      ],
    ],
    [
      'rows',
      [
        ['name', 'age'],
        ['Jane', 1],
      ],
      [
        ['name', 'age'],
        ['Jane', '1'],
      ],
    ],
    [
      'records in records',
      [{ firstName: 'Jane', home: { post_code: 'A1' } }, { firstName: 'Joe' }],
      [
        ['first name', 'post code'],
        ['Jane', 'A1'],
        ['Joe', ''],
      ],
    ],
    [
      'names that need their parent',
      [{ client: { name: 'Jane' }, product: { name: 'Lamp' } }, { client: { name: 'Joe' } }],
      [
        ['client name', 'product name'],
        ['Jane', 'Lamp'],
        ['Joe', ''],
      ],
    ],
    [
      'short lists in a record',
      [{ name: 'Jane', mail: ['a@b.example', 'c@d.example'] }, { name: 'Joe' }],
      [
        ['name', 'mail', 'mail 2'],
        ['Jane', 'a@b.example', 'c@d.example'],
        ['Joe', '', ''],
      ],
    ],
  ])('reads %s as a table', async (_, content, rows) => {
    expect(await tablesOf(JSON.stringify(content))).toEqual([rows]);
  });

  it('reads a long list in a record as a table of its own', async () => {
    const orders = Array.from({ length: 9 }, (_, index) => ({ item: `item ${index}`, to: 'Jane' }));
    const tables = await tablesOf(JSON.stringify([{ name: 'Jane', orders }, { name: 'Joe' }]));
    expect(tables!.map((rows) => rows.length)).toEqual([3, 10]);
  });

  it('reads lines of JSON, and a single record as lines', async () => {
    expect(await tablesOf(`${JSON.stringify(jane)}\n${JSON.stringify(joe)}\n`)).toHaveLength(1);
    expect(await read(JSON.stringify(jane))).toEqual({
      name: 'file',
      type: 'json',
      text: 'name: Jane\nemail: jane@example.com',
    });
  });

  it('keeps a field that is given twice, and reads escapes', async () => {
    expect((await read('{"a": "jane\\u0040example.com", "a": "x\\ty"}')).text).toBe('a: jane@example.com\na: x\ty');
  });

  it.each(['[1] see below', '{"a": 1', '[Draft] {x}', '{"a" 1}', '{"a": 1} and more', '[1, 2]]'])(
    'takes what only looks like it for text: %s',
    async (content) => {
      expect(await read(content)).toEqual({ name: 'file', type: 'text', text: content });
    },
  );

  it('stops at the depth it can lay out', async () => {
    expect((await read(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`)).unreadable).toBe('too-deep');
  });
});

describe('XML', () => {
  it('reads elements that repeat as a table, attributes and comments with it', async () => {
    const part = await read(
      '<?xml version="1.0"?><!DOCTYPE a><all xmlns="urn:a"><!-- call joe@example.com --><c id="1"><n>Jane &amp; co</n><a><town>York</town></a></c><c id="2"><n>Joe</n></c><note>end</note></all>',
    );
    expect(part.type).toBe('xml');
    expect(part.tables![0]!.rows).toEqual([
      ['id', 'n', 'town'],
      ['1', 'Jane & co', 'York'],
      ['2', 'Joe', ''],
    ]);
    expect(part.text).toBe('note: end\ncall joe@example.com');
  });

  it('reads the charset the document declares', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="koi8-r"?><a><b>'),
      Buffer.from([0xe9, 0xd7, 0xc1, 0xce]),
      Buffer.from('</b></a>'),
    ]);
    expect((await read(new Uint8Array(bytes))).text).toBe('b: Иван');
  });

  it('reads XML Spreadsheet 2003', async () => {
    const cell = (text: string, attributes = '') => `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`;
    const part = await read(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="s"><Worksheet ss:Name="A"><Table><Row>${cell('Jane')}${cell('1950-01-02T00:00:00.000', 'ss:Index="3"')}</Row></Table></Worksheet></Workbook>`,
    );
    expect(part.tables).toEqual([{ name: 'A', rows: [['Jane', '', '1950-01-02']] }]);
  });

  it('does not follow entities', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(1000)}"><!ENTITY z "&x;&x;">]><a><b>&z;</b></a>`;
    expect((await read(bomb)).text).toBe('b: &z;');
  });

  it.each(['<jane@example.com> wrote', '<3 hearts', '<name> is missing, <'])(
    'leaves text alone: %s',
    async (content) => {
      expect((await read(content)).type).toBe('text');
    },
  );
});

describe('cards and calendars', () => {
  it('unfolds and decodes cards', async () => {
    const { text, type } = await read(
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=\r\nler;Zo=C3=AB\r\nitem1.EMAIL:jane@exam\r\n ple.com\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n',
    );
    expect(type).toBe('vcf');
    expect(text).toBe('BEGIN:VCARD\nVERSION:2.1\nN:Müller;Zoë\nEMAIL:jane@example.com\nEND:VCARD');
  });

  const event = (content: string) => `BEGIN:VEVENT\r\nUID:1@mail.example\r\n${content}\r\nEND:VEVENT\r\n`;
  const calendar = (...events: string[]) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR`;

  it('reads an invitation as correspondence', async () => {
    const { text } = await read(
      calendar(
        event(
          'SUMMARY:Plans\\, again\r\nORGANIZER;CN=Sam:mailto:sam@firm.example\r\nATTENDEE;CN="Doe, Jane";RSVP=TRUE:mailto:jane@example.com\r\nDESCRIPTION:Bring\\ncake',
        ),
      ),
    );
    expect(text).toBe(
      'From: Sam <sam@firm.example>\nTo: Doe, Jane <jane@example.com>\nSubject: Plans, again\n\ndescription: Bring\ncake',
    );
  });

  it('reads the entries of a calendar', async () => {
    const { text } = await read(
      calendar(event('SUMMARY:A\r\nATTENDEE;CN=Jane:mailto:jane@example.com'), event('SUMMARY:B')),
    );
    expect(text).toBe('summary: A\nAttendee: Jane <jane@example.com>\n\nsummary: B');
  });

  it('reads what is attached', async () => {
    const part = await read(calendar(event('ATTACH;ENCODING=BASE64;VALUE=BINARY:SmFuZSBEb2U=')));
    expect(part.children![0]).toMatchObject({ type: 'text', text: 'Jane Doe' });
  });
});

it('reads Japanese in seven bits without being told', async () => {
  const bytes = new Uint8Array([0x1b, 0x24, 0x42, 0x45, 0x44, 0x43, 0x66, 0x1b, 0x28, 0x42]);
  expect((await read(bytes)).text).toBe('田中');
});

it('reads a mailbox message by message', async () => {
  const mail = (number: number) =>
    `From a@b.example Mon Jan  5 10:00:0${number} 2026\nFrom: a@b.example\nTo: c@d.example\nSubject: ${number}\n\nBody ${number}\nFrom here on\n\n`;
  const part = await read(mail(1) + mail(2));
  expect(part).toMatchObject({ type: 'mbox', unreadable: 'unknown-format' });
  expect(part.children!.map((child) => child.text)).toEqual(
    [1, 2].map(
      (number) => `From: a@b.example\nTo: c@d.example\nSubject: ${number}\n\nBody ${number}\nFrom here on\n\n`,
    ),
  );
});
