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
    'JSON lists of values without names',
    4,
    JSON.stringify([
      ['Jane Doe', '069 1234 5678', '1951-04-03'],
      ['Bob Roe', '069 1234 5679', '1984-06-05'],
      ['Ann Poe', '069 1234 5670', '1990-08-07'],
      ['Tom Coe', '069 1234 5671', '1970-02-01'],
    ]),
  ],
  [
    'JSON lists of values, a header first',
    2,
    '[["Client","Telefon"],["Jane Doe","069 1234 5678"],["Bob Roe","069 1234 5679"]]',
  ],
  [
    'tuples of a program',
    4,
    lines(
      'rows = [',
      "  ('Jane Doe', '069 1234 5678'),",
      "  ('Bob Roe', '069 1234 5679'),",
      "  ('Ann Poe', '069 1234 5670'),",
      "  ('Tom Coe', '069 1234 5671'),",
      ']',
    ),
  ],
  [
    'maps of a program',
    2,
    lines(
      '$clients = [',
      "  ['name' => 'Jane Doe', 'tel' => '069 1234 5678'],",
      "  ['name' => 'Bob Roe', 'tel' => '069 1234 5679'],",
      '];',
    ),
  ],
  [
    'vCards on one line each',
    2,
    lines(
      'BEGIN:VCARD VERSION:3.0 N:Doe;Jane;;; FN:Jane Doe TEL;TYPE=CELL:069 1234 5678 END:VCARD',
      'BEGIN:VCARD VERSION:3.0 N:Roe;Bob;;; FN:Bob Roe TEL;TYPE=CELL:069 1234 5679 END:VCARD',
    ),
  ],
  [
    'vCards on one line, several',
    3,
    'BEGIN:VCARD VERSION:3.0 FN:Jane Doe TEL;TYPE=CELL:069 1234 5678 END:VCARD BEGIN:VCARD N:Roe;Bob item1.EMAIL;type=INTERNET:bob@y.test END:VCARD begin:vcard fn:Ann Poe tel:069 1234 5670 end:vcard',
  ],
  [
    'vCards on one line each, wrapped',
    2,
    lines(
      '> BEGIN:VCARD VERSION:3.0 N:Doe;Jane;;; FN:Jane',
      '> Doe TEL;TYPE=CELL:069 1234 5678 END:VCARD BEGIN:VCARD VERSION:3.0',
      '> EMAIL:bob@y.test FN:Bob Roe',
      '> END:VCARD',
    ),
  ],
  [
    'vCards with something behind them or without an end',
    6,
    lines(
      'BEGIN:VCARD VERSION:3.0 FN:Jane Doe TEL:069 1234 5678 END:VCARD Regards',
      'Bob Roe, bob@y.test',
      'BEGIN:VCARD',
      'FN:Tom Coe',
      'TEL:069 1234 5671',
      'BEGIN:VCARD',
      'FN:Eve Loe',
      '',
      'Called Sue Moe, 07700 900123, and Ann Poe, ann@z.test.',
    ),
  ],
  [
    'a conversation of numbers that are in no address book',
    3,
    lines(
      '[01/03/2025, 10:00:07] +44 7700 900123: Thanks!',
      '[01/03/2025, 10:01:07] +44 7700 900124: I am in',
      '[01/03/2025, 10:02:07] +44 7700 900125: What time?',
      '[01/03/2025, 10:03:07] +44 7700 900123: Six',
    ),
  ],
  [
    'forms in several languages',
    3,
    lines(
      'Name: Jane Doe',
      'Phone: 069 1234 5678',
      'DOB: 03/04/1951',
      '',
      'Name: Bob Roe',
      'Telefon: 069 1234 5679',
      'Geburtsdatum: 05/06/1984',
      '',
      'Nom: Ann Poe',
      'Téléphone: 069 1234 5670',
      'Date de naissance: 07/08/1990',
    ),
  ],
  [
    'a LaTeX table',
    3,
    lines(
      '\\begin{tabular}{lll}',
      '\\toprule',
      'Name & Telefon & Geboren \\\\ \\hline',
      'Jana Doe & 069 1234 5678 & 03.04.1951 \\\\',
      '\\textbf{Bob Roe} & 069 1234 5679 & 05.06.1984 \\\\[2pt] \\hline',
      'Ann~Poe & 069 1234 5670 & 07.08.1990 \\\\',
      '\\bottomrule',
      '\\end{tabular}',
    ),
  ],
  [
    'a LaTeX table on one line',
    3,
    'Name & E-mail \\\\ \\hline Jane Doe & jane\\_doe@x.test \\\\ Bob Roe & bob@y.test \\\\ Ann Poe & ann@z.test \\\\\nTotal & 3 \\\\',
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
    'a quoted list that a mail program has wrapped',
    5,
    lines(
      '> Jane Doe, Lindenstraße 114, 10969 Berlin, +49 30 1234561,',
      '> jane.doe@x.test',
      '> Anna Vogel, Am Alten Wasserwerk 7, 20095 Hamburg, +49 40 1234562,',
      '> anna.vogel@y.test',
      '> Jens Brandt, Hinterm Bahnhof 22, 50667 Köln, +49 221 1234563,',
      '> jens.brandt@z.test',
      '> Uwe Kranz, Obere Mühlenbachstraße 9, 80331 München, +49 89 1234564,',
      '> uwe.kranz@x.test',
      '> Petra Lohse, Neue Große Bergstraße 31, 22767 Hamburg, +49 40 1234565,',
      '> petra.lohse@y.test',
    ),
  ],
  [
    'people on one line each, surname first, with dots before the number',
    5,
    lines(
      'DOE, Jane ............ 07700 900011',
      'ROE, Bob ............ 07700 900012',
      'POE, Ann ............ 07700 900013',
      'COE, Tom ............ 07700 900014',
      'LOE, Sue ............ 07700 900015',
    ),
  ],
  ['two people a line, surname first', 2, lines('Doe, Jane - 07700 900011', 'Roe, Bob - 07700 900012')],
  [
    'two people on each line',
    10,
    lines(
      'Jane Doe 07700 900011 / Bob Roe 07700 900012',
      'Ann Poe 07700 900013 / Tom Coe 07700 900014',
      'Sue Loe 07700 900015 / Eve Moe 07700 900016',
      'Ivy Marsh 07700 900017 / Max Field 07700 900018',
      'Eva Hart 07700 900019 / Ben Cole 07700 900020',
    ),
  ],
  [
    'first names with numbers',
    6,
    lines(
      'Jane 07700 900011',
      'Bob 07700 900012',
      'Ann 07700 900013',
      'Tom 07700 900014',
      'Sue 07700 900015',
      'Eve 07700 900016',
    ),
  ],
  [
    'appointments',
    3,
    lines(
      '10:00 Jane Doe – Boiler service (07700 900011)',
      '10:30 Bob Roe – Gold plan (07700 900012)',
      '11:00 Ann Poe – Annual cover (07700 900013)',
    ),
  ],
  [
    'visits, each with a house, a wish and a number',
    6,
    lines(
      '- Jane at 2 Mill Lane: wants boiler service, call 07700 900011 after 6pm',
      '- Bob at 3 Church Road: wants gold plan, call 07700 900012 after 6pm',
      '- Ann at 4 Station Road: wants kitchen units, call 07700 900013 after 6pm',
      '- Tom at 5 The Green: wants annual cover, call 07700 900014 after 6pm',
      '- Sue at 6 High Street: wants boiler service, call 07700 900015 after 6pm',
      '- Eve at 7 Elm Close: wants gold plan, call 07700 900016 after 6pm',
    ),
  ],
  [
    'amounts before names, with broken bars',
    6,
    lines(
      'Jane Doe ¦ 07700 900011 ¦ Boiler service ¦ £120.00',
      'Bob Roe ¦ 07700 900012 ¦ Gold plan ¦ £157.50',
      'Ann Poe ¦ 07700 900013 ¦ Kitchen units ¦ £195.00',
      'Tom Coe ¦ 07700 900014 ¦ Annual cover ¦ £232.50',
      'Sue Loe ¦ 07700 900015 ¦ Boiler service ¦ £270.00',
      'Eve Moe ¦ 07700 900016 ¦ Gold plan ¦ £307.50',
    ),
  ],
  [
    'names and what they paid',
    8,
    lines(
      'Jane Doe – Gold plan – £240',
      'Bob Roe – £80.50',
      'Ann Poe £12',
      'Tom Coe: £1,200.00',
      'Sue Loe (£99)',
      'Eve Moe, Gold plan, 12,50 €',
      'Ivy Marsh £5',
      'Max Field 40 EUR',
    ),
  ],
  [
    'what people bought, in one paragraph',
    8,
    'Jane Doe (Leeds) bought two chairs for £80; Bob Roe (York) bought a desk for £249.00; Ann Poe took the rug for £99; Tom Coe (Derby) paid £12.50; Sue Loe spent £1,200; Eve Moe £4, Ivy Marsh £6 and Max Field £7.',
  ],
  ['names behind a word for people', 5, 'Our clients are Jane Doe, Bob Roe, Ann Poe, Tom Coe and Sue Loe.'],
  ['names cut by semicolons behind a word for people', 5, 'Clients: Jane Doe; Bob Roe; Ann Poe; Tom Coe; Sue Loe'],
  [
    'names a line, a heading over them',
    5,
    lines('Client list for you:', '', 'Jane Doe', 'Bob Roe', 'Ann Poe', 'Tom Coe', 'Sue Loe'),
  ],
  [
    'invoices',
    5,
    ['Jane Doe', 'Bob Roe', 'Ann Poe', 'Tom Coe', 'Sue Loe']
      .map((name, n) =>
        lines(`Invoice INV-2040${n}`, 'Bill to:', name, `${n + 2} Mill Lane`, 'Halifax', '', 'Total due: £120.00', ''),
      )
      .join('\n'),
  ],
  [
    'letters, each with a signature',
    3,
    ['Doe', 'Roe', 'Poe']
      .map((name, n) =>
        lines(
          `Dear Ms ${name},`,
          '',
          `Thank you. We will call you on 07700 90001${n}.`,
          '',
          'Kind regards',
          'Brightwater',
          '',
        ),
      )
      .join('\n'),
  ],
  [
    'messages of more people than a thread has',
    15,
    Array.from({ length: 15 }, (_, n) =>
      lines(
        `From: Jane ${'ABCDEFGHIJKLMNO'[n]}oe <jane${n}x@x${n}.test>`,
        'Sent: 1 March 2024 10:00',
        'Subject: Desks',
        '',
        'Please call me.',
        '',
      ),
    ).join('\n'),
  ],
  [
    'one message to more people than a thread has',
    60,
    lines(
      'From: Tom Moe <tom.moe@y.test>',
      `To: ${Array.from({ length: 59 }, (_, n) => `${'abcdefghi'[n % 9]}${'klmnoprst'[Math.floor(n / 9)]}owan.doe@x${n}.test`).join(', ')}`,
      'Subject: Desks',
      '',
      'Hello all.',
    ),
  ],
  [
    'messages without a blank line between them, of more people than a thread has',
    15,
    Array.from({ length: 15 }, (_, n) =>
      lines(`From: Client ${'ABCDEFGHIJKLMNO'[n]}aa 07700 9001${n + 10}`, 'Subject: call'),
    ).join('\n'),
  ],
  [
    'two numbers of each of three people',
    3,
    'Please call Jane Doe on 07700 900123 or 020 7946 0001, Bob Roe on 07700 900124 or 020 7946 0002, Ann Poe on 07700 900125 or 020 7946 0003.',
  ],
  [
    'two forms, each with more addresses than a person has',
    2,
    ['Jane Doe', 'Bob Roe']
      .map((name, n) =>
        lines(
          `Name: ${name}`,
          `Date of birth: 0${n + 3}/04/1951`,
          'Copies: a@x.test, b@x.test, c@x.test, d@x.test, e@x.test',
          '',
        ),
      )
      .join('\n'),
  ],
  [
    'numbered labels',
    2,
    lines(
      'Passenger 1 name: Jane Doe',
      'Passenger 1 date of birth: 03/04/1951',
      '',
      'Passenger 2 name: Bob Roe',
      'Passenger 2 date of birth: 05/06/1984',
    ),
  ],
  [
    'buyers whose names are wrapped',
    8,
    ['Jane Doe', 'Bob Roe', 'Ann Poe', 'Tom Coe', 'Sue Loe', 'Eve Moe', 'Ivy Marsh', 'Max Field']
      .map(
        (name, n) =>
          `The last of the orders of this week that we have sent was placed by ${name.replace(' ', '\n')} who paid £8${n}.`,
      )
      .join('\n'),
  ],
  [
    'accounts beside names',
    3,
    lines(
      'Please refund Jane Doe to GB82 WEST 1234 5698 7654 32.',
      'Bob Roe: DE89 3704 0044 0532 0130 00',
      'Ann Poe, FR14 2004 1010 0505 0001 3M02 606',
    ),
  ],
  [
    'HTML written out, a list of terms',
    3,
    '<dl><dt>Jane Doe</dt><dd>07700 900011</dd><dt>Bob Roe</dt><dd>07700 900012</dd><dt>Ann Poe</dt><dd>07700 900013</dd></dl>',
  ],
  [
    'maps of a program with numbers as keys',
    2,
    "{20400: {'name': 'Jane Doe', 'dob': '1945-01-02'}, 20407: {'name': 'Bob Roe', 'dob': '1946-01-02'}}",
  ],
  [
    'values made by calls',
    2,
    '[{"name": "Jane Doe", "phone": "07700 900011", "since": ISODate("2020-01-02"), "n": dec(1, 2)}, {"since": ISODate("2020-01-02"), "name": "Bob Roe", "phone": "07700 900012"}]',
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
    'names and their accounts without a header',
    4,
    rows(
      'Jane Doe | DE89370400440532013000 | 41.00',
      'Bob Roe | DE02120300000000202051 | 12.50',
      'Ann Poe | DE02500105170137075030 | 19.90',
      'Tom Coe | DE02100500000054540402 | 77.00',
    ),
  ],
  [
    'a row that is a name and a number, not a header',
    9,
    rows(
      ...['Jane Doe', 'Bob Roe', 'Ann Poe', 'Tom Coe', 'Sue Loe', 'Max Noe', 'Pierre Client', 'Eva Joe', 'Ian Moe'].map(
        (name, index) => `${name} | 06 12 34 56 7${index}`,
      ),
    ),
  ],
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
    'a header with a day in it',
    3,
    rows(
      'Name | Telefon | Stand 03.03.2025',
      'Jana Doe | 069 1234 5678 | offen',
      'Bob Roe | 069 1234 5679 | bezahlt',
      'Ann Poe | 069 1234 5670 | offen',
    ),
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
    'dishes and what they cost',
    0,
    lines(
      'Victoria Sponge £4.00',
      'Earl Grey £3.50',
      'Fish Pie £9',
      'Apple Crumble £5',
      'Caesar Salad £8',
      'Oat Flat White £3.20',
      'Green Tea £2.80',
    ),
  ],
  [
    'what firms are worth',
    0,
    'Elon Musk is said to have $400bn, Jeff Bezos $230bn, Bill Gates $107 billion, Larry Page $140 bn and Warren Buffett $133bn.',
  ],
  [
    'minutes',
    0,
    lines(
      'Attendees: Jane Doe, Bob Roe, Ann Poe, Tom Coe and Sue Loe',
      'Apologies: Eve Moe',
      '',
      '1. Budget of £12,500.',
    ),
  ],
  [
    'what a few were paid back',
    0,
    lines('Expenses', '', 'Jane Doe £12.50', 'Bob Roe £80', 'Ann Poe £33', 'Tom Coe £9', 'Sue Loe £15'),
  ],
  [
    'presidents',
    0,
    'The last five presidents were George Bush, Bill Clinton, Barack Obama, Donald Trump and Joseph Biden.',
  ],
  [
    'a price that is talked about',
    0,
    ['Jane Doe', 'Bob Roe', 'Ann Poe', 'Tom Coe', 'Sue Loe', 'Eve Moe', 'Ivy Marsh', 'Max Field', 'Eva Hart']
      .map((name, n) => lines(`On Monday ${name} <p${n}@supplier.test> wrote:`, `> We could do it for £40${n}.00`, ''))
      .join('\n'),
  ],
  ['a team', 0, 'On the pitch: Jane Doe, Bob Roe, Ann Poe, Tom Coe and Sue Loe.'],
  [
    'a price list whose models look like telephone numbers in part',
    0,
    lines(
      'Model;Description;Price',
      '0171 123 4567;Oak chair;41.00',
      '0991 884 1123;Pine shelf;12.50',
      '0005 771 9921;Beech stool;19.90',
      '0113 496 0123;Elm bench;77.00',
      '0888 120 4411;Ash table;99.00',
    ),
  ],
  [
    'a LaTeX table of towns',
    0,
    lines(
      '\\begin{tabular}{lrr}',
      'City & Population & Founded \\\\',
      'Leeds & 812000 & 1207 \\\\',
      'York & 141000 & 1212 \\\\',
      '\\end{tabular}',
    ),
  ],
  [
    'accounts of firms',
    0,
    lines(
      'Brightwater Ltd;DE89370400440532013000;41.00',
      'Weir & Sons;DE02120300000000202051;12.50',
      'Nunes e Melo;DE02500105170137075030;19.90',
      'Kirkgate GmbH;DE02100500000054540402;77.00',
    ),
  ],
  [
    'kings and when they lived',
    0,
    lines(
      'Edward I (1042–1066), King',
      'Henry II (1154–1189), King',
      'Richard III (1189–1199), King',
      'John II (1199–1216), King',
      'Stephen I (1135–1154), King',
    ),
  ],
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
