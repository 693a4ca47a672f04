// Small tables, lists and records in the shapes people's data comes in, with how many people each is about.
export type Structure = readonly [what: string, people: number, content: string | string[][]];

const lines = (...all: string[]) => all.join('\n');
const rows = (...all: string[]) => all.map((line) => line.split(' | ').map((cell) => cell.trim()));

export const records: readonly Structure[] = [
  [
    'a JSON array of objects on several lines',
    3,
    JSON.stringify(
      [
        { id: 1, name: 'Jane Doe', email: 'jane@x.test', phone: '07700 900123' },
        { id: 2, name: 'Bob Roe', email: 'bob@y.test', phone: '07700 900124' },
        { id: 3, name: 'Ann Poe', email: null, phone: '' },
      ],
      null,
      2,
    ),
  ],
  [
    'a JSON array of objects on one line',
    2,
    JSON.stringify([
      { first_name: 'Jane', last_name: 'Doe', dob: '1951-04-03' },
      { first_name: 'Bob', last_name: 'Roe', dob: '1984-06-05' },
    ]),
  ],
  [
    'JSON with nested contacts and addresses',
    2,
    JSON.stringify(
      {
        total: 2,
        customers: [
          {
            profile: { firstName: 'Jane', lastName: 'Doe' },
            contact: { email: 'jane@x.test', phones: ['07700 900123', '01632 960123'] },
            address: { street: '4 Weir Court', city: 'Leeds', postcode: 'LS1 4QT' },
          },
          {
            profile: { firstName: 'Bob', lastName: 'Roe' },
            contact: { email: 'bob@y.test', phones: [] },
            address: { street: '5 Weir Court', city: 'Leeds', postcode: 'LS1 4QT' },
          },
        ],
      },
      null,
      4,
    ),
  ],
  [
    'JSON Lines',
    3,
    lines(
      '{"customer":"Jane Doe","city":"Leeds"}',
      '{"customer":"Bob Roe","city":"York"}',
      '{"customer":"Ann Poe","city":"Derby"}',
    ),
  ],
  [
    'JSON within a mail',
    2,
    `Hi,\n\nhere is the export you asked for:\n\n${JSON.stringify(
      [
        { patientName: 'Jane Doe', nhsNumber: '999 986 5089' },
        { patientName: 'Bob Roe', nhsNumber: '999 833 7933' },
      ],
      null,
      1,
    )}\n\nRegards\nSam\n`,
  ],
  [
    'JSON objects with people as keys',
    2,
    JSON.stringify({
      '1001': { fullName: 'Jane Doe', birthDate: '1951-04-03' },
      '1002': { fullName: 'Bob Roe', birthDate: '1984-06-05' },
    }),
  ],
  [
    'JSON in which every customer has orders',
    2,
    JSON.stringify([
      {
        customerName: 'Jane Doe',
        email: 'jane@x.test',
        orders: [
          { sku: 'BW1', total: 10 },
          { sku: 'BW2', total: 5 },
        ],
      },
      { customerName: 'Bob Roe', email: 'bob@y.test', orders: [{ sku: 'BW3', total: 10 }] },
    ]),
  ],
  [
    'JSON in log lines',
    2,
    lines(
      '2025-11-03T09:11:12Z INFO saved {"user":{"fullName":"Jane Doe","email":"jane@x.test"}}',
      '2025-11-03T09:11:14Z INFO saved {"user":{"fullName":"Bob Roe","email":"bob@y.test"}}',
    ),
  ],
  [
    'JSON as columns and rows',
    2,
    '{"columns":["Name","Email"],"rows":[["Jane Doe","jane@x.test"],["Bob Roe","bob@y.test"]]}',
  ],
  [
    'XML elements',
    2,
    lines(
      '<?xml version="1.0"?>',
      '<customers>',
      '  <customer id="1">',
      '    <name>Jane Doe</name>',
      '    <dateOfBirth>1951-04-03</dateOfBirth>',
      '    <address><street>4 Weir Court</street><postcode>LS1 4QT</postcode></address>',
      '  </customer>',
      '  <customer id="2">',
      '    <name>Bob Roe</name>',
      '    <dateOfBirth>1984-06-05</dateOfBirth>',
      '    <address><street>5 Weir Court</street><postcode>LS1 4QT</postcode></address>',
      '  </customer>',
      '</customers>',
    ),
  ],
  [
    'XML attributes',
    3,
    lines(
      '<patients>',
      '<patient forename="Jane" surname="Doe" dob="1951-04-03"/>',
      '<patient forename="Bob" surname="Roe" dob="1984-06-05"/>',
      '<patient forename="Ann" surname="Poe" dob="1990-01-12"/>',
      '</patients>',
    ),
  ],
  [
    'XML on one line',
    2,
    '<list><person><firstName>Jane</firstName><lastName>Doe</lastName></person><person><firstName>Bob</firstName><lastName>Roe</lastName></person></list>',
  ],
  [
    'HTML written out, rows with links',
    3,
    lines(
      'Hi, the page is made like this:',
      '<table border="1"><thead><tr><th>Name</th><th>Email</th><th>Phone</th></tr></thead>',
      '<tr><td>Jane Doe</td><td><a href="mailto:jane@x.test">jane@x.test</a></td><td><a href="tel:+447700900123">+44 7700 900123</a></td></tr>',
      '<tr><td>Bob Roe</td><td><a href="mailto:bob@y.test">Bob@Y.test</a></td><td><a href="tel:+447700900124">07700 900124</a></td></tr>',
      '<tr><td>Ann Poe</td><td><a href="mailto:ann@z.test">write</a></td><td></td></tr>',
      '</table>',
    ),
  ],
  [
    'HTML written out as editors lay it out',
    2,
    lines(
      '<html>',
      '  <body>',
      '    <table>',
      '      <tr>',
      '        <td>',
      '          Jane Doe',
      '        </td>',
      '        <td>',
      '          <a href="mailto:jane@x.test">',
      '            jane@x.test',
      '          </a>',
      '        </td>',
      '      </tr>',
      '      <tr>',
      '        <td>Bob<br>Roe</td>',
      '        <td>bob@y.test</td>',
      '      </tr>',
      '    </table>',
      '  </body>',
      '</html>',
    ),
  ],
  [
    'HTML written out, two tables within one',
    4,
    '<table><tr><td>' +
      [
        ['Jane Doe', 'jane@x.test', 'Bob Roe', 'bob@y.test'],
        ['Ann Poe', 'ann@z.test', 'Tom Coe', 'tom@z.test'],
      ]
        .map(
          ([one, email, other, second]) =>
            `<table><tr><td>${one}</td><td><a href='mailto:${email}'>mail</a></td></tr><tr><td>${other}</td><td>${second}</td></tr></table>`,
        )
        .join('</td><td>') +
      '</td></tr></table>',
  ],
  [
    'HTML written out, two tables one after the other',
    4,
    '<table><tr><th>Name<th>Email<tr><td>Jane Doe<td>jane@x.test<tr><td>Bob Roe<td>bob@y.test</table>' +
      '<table><tr><th>Patient<th>Born<tr><td>Ann Poe<td>03/04/1951<tr><td>Tom Coe<td>05/06/1984</table>',
  ],
  [
    'HTML written out, a list',
    3,
    lines(
      '<ul class="people">',
      '<li><b>Jane Doe</b>, <a href="tel:+447700900123">07700 900123</a></li>',
      '<li><b>Bob Roe</b>, <a href="tel:07700900124">call</a></li>',
      '<li><b>Ann Poe</b>, <a href="mailto:ann@z.test">ann@z.test</a></li>',
      '</ul>',
    ),
  ],
  [
    'HTML written out in the text of a page',
    2,
    lines(
      '&lt;tr&gt;&lt;td&gt;Jane Doe&lt;/td&gt;&lt;td&gt;&lt;a href="mailto:jane@x.test"&gt;jane@x.test&lt;/a&gt;&lt;/td&gt;&lt;/tr&gt;',
      '&lt;tr&gt;&lt;td&gt;Bob Roe&lt;/td&gt;&lt;td&gt;&lt;a href="mailto:bob@y.test"&gt;bob@y.test&lt;/a&gt;&lt;/td&gt;&lt;/tr&gt;',
    ),
  ],
  [
    'JSON with HTML in its strings',
    2,
    lines(
      '[{"name": "Jane Doe", "email": "jane@x.test", "note": "<p>Called<br>twice</p>"},',
      '{"name": "Bob Roe", "email": "bob@y.test", "note": "<p>Wrote</p>"}]',
    ),
  ],
  [
    'XML with elements that HTML has too',
    2,
    lines(
      '<people>',
      '<person><title>Mrs</title><name>Jane Doe</name><address>4 Weir Court</address></person>',
      '<person><title>Mr</title><name>Bob Roe</name><address>5 Weir Court</address></person>',
      '</people>',
    ),
  ],
  [
    'a pasted table whose tabs an editor made blanks',
    3,
    lines(
      'Name\u00a0\u00a0 \u00a0Phone\u00a0\u00a0 \u00a0Town\u00a0\u00a0 \u00a0Born',
      'Jane Doe\u00a0\u00a0 \u00a0069 1234 5678\u00a0\u00a0 \u00a0Leeds\u00a0\u00a0 \u00a003/04/1951',
      'Bob Roe\u00a0\u00a0 \u00a0069 1234 5679\u00a0\u00a0 \u00a0\u00a0\u00a0 \u00a005/06/1984',
      'Ann Poe\u00a0\u00a0 \u00a0\u00a0\u00a0 \u00a0York\u00a0\u00a0 \u00a0',
    ),
  ],
  [
    'a pasted table of names whose tabs an editor made blanks',
    3,
    lines(
      'Client\u00a0 \u00a0 Town',
      'Jane Doe\u00a0 \u00a0 Leeds',
      'Bob Roe \u00a0 \u00a0York',
      'Ann Poe\u00a0\u00a0\u00a0\u00a0Derby',
    ),
  ],
  [
    'numbers below words that say what they are',
    4,
    lines('Mobile numbers of our clients', '06 12 34 56 78', '06 12 34 56 79', '- 06-12345670', '+33 6 12 34 56 71'),
  ],
  [
    'numbers in a paragraph below such words',
    3,
    lines('Hi,', 'here are the telephone numbers:', '', '612 345 678', '612 345 679', '612 345 670', '', 'Best', 'Sam'),
  ],
  ['client numbers below such words', 3, lines('Client numbers:', '', 'K-204711', 'K-204712', 'K-204713')],
  [
    'names and numbers of the Netherlands, cut by pipes',
    5,
    lines(
      'Sanne de Groot | 06-12345671',
      'Jip Bakker | 06-12345672',
      'Merel Visser | 06-12345673',
      'Bram Smit | 06-12345674',
      'Fenna Mulder | 06-12345675',
    ),
  ],
  [
    'names, streets and numbers of Poland, cut by pipes',
    5,
    lines(
      '| Anna Nowak | Lipowa 4 | 601 234 561 |',
      '| Bogumił Zając | Polna 12 | 601 234 562 |',
      '| Dobrosława Wilk | Leśna 3 | 601 234 563 |',
      '| Piotr Mazur | Krótka 8 | 601 234 564 |',
      '| Ziemowit Kruk | Długa 1 | 601 234 565 |',
    ),
  ],
  [
    'surnames, first names, days of birth and numbers of Sweden, without a header',
    5,
    lines(
      'Lindqvist;Erik;1961-04-03;070-123 45 61',
      'Ek;Ingrid;1984-06-05;070-123 45 62',
      'Sjö;Tuva;1990-01-12;070-123 45 63',
      'Strand;Lars;1949-11-30;070-123 45 64',
      'Holm;Vendela;2001-02-17;070-123 45 65',
    ),
  ],
  [
    'names and days of birth, without a header',
    5,
    lines(
      'Jane Doe, 03/04/1951',
      'Bob Roe, 05/06/1984',
      'Ann Poe, 12/01/1990',
      'Tom Coe, 30/11/1949',
      'Sue Loe, 17/02/2001',
    ),
  ],
  [
    'Greek names with numbers, line by line',
    5,
    lines(
      'Μαρία Παππά 697 123 4561',
      'Φίλιππος Δήμου 697 123 4562',
      'Γιώργος Ράπτης 697 123 4563',
      'Θάλεια Κόντου 697 123 4564',
      'Ελένη Βλάχου 697 123 4565',
    ),
  ],
  [
    'names before a colon, some of which are labels elsewhere',
    6,
    lines(
      'Jane Doe: 06 12 34 56 71',
      'Mark Prenom: 06 12 34 56 72',
      'Anna Nom: 06 12 34 56 73',
      'Tom Coe: 06 12 34 56 74',
      'Sue Loe: 06 12 34 56 75',
      'Bob Roe: 06 12 34 56 76',
    ),
  ],
  [
    'a conversation of people whose names are on no list, but one',
    3,
    lines(
      '[12/03/2024, 10:15:02] Jip Bakker: nummer volgt',
      '[12/03/2024, 10:16:02] Anna Smit: mail me at a.smit@x.test',
      '[12/03/2024, 10:17:02] Ziemowit Kruk: z.kruk@y.test',
    ),
  ],
  [
    'a name, a number and a day of birth, paragraph by paragraph',
    5,
    ['Jane Doe', 'Ziemowit Kruk', 'Anna Nowak', 'Jip Bakker', 'Tom Coe']
      .map((name, index) => `${name}\n06-1234567${index}\n0${index + 1}/04/195${index}`)
      .join('\n\n'),
  ],
  [
    'a Japanese table',
    3,
    lines(
      '氏名\t電話番号\t生年月日',
      '山田 花子\t090-1234-5671\t1961/04/03',
      '佐藤健\t090-1234-5672\t1984/06/05',
      '小鳥遊 空\t090-1234-5673\t1990/01/12',
    ),
  ],
  [
    'Arabic labels',
    2,
    lines('الاسم: منى الشريف', 'الهاتف: 050 123 4561', '', 'الاسم: طارق الغربي', 'الهاتف: 050 123 4562'),
  ],
  [
    'Chinese names with numbers, line by line',
    5,
    lines('王伟 138 1234 5671', '李娜 138 1234 5672', '张敏 138 1234 5673', '刘洋 138 1234 5674', '陈静 138 1234 5675'),
  ],
  [
    'names and links that do not show their addresses',
    4,
    lines(
      'Jane Doe\twrite <jane@x.test>',
      'Client Roe\twrite <bob@y.test>',
      'Ann Poe\twrite <ann@z.test>',
      'Tom Coe\twrite <tom@z.test>',
    ),
  ],
  [
    'an SQL dump',
    3,
    lines(
      'CREATE TABLE `customers` (`id` int, `name` varchar(80), `email` varchar(80));',
      "INSERT INTO `customers` (`id`, `name`, `email`) VALUES (1,'Jane Doe','jane@x.test'),(2,'Bob O''Roe','bob@y.test'),",
      "(3,'Ann Poe',NULL);",
    ),
  ],
  [
    'SQL inserts one a line',
    2,
    lines(
      "INSERT INTO patients (first_name, last_name, dob) VALUES ('Jane', 'Doe', '1951-04-03');",
      "INSERT INTO patients (first_name, last_name, dob) VALUES ('Bob', 'Roe', '1984-06-05');",
    ),
  ],
  [
    'SQL inserts without columns',
    2,
    lines("INSERT INTO t VALUES (1,'Jane Doe','jane@x.test');", "INSERT INTO t VALUES (2,'Bob Roe','bob@y.test');"),
  ],
  [
    'a YAML list',
    2,
    lines(
      'customers:',
      '  - name: Jane Doe',
      '    email: jane@x.test',
      '    address:',
      '      street: 4 Weir Court',
      '      postcode: LS1 4QT',
      '  - name: Bob Roe',
      '    email: bob@y.test',
      '    address:',
      '      street: 5 Weir Court',
      '      postcode: LS1 4QT',
    ),
  ],
  [
    'a YAML list without keys',
    2,
    lines(
      '- first_name: Jane',
      '  last_name: Doe',
      '  dob: 1951-04-03',
      '- first_name: Bob',
      '  last_name: Roe',
      '  dob: 1984-06-05',
    ),
  ],
  [
    'LDIF',
    2,
    lines(
      'dn: cn=Jane Doe,ou=people,dc=x,dc=test',
      'cn: Jane Doe',
      'sn: Doe',
      'mail: jane@x.test',
      'telephoneNumber: 07700 900123',
      '',
      'dn: cn=Bob Roe,ou=people,dc=x,dc=test',
      'cn: Bob Roe',
      'sn: Roe',
      'mail: bob@y.test',
    ),
  ],
  [
    'vCard 2.1 with quoted-printable',
    2,
    lines(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;',
      'TEL;CELL:07700 900123',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N:Roe;Bob',
      'TEL;HOME;VOICE:01632 960124',
      'END:VCARD',
    ),
  ],
  [
    'vCard 4 with uris',
    2,
    lines(
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Jane Doe',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+44-7700-900123',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Bob Roe',
      'BDAY:19840605',
      'END:VCARD',
    ),
  ],
  [
    'an iCalendar meeting',
    3,
    lines(
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART:20251103T091500Z',
      'SUMMARY:Group session',
      'ORGANIZER;CN=Sam Porter:mailto:sam@firm.test',
      'ATTENDEE;CN=Jane Doe;ROLE=REQ-PARTICIPANT:mailto:jane@x.test',
      'ATTENDEE;CN="Roe, Bob";PARTSTAT=ACCEPTED:mailto:bob@y.te',
      ' st',
      'END:VEVENT',
      'END:VCALENDAR',
    ),
  ],
  [
    'a chat export',
    2,
    lines(
      '[12/03/2024, 10:15:02] Jane Doe: hello there',
      '[12/03/2024, 10:16:40] Bob Roe: my number is 07700 900124',
      '[12/03/2024, 10:17:01] Jane Doe: thanks',
    ),
  ],
  [
    'a chat export with a dash',
    2,
    lines(
      '12/03/2024, 10:15 - Jane Doe: hello there',
      '12/03/2024, 10:16 - Bob Roe: write to bob@y.test',
      '12/03/2024, 10:17 - Jane Doe: jane@x.test is mine',
    ),
  ],
  [
    'a pasted list of recipients',
    4,
    'To: Jane Doe <jane@x.test>, Bob Roe <bob@y.test>, Ann Poe <ann@z.test>, "Moe, Tom" <tom@w.test>\n',
  ],
  [
    'a pasted list of recipients with semicolons and line breaks',
    3,
    lines('Jane Doe <jane@x.test>;', 'Bob Roe <bob@y.test>;', 'Poe, Ann <ann@z.test>'),
  ],
];

