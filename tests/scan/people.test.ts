// Who is a person in a text, and who is not: one table of each, with the reason.
import { describe, expect, it } from 'vitest';
import { log } from '../../benchmarks/corpus/texts.ts';
import { estimate, peopleIn, sheetPart, textPart } from './counting.ts';

const table = (...lines: string[]) => lines.join('\n').replace(/ ?\| ?/g, '\t');

describe('people are told apart', () => {
  it.each<[why: string, people: number, text: string]>([
    [
      'a couple with one phone is two people',
      2,
      table('Name | Phone', 'Jane Doe | 07700 900123', 'Robert Doe | 07700 900123'),
    ],
    [
      'a couple at one address is two people',
      2,
      table('Name | Address | Postcode', 'Jane Doe | 4 Weir Court | LS1 4QT', 'Robert Doe | 4 Weir Court | LS1 4QT'),
    ],
    [
      'a couple with one mailbox is two people',
      2,
      table('Name | E-mail', 'Jane Doe | thedoes@x.test', 'Robert Doe | thedoes@x.test'),
    ],
    [
      'father and son with one name and phone are two people',
      2,
      table('Name | DOB | Phone', 'John Doe | 03/04/1951 | 07700 900123', 'John Doe | 05/06/1984 | 07700 900123'),
    ],
    ['a couple in one sentence is two people', 2, 'Write to Jane Doe at 07700 900123 or Bob Doe at 07700 900124.'],
    ['calls about two people are two', 2, 'Called Jane Doe, 07700 900123.\nCalled Bob Roe, 07700 900124.'],
    ['somebody named twice is one', 1, 'Called Jane Doe on 07700 900123. Wrote to Jane Doe at jane@x.test.'],
    [
      'a name that two lines part is one',
      2,
      'The first who asked us about the new price of the service this week was Jane\nDoe, who is to be called at 07700 900123, and the other of those two was Bob\nRoe at bob@y.test.',
    ],
    [
      'names that end a line and names that begin the next are two',
      3,
      ['Jane Doe on 07700 900123', 'Bob Roe on 07700 900124', 'Ann Poe on 07700 900125']
        .map((who) => `${who} asked about the price, referred by Tom Brandt`)
        .join('\n'),
    ],
    [
      'towns that end a line are of no name below',
      4,
      ['Barnaby Marcombe', 'Tilda Orme', 'Jonas Feld', 'Quillan Obasa']
        .map((name, index) => `${name} rang twice about the new price on 07700 90012${index} in Milton Keynes`)
        .join('\n'),
    ],
    [
      'a firm that bears a name is no other person',
      1,
      'Please write to Jane Doe, 07700 900123, Doe Consulting, jane@doe.test.',
    ],
    ['people of one given name are told apart', 2, 'Write to Jane Doe at 07700 900123 or Jane Coe at 07700 900124.'],
    ['a family of the east is told apart', 2, '山田 太郎 07700 900123, 山田 花子 07700 900124.'],
    [
      'lines of a log with a zone are no conversation',
      30,
      Array.from({ length: 30 }, (_, one) => `2026-11-29 10:15:02 +0100 4711: mail sent to a${one}@x.test`).join('\n'),
    ],
    [
      'names of the east in a sentence are names',
      2,
      'I spoke with 王伟 at +86 138 0000 1111 today, and 李娜 wrote from li@x.test.',
    ],
    [
      'twelve orders of one customer are one person',
      1,
      table(
        'Order | Customer | E-mail | Amount',
        ...Array.from({ length: 12 }, (_, order) => `SO-${9000 + order} | Jane Doe | jane@x.test | £${order + 10}.00`),
      ),
    ],
    [
      'the same person twice is one',
      2,
      table('Name | E-mail', 'Jane Doe | jane@x.test', 'Bob Roe | bob@y.test', 'Jane Doe | jane@x.test'),
    ],
    [
      'an initial is no other person',
      1,
      table('Name | E-mail | Phone', 'Jane Doe | jane@x.test | ', 'J. Doe | jane@x.test | 07700 900123'),
    ],
    [
      'name order, title, case and accents make no other person',
      1,
      table('Name | E-mail', 'Zoë Brandt | zoe@x.test', 'BRANDT, Zoe | zoe@x.test', 'Mrs Zoë Brandt | ZOE@x.test'),
    ],
    [
      'two NI numbers are two people, whatever else agrees',
      2,
      table('Name | NI number | Phone', 'Jane Doe | AB123456C | 07700 900123', 'Jane Doe | AB123457C | 07700 900123'),
    ],
    [
      'a switchboard joins nobody',
      8,
      table('Name | Phone | E-mail', ...names(8).map((name, index) => `${name} | 0113 496 0100 | p${index}@x.test`)),
    ],
    [
      'a switchboard joins nobody where no names are known',
      8,
      table('Phone | E-mail', ...names(8).map((_, index) => `0113 496 0100 | p${index}@x.test`)),
    ],
    [
      'rows without names are told apart by e-mail',
      3,
      table('E-mail | City', 'a@x.test | Leeds', 'b@x.test | York', 'c@x.test | Leeds'),
    ],
    [
      'NHS numbers without a header are people',
      6,
      table(
        '999 986 5089 | A12',
        '999 833 7933 | B7',
        '999 437 2327 | C1',
        '999 545 1778 | D',
        '999 173 2241 | E',
        '999 911 9514 | F',
      ),
    ],
    [
      'a name and a birth date are a person',
      2,
      table('First name | Last name | Date of birth', 'Jane | Doe | 03/04/1951', 'Bob | Roe | 05/06/1984'),
    ],
    [
      'misspelled headers are headers',
      2,
      table(
        'FIRSNAME | SURNAM | Tel. | D.O.B',
        'Jane | Doe | 7700900123 | 03/04/1951',
        'Bob | Roe | 7700900124 | 05/06/1984',
      ),
    ],
    [
      'a preamble stands above the header',
      2,
      table(
        'Client report | | ',
        'Printed 3 November 2025 | | ',
        'Customer name | E-mail | Phone',
        'Jane Doe | jane@x.test | 07700 900123',
        'Bob Roe | bob@y.test | 07700 900124',
      ),
    ],
    [
      'a second table with other columns',
      4,
      `${table('Name | E-mail', 'Jane Doe | jane@x.test', 'Bob Roe | bob@y.test')}\n\nand\n\n${table('Phone | Patient', '07700 900125 | Ann Poe', '07700 900126 | Tom Moe')}`,
    ],
    [
      'a second header in the same run of rows',
      4,
      table(
        'Name | E-mail',
        'Jane Doe | jane@x.test',
        'Bob Roe | bob@y.test',
        'Phone | Patient',
        '07700 900125 | Ann Poe',
        '07700 900126 | Tom Moe',
      ),
    ],
    [
      'a column headed "ref" full of e-mail addresses',
      3,
      table('Ref | Amount', 'a@x.test | 1', 'b@x.test | 2', 'c@x.test | 3'),
    ],
    [
      'quoted cells with line breaks',
      2,
      'Name,Address,E-mail\n"Doe, Jane","4 Weir Court\nLeeds\nLS1 4QT",jane@x.test\n"Roe, Bob","5 Weir Court\nLeeds",bob@y.test\n',
    ],
    [
      'commas inside unquoted addresses',
      2,
      'Name,E-mail,Address\nJane Doe,jane@x.test,4 Weir Court, Leeds, LS1 4QT\nBob Roe,bob@y.test,5 Weir Court, Leeds\n',
    ],
    [
      'contact lines',
      3,
      'Jane Doe, 07700 900123, jane@x.test\nBob Roe, 07700 900124, bob@y.test\nAnn Poe, 07700 900125, ann@z.test\n',
    ],
    ['two contact lines', 2, 'Jane Doe, 07700 900123, jane@x.test\nBob Roe, 07700 900124, bob@y.test\n'],
    [
      'a numbered list',
      3,
      'For you:\n1. Jane Doe - 07700 900123\n2. Bob Roe - 07700 900124\n3. Ann Poe - 07700 900125\n',
    ],
    ['a bulleted list of addresses', 3, '* jane@x.test\n* bob@y.test\n* ann@z.test\n'],
    ['addresses in one line', 4, 'jane@x.test; bob@y.test; ann@z.test; tom@w.test'],
    ['addresses one below the other', 3, 'jane@x.test\nbob@y.test\nann@z.test\n'],
    ['numbers one below the other', 4, '07700 900123\n07700 900124\n07700 900125\n07700 900126\n'],
    ['names with addresses in one line', 2, 'Jane Doe <jane@x.test>, Bob Roe <bob@y.test>'],
    ['two people in one sentence', 2, 'I met Jane Doe (07700 900123) and later Bob Roe (07700 900124).'],
    ['one person with home and mobile phone', 1, 'Jane Doe, home 01632 960123, mobile 07700 900123'],
    ['a family at one host, each with a mailbox', 3, 'jane.doe@x.test, john.doe@x.test, jill.doe@x.test'],
    ['mailboxes that differ by a number', 40, Array.from({ length: 40 }, (_, one) => `client${one}@x.test`).join('\n')],
    [
      'different people with the same small words in their names',
      2,
      'Lenn van der Veen <lenn@x.test>; Alma van der Velde <alma@y.test>',
    ],
    ['people of one name at different hosts', 2, 'jane.doe@x.test; john.doe@y.test'],
    ['one person with two addresses made of her name', 1, 'Jane Doe: jane.doe@x.test or jane.doe@work.test'],
    ['two NI numbers in one sentence', 2, 'NI numbers AB123456C and AB123457D are on file.'],
    [
      'a stanza without labels',
      2,
      'Jane Doe\n4 Weir Court\nLeeds LS1 4QT\n07700 900123\njane@x.test\n\nBob Roe\n5 Weir Court\n07700 900124\nbob@y.test\n',
    ],
    ['stanzas without a line between', 2, 'Jane Doe\n07700 900123\nBob Roe\n07700 900124\n'],
    [
      'label blocks parted by blank lines',
      2,
      'Name: Jane Doe\nTel: 07700 900123\n\nName: Bob Roe\nTel: 07700 900124\n',
    ],
    [
      'label blocks parted by nothing',
      3,
      'Name: Jane Doe\nTel: 07700 900123\nName: Bob Roe\nTel: 07700 900124\nName: Ann Poe\nTel: 07700 900125\n',
    ],
    ['one form with blank lines between its fields', 1, 'Name: Jane Doe\n\nTel: 07700 900123\n\nE-mail: jane@x.test\n'],
    [
      'label blocks with optional fields first',
      2,
      'Name: Jane Doe\nTel: 07700 900123\n\nTitle: Mr\nName: Bob Roe\nTel: 07700 900124\n',
    ],
    ['a form with two phones', 1, 'Name: Jane Doe\nPhone: 01632 960123\nMobile: 07700 900123\n'],
    [
      'a form pasted as two columns',
      1,
      'Name\tJane Doe\nE-mail\tjane@x.test\nPhone\t07700 900123\nDate of birth\t03/04/1951\n',
    ],
    [
      'vCards',
      2,
      'BEGIN:VCARD\nVERSION:3.0\nFN:Jane Doe\nTEL;TYPE=cell:07700 900123\nEMAIL:jane@\n x.test\nEND:VCARD\nBEGIN:VCARD\nFN:Bob Roe\nitem1.EMAIL;type=INTERNET:bob@y.test\nEND:VCARD\n',
    ],
    ['people of a quoted message', 2, 'See below\n\n> Jane Doe, 07700 900123\n>\n> Bob Roe, 07700 900124\n'],
  ])('%s: %i', (_, people, text) => {
    expect(estimate(text)).toBe(people);
  });

  it('reads sheets like pasted tables', () => {
    const rows = [
      ['Full name', 'Mobile'],
      ['Jane Doe', '7700900123'],
      ['', ''],
      ['Bob Roe', '+44 7700 900124'],
    ];
    expect(peopleIn(sheetPart(rows))).toMatchObject({ estimate: 2, how: ['table-rows'] });
  });

  it('joins across parts by name and birth date, and by name and house', () => {
    const first = textPart(table('Name | DOB', 'Jane Doe | 03/04/1951', 'Bob Roe | 05/06/1984'), 'a.txt');
    const second = textPart(
      table('Client | Born | Phone', 'Jane Doe | 3 April 1951 | 07700 900123', 'Ann Poe | 05/06/1984 | 07700 900124'),
      'b.txt',
    );
    expect(estimate([first, second])).toBe(3);
  });

  it('keeps a couple apart in the body and in the attachment', () => {
    const couple = table('Name | Phone', 'Jane Doe | 07700 900123', 'Robert Doe | 07700 900123');
    expect(estimate([textPart(couple), textPart(couple, 'couple.txt')])).toBe(2);
  });
});

