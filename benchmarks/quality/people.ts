// How far the number of people is from the truth, in every shape people leave a firm in.

import type { Part } from '../../scan/part.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { cultureNames } from '../corpus/people/names.ts';
import { generatePeople, type Person } from '../corpus/people/person.ts';
import {
  asJson,
  asXml,
  contactLine,
  envelope,
  fixedWidth,
  labelBlock,
  ldif,
  pairOfSentences,
  proseLine,
  sqlDump,
  vCard,
} from '../corpus/people-records.ts';
import { delimited, markdown, messyTable, type TableOptions } from '../corpus/people-tables.ts';
import { createRandom, type Random } from '../corpus/random.ts';
import { besideOthers, householdRows, misspelt, orderRows, twice } from '../corpus/same-people.ts';
import { table } from '../report.ts';

type Scenario = (people: Person[], random: Random) => string | string[][];

const inTable =
  (options: TableOptions, write: (rows: string[][]) => string | string[][] = (rows) => rows): Scenario =>
  (people, random) =>
    write(messyTable(people, random, options).rows);

const halves = (people: Person[]) => [people.slice(0, people.length >> 1), people.slice(people.length >> 1)] as const;

const scenarios: Readonly<Record<string, Scenario>> = {
  'sheet, headers as people write them': inTable({}),
  'pasted table': inTable({}, (rows) => delimited(rows, '\t')),
  'CSV, first and last name apart': inTable({ split: true }, (rows) => delimited(rows, ',')),
  'CSV with semicolons, preamble and totals': inTable({ preamble: true, totals: true }, (rows) => delimited(rows, ';')),
  'sheet with one cell in three missing': inTable({ missing: 0.33 }),
  'CSV with lines within cells': inTable({ multiLine: true }, (rows) => delimited(rows, ',')),
  'pasted table without a header': inTable({ header: false }, (rows) => delimited(rows, '\t')),
  'Markdown table': inTable({}, markdown),
  'two tables and a remark between': (people, random) => {
    const [one, other] = halves(people);
    const text = (some: Person[]) => delimited(messyTable(some, random).rows, '\t');
    return `First the north:\n\n${text(one)}\n\nand this is the south, as discussed.\n\n${text(other)}\n`;
  },
  'names and telephones only': inTable({ kinds: ['name', 'phone'] }, (rows) => delimited(rows, '\t')),
  'names and birth dates only': inTable({ kinds: ['name', 'birth-date'] }, (rows) => delimited(rows, ',')),
  'names and streets only': inTable({ kinds: ['name', 'address'] }, (rows) => delimited(rows, '\t')),
  'first and last name apart, telephones, half of them missing': inTable({
    split: true,
    missing: 0.5,
    kinds: ['name', 'phone', 'birth-date'],
  }),
  'columns made with blanks': inTable({}, fixedWidth),
  'people across, fields down': inTable({}, (rows) =>
    delimited(
      rows[0]!.map((_, column) => rows.map((row) => row[column]!)),
      '\t',
    ),
  ),
  'a title row over the header': inTable({}, (rows) => [
    rows[0]!.map((_, column) => (column === 0 ? 'Client' : column === 3 ? 'Contact' : '')),
    ...rows,
  ]),
  'e-mail addresses, one a line': (people) => people.map(({ email }) => email).join('\n'),
  'e-mail addresses with semicolons': (people) => people.map(({ email }) => email).join('; '),
  'names and addresses as mail programs write them': (people) =>
    people.map(({ name, email }) => `"${name}" <${email}>`).join(', '),
  'emergency contact in the row': besideOthers,
  envelopes: (people) => people.map(envelope).join('\n'),
  LDIF: (people) => people.map(ldif).join('\n'),
  'two people a paragraph': (people) =>
    halves(people)[0]
      .map((person, index) => pairOfSentences(person, halves(people)[1][index]!))
      .join('\n'),
  'label blocks': (people, random) => people.map((person) => labelBlock(person, random)).join('\n'),
  'label blocks without a blank line': (people, random) => {
    const seed = random.below(1000);
    return people.map((person) => labelBlock(person, createRandom(seed))).join('');
  },
  vCards: (people) => people.map(vCard).join(''),
  'JSON, one line': (people) => asJson(people, 0),
  'JSON, indented': (people) => asJson(people, 2),
  XML: asXml,
  'SQL dump': sqlDump,
  'contact lines': (people, random) => people.map((person) => contactLine(person, random)).join('\n'),
  'sentences, one a line': (people, random) => people.map((person) => proseLine(person, random)).join('\n'),
  'sentences, a paragraph each': (people, random) => people.map((person) => proseLine(person, random)).join('\n\n'),
  'quoted twice in a thread': (people, random) =>
    `See below.\n\n> On Mon, 3 Nov 2025 at 09:12, Front Desk <desk@firm.example> wrote:\n${delimited(messyTable(people, random).rows, '\t').replace(/^/gm, '> > ')}\n`,
  'two in three twice, in another table': twice,
  'one in ten again, misspelt': misspelt,
  'households: one phone and street for two or three': householdRows,
  'three orders a customer': orderRows,
  'a switchboard number in every row': (people, random) => {
    const rows = messyTable(people, random).rows;
    return rows.map((row, index) => [...row, index === 0 ? 'Office phone' : '0113 496 0100']);
  },
};