export const tables: readonly Structure[] = [
  [
    'name and address, no key',
    3,
    rows(
      'Name | Address | Town | Postcode',
      'Jane Doe | 4 Weir Court | Leeds | LS1 4QT',
      'Bob Roe | 5 Weir Court | Leeds | LS1 4QT',
      'Ann Poe | 16 Mill Lane | York | YO2 6RB',
    ),
  ],
  [
    'name and address without a header',
    3,
    rows(
      'Jane Doe | 4 Weir Court | Leeds | LS1 4QT',
      'Robert Roe | 5 Weir Court | Leeds | LS1 4QT',
      'Ann Poe | 16 Mill Lane | York | YO2 6RB',
    ),
  ],
  [
    'name and address as pasted lines',
    3,
    lines(
      'Jane Doe, 4 Weir Court, Leeds, LS1 4QT',
      'Robert Roe, 5 Weir Court, Leeds, LS1 4QT',
      'Ann Poe, 16 Mill Lane, York, YO2 6RB',
    ),
  ],
  ['name and e-mail lines', 3, lines('Jane Doe, jane@x.test', 'Bob Roe, bob@y.test', 'Ann Poe, ann@z.test')],
  ['e-mail and name lines', 3, lines('jane@x.test, Jane Doe', 'bob@y.test, Bob Roe', 'ann@z.test, Ann Poe')],
  ['name - phone lines', 3, lines('Jane Doe - 07700 900123', 'Bob Roe - 07700 900124', 'Ann Poe - 07700 900125')],
  [
    'address labels',
    3,
    lines(
      'Mrs Jane Doe',
      '4 Weir Court',
      'Leeds',
      'LS1 4QT',
      '',
      'Mr Robert Roe',
      '5 Weir Court',
      'Leeds',
      'LS1 4QT',
      '',
      'Ann Poe',
      '16 Mill Lane',
      'York',
      'YO2 6RB',
      '',
    ),
  ],
  [
    'address labels without titles, foreign postcodes',
    2,
    lines('Erika Mustermann', 'Lindenstraße 12', '10969 Berlin', '', 'Max Muster', 'Hauptstr. 5', '80331 München', ''),
  ],
  [
    'a table with labels in its first column',
    3,
    rows(
      'Name | Jane Doe | Bob Roe | Ann Poe',
      'E-mail | jane@x.test | bob@y.test | ann@z.test',
      'Phone | 07700 900123 | 07700 900124 | 07700 900125',
      'Date of birth | 03/04/1951 | 05/06/1984 | 12/01/1990',
    ),
  ],
  [
    'a transposed table as pasted text',
    2,
    lines('First name\tJane\tBob', 'Last name\tDoe\tRoe', 'DOB\t03/04/1951\t05/06/1984'),
  ],
  [
    'a table on its side whose first row holds words that head columns elsewhere',
    7,
    rows(
      'Product | Oak desk | Street map | Mug | Town plan | Reading lamp | Wool rug | Boiler',
      'Contact name | Jane Doe | Bob Roe | Ann Poe | Tom Coe | Eve Loe | Max Moe | Kim Noe',
      'E-mail | jane@x.test | bob@y.test | ann@z.test | tom@w.test | eve@v.test | max@u.test | kim@t.test',
    ),
  ],
  [
    'a fixed-width table',
    3,
    lines(
      'Name          Phone          Town',
      'Jane Doe      07700 900123   Leeds',
      'Bob Roe       07700 900124   York',
      'Ann Poe       07700 900125   Derby',
    ),
  ],
  [
    'a fixed-width table of names and birth dates with a rule',
    3,
    lines(
      'Client name     Date of birth   Town',
      '-------------   -------------   -----',
      'Jane Doe        03/04/1951      Leeds',
      'Bob Roe         05/06/1984      York',
      'Ann Poe         12/01/1990      Derby',
    ),
  ],
  [
    'a table drawn by a database client',
    2,
    lines(
      '+----+----------+------------+',
      '| id | name     | birth_date |',
      '+----+----------+------------+',
      '|  1 | Jane Doe | 1951-04-03 |',
      '|  2 | Bob Roe  | 1984-06-05 |',
      '+----+----------+------------+',
      '2 rows in set (0.00 sec)',
    ),
  ],
  [
    'a table drawn by psql',
    2,
    lines(
      ' id |   name   | birth_date ',
      '----+----------+------------',
      '  1 | Jane Doe | 1951-04-03',
      '  2 | Bob Roe  | 1984-06-05',
      '(2 rows)',
    ),
  ],
  [
    'a Markdown table',
    2,
    lines('| Client | Born |', '|:-------|-----:|', '| Jane Doe | 3 April 1951 |', '| Bob Roe | 5 June 1984 |'),
  ],
  [
    'two tables in one text',
    5,
    lines(
      'Clients',
      'Name,Phone',
      'Jane Doe,07700 900123',
      'Bob Roe,07700 900124',
      '',
      'Patients',
      'Surname;Forename;DOB',
      'Poe;Ann;12/01/1990',
      'Moe;Tom;03/02/1961',
      'Loe;Sue;30/09/1977',
    ),
  ],
  [
    'a table below a long preamble',
    2,
    rows(
      'Quarterly export | | ',
      'Region: North | | ',
      'Printed by: system | | ',
      ' | | ',
      'Confidential | | ',
      'Member name | Mobile | Joined',
      'Jane Doe | 07700 900123 | 2019',
      'Bob Roe | 07700 900124 | 2020',
    ),
  ],
  [
    'cells with line breaks in quotes',
    2,
    'Name,Notes,Phone\n"Jane\nDoe","called; wants\n\nnew boiler",07700 900123\n"Bob Roe","",07700 900124\n',
  ],
  [
    'a header repeated on every page, and totals',
    4,
    rows(
      'Customer | Phone | Amount',
      'Jane Doe | 07700 900123 | 10.00',
      'Bob Roe | 07700 900124 | 20.00',
      'Page total | | 30.00',
      'Customer | Phone | Amount',
      'Ann Poe | 07700 900125 | 5.00',
      'Tom Moe | 07700 900126 | 6.00',
      'Page total | | 11.00',
      'Grand total | | 41.00',
    ),
  ],
  [
    'group rows',
    4,
    rows(
      'Name | Mobile',
      'North Team | ',
      'Jane Doe | 07700 900123',
      'Bob Roe | 07700 900124',
      'South Team | ',
      'Ann Poe | 07700 900125',
      'Tom Moe | 07700 900126',
    ),
  ],
  [
    'a header in two rows',
    2,
    rows(
      'Client | | Contact | ',
      'First | Last | E-mail | Phone',
      'Jane | Doe | jane@x.test | 07700 900123',
      'Bob | Roe | bob@y.test | 07700 900124',
    ),
  ],
  [
    'a header in two rows whose second says nothing alone',
    3,
    rows(
      'Customer | Customer | Home',
      'Given | Family | Tel',
      'Jane | Doe | 07700 900123',
      'Bob | Roe | 07700 900124',
      'Ann | Poe | 07700 900125',
    ),
  ],
  [
    'lying headers',
    3,
    rows(
      'Phone | E-mail | Notes',
      'jane@x.test | 07700 900123 | Jane Doe',
      'bob@y.test | 07700 900124 | Bob Roe',
      'ann@z.test | 07700 900125 | Ann Poe',
    ),
  ],
  [
    'headers that say nothing',
    3,
    rows(
      'col1 | col2 | col3',
      'Jane Doe | 4 Weir Court | 03/04/1951',
      'Robert Roe | 5 Weir Court | 05/06/1984',
      'Ann Poe | 16 Mill Lane | 12/01/1990',
    ),
  ],
  [
    'German headers',
    2,
    rows(
      'Vorname;Nachname | Geburtsdatum | Straße | PLZ | Ort'.replace(';', ' | '),
      'Erika | Muster | 03.04.1951 | Lindenstraße 12 | 10969 | Berlin',
      'Max | Beispiel | 05.06.1984 | Hauptstr. 5 | 80331 | München',
    ),
  ],
  [
    'French headers',
    2,
    rows(
      'Nom | Prénom | Date de naissance | Téléphone',
      'Dupont | Marie | 03/04/1951 | 01 99 00 12 34',
      'Martin | Luc | 05/06/1984 | 01 99 00 12 35',
    ),
  ],
  [
    'Spanish headers',
    2,
    rows(
      'Nombre | Apellidos | Fecha de nacimiento | Dirección',
      'María | García López | 03/04/1951 | Calle Mayor 4',
      'José | Pérez Ruiz | 05/06/1984 | Avenida Sol 12',
    ),
  ],
  [
    'Italian headers',
    2,
    rows(
      'Cognome | Nome | Data di nascita | Indirizzo',
      'Rossi | Maria | 03/04/1951 | Via Roma 4',
      'Bianchi | Luca | 05/06/1984 | Via Dante 12',
    ),
  ],
  [
    'Dutch headers',
    2,
    rows(
      'Voornaam | Tussenvoegsel | Achternaam | Geboortedatum',
      'Jan | de | Vries | 03-04-1951',
      'Anna | | Bakker | 05-06-1984',
    ),
  ],
  [
    'names only, under a header that is about people',
    3,
    rows('Patient | Ward', 'Jane Doe | A', 'Bob Roe | B', 'Ann Poe | A'),
  ],
  ['a column of customer names alone', 3, rows('Customer name', 'Jane Doe', 'Bob Roe', 'Ann Poe')],
  [
    'names in capitals',
    3,
    rows('SURNAME | FORENAME | POSTCODE', 'DOE | JANE | LS1 4QT', 'ROE | BOB | LS1 4QT', 'POE | ANN | YO2 6RB'),
  ],
  [
    'a blank line after every row',
    3,
    lines('Name\tPhone', '', 'Jane Doe\t07700 900123', '', 'Bob Roe\t07700 900124', '', 'Ann Poe\t07700 900125', ''),
  ],
  [
    'name and purchases, no other key',
    3,
    rows(
      'Customer | Last purchase | Amount',
      'Jane Doe | Oak desk | £249.00',
      'Bob Roe | Wool rug | £99.00',
      'Ann Poe | Lamp | £19.00',
    ),
  ],
  [
    'a household of four',
    4,
    rows(
      'Name | Address | Postcode | Phone',
      'Jane Doe | 4 Weir Court | LS1 4QT | 01632 960123',
      'Robert Doe | 4 Weir Court | LS1 4QT | 01632 960123',
      'Emily Doe | 4 Weir Court | LS1 4QT | 01632 960123',
      'Oliver Doe | 4 Weir Court | LS1 4QT | 01632 960123',
    ),
  ],
];