describe('nobody is taken for a person', () => {
  it.each<[why: string, text: string]>([
    ['a configuration names a thing', 'name: invoice\nclusterIP: 10.12.7.91\nhost IP: 203.0.113.7\n'],
    ['a price list', table('Code | Item | Price', 'BW1001 | Oak desk | £249.00', 'BW1002 | Garden bench | £119.00')],
    [
      'a list of named products',
      table('Name | Price | Stock', 'Oak Desk | £249.00 | 4', 'Garden Bench | £119.00 | 3', 'Wool Rug | £99.00 | 9'),
    ],
    ['a timetable', table('Station | Arrives | Departs', 'Leeds Central | 09:15 | 09:17', 'York | 09:45 | 09:48')],
    ['places and postcodes', table('Branch | Postcode', 'Leeds | LS1 4QT', 'York | YO2 6RB', 'Derby | DE1 3QT')],
    [
      'organisations with phones',
      table(
        'Company | Phone',
        'Harrow Mills Ltd | 01632 960123',
        'Northgate Lettings Ltd | 01632 960124',
        'City Council | 01632 960125',
      ),
    ],
    [
      'schools with their office',
      table(
        'School name | Phone | E-mail',
        'Elm Primary School | 01632 960123 | office@elm.test',
        'Oak Academy | 01632 960124 | info@oak.test',
      ),
    ],
    ['orders by number', table('order_id | amount', '943476591 | 10.00', '943476592 | 12.50', '943476593 | 3.99')],
    [
      'parcels by tracking number',
      table('Tracking number | Weight', '4001234567890 | 3.2', '4001234567891 | 1.0', '4001234567892 | 0.4'),
    ],
    [
      'part numbers without a header, some like telephone numbers',
      table(
        ...['01632-960123', '90441-119045', '55530-229911', '07700-900123', '33981-774412', '64420-118845'].map(
          (part) => `${part} | Oak desk | 4`,
        ),
      ),
    ],
    ['codes and dates', table('Ref | Date | Postcode', 'A1 | 03/04/1951 | LS1 4QT', 'A2 | 05/06/1984 | YO2 6RB')],
    ['names alone', 'Jane Doe and Bob Roe will join us on Thursday.'],
    [
      'source code',
      'const retries = 3; // see issue 07700\nfunction run(id: string): void {\n  fetch(`https://x.test/?v=1.2.3`);\n}\n',
    ],
    ['a log', '2025-11-03 09:11:12 web-01 nginx[20411]: 203.0.113.7 GET /cart?sid=98440117 200 5120\n'.repeat(30)],
    ['role mailboxes', 'Write to info@x.test, sales@x.test or no-reply@y.test.'],
    ['a commit', 'Clone git@code.test:team/app.git or see sftp://backup@store.test/inbox.'],
    ['an empty text', ''],
  ])('%s', (_, text) => {
    expect(peopleIn(text)).toMatchObject({ min: 0, estimate: 0, max: 0 });
  });
});