const sizes = [4, 12, 60, 300];

export function measurePeople(): { section: string; summary: string; errors: Map<string, number> } {
  const errors = new Map<string, number>();
  const lines: string[][] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    const runs = sizes.flatMap((size) => [1, 2, 3].map((seed) => run(scenario, size, seed)));
    const error = runs.reduce((sum, { truth, estimate }) => sum + Math.abs(estimate - truth) / truth, 0) / runs.length;
    const largest = Math.max(...runs.map(({ truth, estimate }) => Math.abs(estimate - truth) / truth));
    const worst = runs.find(({ truth, estimate }) => Math.abs(estimate - truth) / truth === largest)!;
    errors.set(name, error);
    lines.push([
      name,
      percent(error),
      percent(largest),
      `${worst.estimate} of ${worst.truth}`,
      String(runs.filter(({ truth, estimate }) => truth === estimate).length),
    ]);
  }
  const byCulture = cultureNames.map((culture) => {
    const people = generatePeople(40, 900, culture);
    const shapes: Scenario[] = [
      inTable({}),
      (some, random) => some.map((person) => labelBlock(person, random)).join('\n'),
    ];
    const wrong = shapes.reduce(
      (sum, shape, index) => sum + Math.abs(count(shape(people, createRandom(index + 1))) - 40) / 40,
      0,
    );
    return `${culture} ${percent(wrong / shapes.length)}`;
  });
  const mean = [...errors.values()].reduce((sum, error) => sum + error, 0) / errors.size;
  return {
    errors,
    section: `### People

Estimate against truth, ${sizes.join(', ')} people each with three seeds.

${table(['scenario', 'mean error', 'largest', 'which', `exact of ${sizes.length * 3}`], lines)}

Mean error by where the people come from (tables and label blocks of 40): ${byCulture.join(', ')}.`,
    summary: `people: mean error ${percent(mean)} over ${errors.size} scenarios`,
  };
}

function run(scenario: Scenario, size: number, seed: number): { truth: number; estimate: number } {
  const people = generatePeople(size, 100 * size + seed);
  return { truth: size, estimate: count(scenario(people, createRandom(size + seed))) };
}

function count(content: string | string[][]): number {
  const part: Part =
    typeof content === 'string'
      ? { name: 'message', type: 'text', text: content }
      : { name: 'clients.xlsx', type: 'xlsx', tables: [{ name: 'Sheet1', rows: content }] };
  return countPeople([scanPart(part, { session: 1 })], { recipients: [], firmDomains: [] }, 1).estimate;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
