// People on one line each with where they live: how many of them are counted, and who is none.
import { describe, expect, it } from 'vitest';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';

const estimate = (text: string) =>
  countPeople([scanPart({ name: 'a', type: 'text', text }, { session: 3 })], { recipients: [], firmDomains: [] }, 3)
    .estimate;

const homes = [
  'Mary Jones, 4 Weir Court, Leeds, LS1 4QT',
  'Tom Brandt, 19 Mill Lane, York, YO1 7HH',
  'Ines Halloway, Flat 2, 18 Kirkgate, Leeds, LS2 7DJ',
  "Peter O'Neill, Rose Cottage, Long Lane, Selby, YO8 9XX",
];

describe('people with where they live', () => {
  it.each<[string, number, string]>([
    ['one a line', 4, homes.join('\n')],
    ['bulleted', 4, homes.map((home) => `* ${home}`).join('\n')],
    ['numbered', 4, homes.map((home, index) => `${index + 1}. ${home}`).join('\n')],
    ['behind a dash or a colon', 2, 'Mary Jones - 4 Weir Court, Leeds LS1 4QT\nTom Brandt: 19 Mill Lane, York YO1 7HH'],
    ['without a postcode', 2, '- Mary Jones, 4 Weir Court, Leeds\n- Tom Brandt, 19 Mill Lane, York'],
    [
      'in America',
      2,
      'Mary Jones, 12034 Main St Apt. 4, Springfield, IL 62704\nTom Brandt, 9 Elm Ave, Dayton, OH 45402-1234',
    ],
    ['in Germany', 2, 'Anna Berg, Hauptstraße 12a, 10969 Berlin\nKarl Vogt, Mühlweg 3, 80331 München'],
    [
      'with the same title',
      4,
      ['Anna Berg', 'Eva Vogt', 'Karin Moser', 'Ute Lang']
        .map((name, index) => `Frau ${name}\nHauptstraße ${index + 4}\n10969 Berlin\n`)
        .join('\n'),
    ],
    [
      'with a title and the same initial',
      4,
      ['Smith', 'Brown', 'Wroe', 'Marsh'].map((name) => `Mr J ${name}\n4 Weir Court\nLeeds LS1 4QT\n`).join('\n'),
    ],
    [
      'with the same given name',
      4,
      ['Smith', 'Brown', 'Wroe', 'Marsh'].map((name) => `Mary ${name}, 4 Weir Court, Leeds, LS1 4QT`).join('\n'),
    ],
    [
      'a family, the surname first',
      4,
      ['Mary', 'Tom', 'Emily', 'Peter'].map((name) => `Jones, ${name}\n4 Weir Court\nLeeds LS1 4QT\n`).join('\n'),
    ],
    ['among other lines', 2, `Please visit:\n${homes[0]}\nand then\n${homes[1]}\nThank you.`],
    [
      'in sentences',
      2,
      'Mary Jones lives at 4 Weir Court, Leeds LS1 4QT. Tom Brandt of 19 Mill Lane, York YO1 7HH has not paid.',
    ],
  ])('%s: %i', (_, expected, text) => {
    expect(estimate(text)).toBe(expected);
  });

  const staff = ['Mary Jones', 'Quillan Obasa', 'Ysolde Ferrand', 'Tom Brandt', 'Ovidia Marsh', 'Tamsel Wroe'];
  const calls = [
    '0171 123 4567',
    '(0371) 55 66 778',
    '933-336-626 ',
    '+49 30 1234567',
    '0917-123-4567',
    '06 12 34 56 78',
  ];
  const listed = (part: (index: number) => string) => staff.map((name, index) => `${name}${part(index)}`).join('\n');

  it.each<[string, number, string]>([
    ['a number behind a dash', 6, listed((index) => ` - ${calls[index]}`)],
    ['a number behind a colon', 6, listed((index) => `: ${calls[index]}`)],
    ['a number behind a blank', 6, listed((index) => ` ${calls[index]}`)],
    ['a number with a word for it', 6, listed((index) => ` (tel. ${calls[index]!.replace(/[()]/g, '').trim()})`)],
    ['a number behind dots', 6, listed((index) => ` ${'.'.repeat(12 - index)} ${calls[index]!.trim()}`)],
    ['a number and a note', 6, listed((index) => ` ${calls[index]!.trim()} wants a quote`)],
    ['a day that may be one of birth', 6, listed((index) => ` (0${index + 1}/02/${1950 + index * 7}) follow-up`)],
    ['a day of birth', 6, listed((index) => `, born 0${index + 1}/02/1980, Leeds`)],
    [
      'an address on lines of their own, the code last',
      6,
      listed((index) => `\n${index + 4} Weir Court\nLeeds\nLS1 4Q${'ABDEFG'[index]}\n`),
    ],
    ['an address in Poland', 6, listed((index) => `\nul. Koza 8${index}b\nDebrzno\n98-76${index}\n`)],
    ['an address in Greece', 6, listed((index) => `\nΑθηνάς ${index}5, 105 5${index} Αθήνα\n`)],
    ['an address in Japan', 6, listed((index) => `\n上田通${index}丁目, 130-010${index} 墨田区\n`)],
    ['a street of no common kind', 6, listed((index) => `, ${index}5 The Chase, LS1 4Q${'ABDEFG'[index]} Leeds`)],
    [
      'a street of no common kind in America',
      6,
      listed((index) => `\n${index}5 Weir Loop, 4540${index}-1234 Dayton\n`),
    ],
    ['an address in Spain', 6, listed((index) => `\nCamino Caridad, 7${index}\nGijón\n4296${index}\n`)],
  ])('some given names vouch for a list with %s: %i', (_, expected, text) => {
    expect(estimate(text)).toBe(expected);
  });

  it.each<[string, (name: string, index: number) => string]>([
    ['a number before it', (name, index) => `${calls[index]!.trim()} - ${name}`],
    ['a time before it', (name, index) => `0${index + 1}:30 ${name} ${calls[index]}`],
    [
      'words before it',
      (name, index) => `Table 1, seat ${index}: ${name} (${calls[index]!.replace(/[()]/g, '').trim()})`,
    ],
    [
      'an offer before it',
      (name, index) => `Offer 2025-10${index} for ${name}, ${index}5 The Chase, LS1 4Q${'ABDEFG'[index]} Leeds`,
    ],
    [
      'the surname before it',
      (name, index) => `${name.split(' ').reverse().join(', ')} (member ${index}12) – ${calls[index]}`,
    ],
  ])('people are found in a list where a name has %s', (_, line) => {
    expect(estimate(staff.map(line).join('\n'))).toBe(6);
  });

  it.each<[string, string]>([
    [
      'articles and their codes',
      'Oak Chair - 4917 1234\nPine Shelf - 4918 2234\nBeech Stool - 4919 3234\nElm Bench - 4917 4234\nAsh Table - 4917 5234',
    ],
    ['members and when they joined', listed((index) => ` – joined 0${index + 1}/02/${1950 + index * 7}`)],
    [
      'articles of some stuff in stock',
      'Ruby Chair - Oak - 12 Pieces - 45678\nOlive Shelf - Pine - 4 Pieces - 45679\nJade Stool - Ash - 9 Pieces - 45680\nViolet Bench - Elm - 3 Pieces - 45681\nRose Table - Beech - 7 Pieces - 45682',
    ],
    ['rooms and extensions', listed((index) => ` - Room 1${index} - Ext 4567${index}`)],
    ['rooms and orders', listed((index) => ` - Room 1${index} - Order 4567${index}`)],
    [
      'branches of a firm, the town behind a comma',
      ['Leeds', 'York', 'Florence', 'Victoria', 'Derby']
        .map((town, index) => `Brightwater, ${town}\n${index + 4} Weir Court\n1096${index} ${town}\n`)
        .join('\n'),
    ],
    [
      'branches of a firm',
      ['Leeds', 'York', 'Florence', 'Victoria', 'Derby']
        .map((town, index) => `Brightwater ${town}\n${index + 4} Weir Court\n1096${index} ${town}\n`)
        .join('\n'),
    ],
    [
      'articles in stock',
      'Ruby Chair, 12 Pieces, 45678\nOlive Shelf, 4 Pieces, 45679\nJade Stool, 9 Pieces, 45680\nViolet Bench, 3 Pieces, 45681\nRose Table, 7 Pieces, 45682',
    ],
    [
      'records of an orchestra',
      'Clara Haskil, 12 Works, 1960\nPablo Casals, 6 Suites, 1936\nGlenn Gould, 30 Variations, 1955\nMaria Callas, 8 Arias, 1958\nDinu Lipatti, 14 Waltzes, 1950',
    ],
    ['firms and shops', 'Brightwater Ltd, 4 Weir Court, Leeds, LS1 4QT\nThe Red Lion, 19 Mill Lane, York, YO1 7HH'],
    ['a street only', '4 Weir Court, Leeds LS1 4QT'],
    ['a person and a day', 'Mary Jones, 12 March, 10 am\nTom Brandt, 3 May, 2 pm'],
    ['a person and what they ordered', '- Mary Jones, 3 Apples, 2 Pears\n- Tom Brandt, 4 Plums, 1 Quince'],
    ['a surgery in a sentence', 'Kirkgate Dental Practice is at 18 Kirkgate, Leeds LS2 7DJ.'],
  ])('nobody: %s', (_, text) => {
    expect(estimate(text)).toBe(0);
  });
});
