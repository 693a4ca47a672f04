// Tables whose halves stand beside one another, and cells that hold a person in several lines.
import { describe, expect, it } from 'vitest';
import type { Part } from '../../scan/part.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';

const estimate = (part: Part) =>
  countPeople([scanPart(part, { session: 3 })], { recipients: [], firmDomains: [] }, 3).estimate;
const sheet = (rows: string[][]): Part => ({ name: 's', type: 'xlsx', tables: [{ name: 's', rows }] });
const text = (rows: string[][], delimiter: string): Part => ({
  name: 'm',
  type: 'text',
  text: rows.map((row) => row.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join(delimiter)).join('\n'),
});

const person = (index: number) => [`Quill${'abcdef'[index]} Obasa`, `q${index}@brightwater.example`];
const halves = [
  ['Name', 'Email', '', 'Name', 'Email'],
  [...person(0), '', ...person(1)],
  [...person(2), '', ...person(3)],
  [...person(4), '', '', ''],
];
const thirds = [
  ['Name', 'Email', 'Name', 'Email', 'Name', 'Email'],
  [...person(0), ...person(1), ...person(2)],
  [...person(3), ...person(4), ...person(5)],
];
const cards = [
  ['No', 'Customer details', 'Total'],
  ['1', 'Ysolde Ferrand\n4 Weir Court\nLeeds LS1 4QT', '12.50'],
  ['2', 'Mary Jones\n19 Mill Lane\nYork YO1 7HH', '80.00'],
  ['3', 'Tamsel Wroe\n9 Long Lane\nSelby', '5.10'],
];

describe('people beside one another', () => {
  it.each<[string, number, Part]>([
    ['two halves of a sheet', 5, sheet(halves)],
    ['two halves of a pasted table', 5, text(halves, '\t')],
    ['three thirds', 6, sheet(thirds)],
    [
      'two telephone columns of one person',
      2,
      sheet([
        ['Name', 'Phone', 'Phone'],
        ['Mary Jones', '07700 900123', '07700 900124'],
        ['Tom Brandt', '07700 900125', '07700 900126'],
      ]),
    ],
    [
      'figures beside one another',
      0,
      sheet([
        ['Month', 'Sales', 'Month', 'Sales'],
        ['Jan', '12', 'Feb', '14'],
        ['Mar', '9', 'Apr', '11'],
      ]),
    ],
  ])('%s: %i', (_, expected, part) => {
    expect(estimate(part)).toBe(expected);
  });

  it.each<[string, number, Part]>([
    ['in a sheet', 3, sheet(cards)],
    ['in a CSV', 3, text(cards, ',')],
    [
      'products with their texts',
      0,
      sheet([
        ['No', 'Article', 'Total'],
        ['1', 'Oak Desk\nwith drawers', '12'],
        ['2', 'Pine Shelf\nfor books', '80'],
        ['3', 'Elm Bench\nfor two', '5'],
      ]),
    ],
  ])('in several lines of one cell, %s: %i', (_, expected, part) => {
    expect(estimate(part)).toBe(expected);
  });
});