export const nobody: readonly Structure[] = [
  [
    'appointments of one month',
    0,
    lines(
      'Jane Doe, 03/11/2025',
      'Bob Roe, 04/11/2025',
      'Ann Poe, 05/11/2025',
      'Tom Coe, 06/11/2025',
      'Sue Loe, 07/11/2025',
    ),
  ],
  [
    'suppliers by their sales desks',
    0,
    lines(
      'Supplier;Contact;Phone;Email',
      'Vieira e Soares;Sales;+351 21 123 4561;sales@vieira.test',
      'Torres e Filhos;Sales;+351 21 123 4562;sales@torres.test',
      'Nunes e Melo;Sales;+351 21 123 4563;sales@nunes.test',
    ),
  ],
  ['a number to dial in', 0, lines('Join by telephone', 'Dial in: +44 20 7946 0123', 'Meeting ID: 934 5561 0072')],
  [
    'parts with numbers in groups',
    0,
    lines(
      'Brake Disc 0986 479 121',
      'Oil Filter 0986 479 122',
      'Spark Plug 0986 479 123',
      'Air Filter 0986 479 124',
      'Wiper Blade 0986 479 125',
    ),
  ],
  [
    'kings and their years',
    0,
    lines(
      'Alfred Great | 871-0899',
      'Edward Elder | 899-0924',
      'Harold Godwin | 1066-1066',
      'Henry First | 1100-1135',
      'John Lackland | 1199-1216',
    ),
  ],
  ['order numbers below such words', 0, lines('Order numbers', '4500123456', '4500123457', '4500123458')],
  [
    'part numbers below a word',
    0,
    lines('Spare parts for the pump', '', '0986 479 123', '0986 479 124', '0986 479 125'),
  ],
  [
    'HTML of a shop, written out',
    0,
    lines(
      '<table><tr><th>Article</th><th>Price</th></tr>',
      '<tr><td><a href="https://shop.test/4021?id=204711">Brass tap</a></td><td>14.00</td></tr>',
      '<tr><td>Hose clip</td><td>2.50</td></tr></table>',
      '<p>Questions? <a href="mailto:info@shop.test">info@shop.test</a></p>',
    ),
  ],
  [
    'a git log',
    0,
    lines(
      'commit 3f786850e387550fdab836ed7e6dc881de23001b',
      'Author: Jane Doe <jane@x.test>',
      'Date:   Mon Nov 3 09:12:11 2025 +0000',
      '',
      '    Fix the build',
      '',
      'commit 89e6c98d92887913cadf06b2adb97f26cde4849b',
      'Author: Bob Roe <bob@y.test>',
      'Date:   Mon Nov 3 10:12:11 2025 +0000',
      '',
      '    Say why',
    ),
  ],
  [
    'a licence header',
    0,
    lines(
      '/*',
      ' * Copyright (c) 2019 Jane Doe <jane@x.test>',
      ' * Copyright (c) 2021 Bob Roe <bob@y.test>',
      ' *',
      ' * Permission is hereby granted, free of charge, to any person obtaining a copy',
      ' */',
      'int main(void) { return 0; }',
    ),
  ],
  [
    'a package file',
    0,
    JSON.stringify(
      {
        name: 'left-pad',
        version: '1.3.0',
        author: 'Jane Doe <jane@x.test>',
        license: 'MIT',
        repository: { url: 'git@code.test:a/b.git' },
      },
      null,
      2,
    ),
  ],
  [
    'a bibliography',
    0,
    lines(
      '[1] J. Doe and R. Roe. A study of kettles. Journal of Kitchens, 12(3):144-159, 2011. doi:10.1000/182.',
      '[2] A. Poe, T. Moe, and S. Loe. Boiling, 2nd edition. Northgate Press, 1998. ISBN 978-0-306-40615-7.',
    ),
  ],
  [
    'football results',
    0,
    rows(
      'Date | Home | Away | Score',
      '03/11/2025 | Leeds United | York City | 2-1',
      '04/11/2025 | Derby County | Stoke City | 0-0',
      '05/11/2025 | Hull City | Luton Town | 1-3',
    ),
  ],
  [
    'brands like people',
    0,
    rows(
      'SKU | Brand | Name | Price',
      '1001 | Paul Smith | Wool Scarf | 59.00',
      '1002 | Ted Baker | Leather Belt | 45.00',
      '1003 | Calvin Klein | Canvas Bag | 79.00',
    ),
  ],
  [
    'companies with switchboards',
    0,
    rows(
      'Name | Phone | Website',
      'Harrow Mills Ltd | 01632 960123 | harrow.test',
      'Northgate Lettings | 01632 960124 | northgate.test',
      'Smith & Sons | 01632 960125 | smith.test',
      'Oakfield Dental Practice | 01632 960126 | oak.test',
      'Brightwater plc | 01632 960127 | bw.test',
    ),
  ],
  [
    'a product catalogue in JSON',
    0,
    JSON.stringify(
      [
        { id: 1, name: 'Oak Desk', price: 249, sku: 'BW1001' },
        { id: 2, name: 'Garden Bench', price: 119, sku: 'BW1002' },
        { id: 3, name: 'Wool Rug', price: 99, sku: 'BW1003' },
      ],
      null,
      2,
    ),
  ],
  [
    'places in JSON',
    0,
    JSON.stringify([
      { name: 'San Marino', code: 'SM', population: 33900 },
      { name: 'Cape Verde', code: 'CV', population: 561000 },
      { name: 'Sri Lanka', code: 'LK', population: 22000000 },
    ]),
  ],
  [
    'statistics by region',
    0,
    rows(
      'Region | 2021 | 2022 | 2023',
      'North East | 2647012 | 2683040 | 2711380',
      'East Midlands | 4880054 | 4934939 | 4993171',
      'South West | 5712840 | 5764881 | 5811259',
    ),
  ],
  [
    'fixed-width statistics',
    0,
    lines(
      'Year    Births   Deaths   Balance',
      '2019    640370   530841   109529',
      '2020    613936   607922     6014',
      '2021    624828   586334    38494',
      '2022    605479   577160    28319',
    ),
  ],
  [
    'a recipe',
    0,
    lines(
      'Victoria Sponge',
      '',
      '225 g butter',
      '225 g caster sugar',
      '4 eggs',
      '2 tsp baking powder',
      '',
      '1. Heat the oven to 190 C.',
      '2. Beat it all.',
      '3. Bake for 20 minutes.',
    ),
  ],
  [
    'a file system log',
    0,
    lines(
      '081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38865049064139660 terminating',
      '081109 203807 222 INFO dfs.DataNode$PacketResponder: PacketResponder 0 for block blk_-6952295868487656571 terminating',
      '081109 204005 35 INFO dfs.FSNamesystem: BLOCK* NameSystem.addStoredBlock: blockMap updated: 192.0.2.10:50010 is added to blk_7128370237687728475 size 67108864',
      '081109 204015 308 INFO dfs.DataNode$PacketResponder: PacketResponder 2 for block blk_8229193803249955061 terminating',
      '081109 204106 329 INFO dfs.DataNode$PacketResponder: Received block blk_-6670958622368987959 of size 67108864 from /192.0.2.11',
    ),
  ],
  [
    'a timetable',
    0,
    rows(
      'Station | Mon | Tue | Wed',
      'Milton Keynes | 09:15 | 09:15 | 09:20',
      'Saint Albans | 09:45 | 09:45 | 09:50',
      'Melton Mowbray | 10:05 | 10:05 | 10:10',
    ),
  ],
  [
    'settings in YAML',
    0,
    lines(
      'name: build',
      'on: [push]',
      'jobs:',
      '  - name: Check Out',
      '    uses: actions/checkout@v4',
      '  - name: Run Tests',
      '    run: npm test',
      'env:',
      '  VERSION: 1.2.3',
    ),
  ],
  [
    'products in XML',
    0,
    lines(
      '<catalogue>',
      '<product><name>Oak Desk</name><price>249</price></product>',
      '<product><name>Wool Rug</name><price>99</price></product>',
      '</catalogue>',
    ),
  ],
  [
    'a meeting without attendees',
    0,
    lines(
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART:20251103T091500Z',
      'SUMMARY:Stand Up',
      'LOCATION:Weir Court',
      'END:VEVENT',
      'END:VCALENDAR',
    ),
  ],
  [
    'SQL about things',
    0,
    lines("INSERT INTO products (id, name, price) VALUES (1,'Oak Desk',249),(2,'Garden Bench',119),(3,'Wool Rug',99);"),
  ],
  [
    'a stock list',
    0,
    rows(
      'Ticker | Name | Sector | Close',
      'ABC | Harrow Mills | Textiles | 12.10',
      'DEF | Jack Daniel | Drinks | 8.00',
      'GHI | Martin Marietta | Materials | 601.10',
      'JKL | Charles River | Research | 180.5',
    ),
  ],
  [
    'rows of codes',
    0,
    rows('Code | Description', 'A01 | Typhoid Fever', 'A02 | Other Salmonella', 'A03 | Bacillary Dysentery'),
  ],
  [
    'songs',
    0,
    rows('Track | Title | Length', '1 | Billie Jean | 4:54', '2 | Eleanor Rigby | 2:08', '3 | Peggy Sue | 2:30'),
  ],
];