it.each([1, 2, 3])('finds nobody in a web log with identifiers of ten and sixteen digits (seed %i)', (seed) => {
  expect(estimate(log(250_000, seed))).toBe(0);
});

describe('those who correspond are not counted', () => {
  const context = {
    sender: 'keziah.brandt@brightwater.example',
    recipients: [{ name: 'Jane Doe', address: 'jane@x.test' }],
    firmDomains: ['brightwater.example'],
  };

  it.each<[why: string, people: number, text: string]>([
    ['a recipient by address', 0, 'Your account: jane@x.test, 07700 900123'],
    ['a recipient by name', 0, 'Jane Doe, 4 Weir Court, 07700 900123'],
    ['the sender', 0, 'Reach me at keziah.brandt@brightwater.example or 07700 900461.'],
    ['the sender by the name in the address', 0, 'Keziah Brandt, 07700 900461'],
    ['colleagues', 0, 'Ask sam.porter@brightwater.example or ann@leeds.brightwater.example.'],
    [
      'a client whose account manager stands beside',
      2,
      table(
        'Client | Phone | Account manager',
        'Ann Poe | 07700 900125 | sam@brightwater.example',
        'Tom Moe | 07700 900126 | sam@brightwater.example',
      ),
    ],
    ['a client with another name than the recipient', 1, 'Jane Smith, 07700 900125'],
    [
      'quoted thread headers',
      0,
      '-----Original Message-----\nFrom: Tom Moe <tom@y.test>\nSent: Monday, 3 November 2025 09:12\nTo: Ann Poe <ann@z.test>; Bob Roe <bob@y.test>\nCc: Sue Loe <sue@z.test>\nSubject: desks\n\nFine.\n',
    ],
    [
      'a line that says who wrote',
      0,
      'Fine.\n\nOn Mon, 3 Nov 2025 at 09:12, Tom Moe <tom@y.test> wrote:\n> Thursday?\n',
    ],
    [
      'a signature',
      0,
      'Fine.\n\nKind regards,\n\nTom Moe\nBuyer | Harrow Mills Ltd\nT: 01632 960123 | M: 07700 900461\ntom.moe@y.test\n',
    ],
    ['a signature behind a dash line', 0, 'Fine.\n\n-- \nTom Moe\n01632 960123\ntom.moe@y.test\n'],
    [
      'a list below a signature',
      3,
      'As agreed.\n\nRegards\nKeziah\n\nName: Ann Poe\nTel: 07700 900125\n\nName: Tom Moe\nTel: 07700 900126\n\nName: Sue Loe\nTel: 07700 900127\n',
    ],
    [
      'a table below a signature',
      2,
      `Best wishes\nKeziah\n\n${table('Client | Phone', 'Ann Poe | 07700 900125', 'Tom Moe | 07700 900126')}\n`,
    ],
    [
      'a list forwarded below thread headers',
      2,
      'FYI\n\nFrom: Tom Moe <tom@y.test>\nSent: Monday\nTo: Ann Poe <ann@z.test>\nSubject: clients\n\nSue Loe, 07700 900125\n\nMax Coe, 07700 900126\n',
    ],
  ])('%s: %i', (_, people, text) => {
    expect(estimate(text, context)).toBe(people);
  });

  it('counts colleagues whose pay or health is in the list', () => {
    const payroll = table(
      'Employee | E-mail | NI number',
      'Sam Porter | sam@brightwater.example | AB123456C',
      'Ann Poe | ann@brightwater.example | AB123457C',
    );
    expect(estimate(payroll, context)).toBe(2);
  });
});

describe('what is known about the people', () => {
  it('says in how many of them something is present', () => {
    const text = table(
      'Customer | E-mail | NI number | IBAN | Last order | Date of birth',
      `Jane Doe | jane@x.test | AB123456C | GB82 WEST 1234 5698 7654 32 | Oak desk | 03/04/1951`,
      `Bob Roe | bob@y.test | | | | 05/06/${new Date().getFullYear() - 9}`,
    );
    expect(peopleIn(text).flags).toEqual({
      special: 0,
      criminal: 0,
      financial: 1,
      identityDocument: 1,
      child: 1,
      purchase: 1,
    });
  });

  it('bounds the count: records before joining, and the e-mail column', () => {
    const text = table(
      'Name | E-mail',
      'Jane Doe | jane@x.test',
      'Jane Doe | jane@x.test',
      'Bob Roe | ',
      'Ann Poe | ann@z.test',
    );
    expect(peopleIn(text)).toMatchObject({ min: 2, estimate: 3, max: 4 });
  });
});

function names(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${['Ann', 'Bob', 'Sue', 'Max'][index % 4]} ${['Alder', 'Birch', 'Cedar'][index % 3]}`,
  );
}
