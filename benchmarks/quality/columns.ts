// Whether scan knows what a column holds: it does where it finds values of that kind filling three cells in five. Tables of people with
// messy headers, lying headers and no headers, and tables about nobody, in which every column it takes for something is an error.
import type { Part } from '../../scan/part.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { tableAboutNobody, tableSets } from '../corpus/nobody/tables.ts';
import { generatePeople } from '../corpus/people/person.ts';
import { type MessyTable, messyTable } from '../corpus/people-tables.ts';
import { createRandom } from '../corpus/random.ts';
import { table } from '../report.ts';
import { qualityOf, shownRatio } from './score.ts';

const scored = ['name', 'email', 'phone', 'birth-date', 'address'];

const needHeader = new Set(['birth-date', 'address']);
const unscored = 'either way';

function tables(): MessyTable[] {
  const ofPeople = Array.from({ length: 120 }, (_, seed) => {
    const random = createRandom(300 + seed);
    const options = {
      split: seed % 3 === 0,
      missing: (seed % 4) * 0.15,
      preamble: seed % 5 === 0,
      header: seed % 8 !== 7,
    };
    const made = messyTable(generatePeople(6 + random.below(40), 600 + seed), random, options);
    // Without a header nothing says that a date is a birth date and a street somebody's home.
    return options.header
      ? made
      : { ...made, kinds: made.kinds.map((kind) => (kind && needHeader.has(kind) ? unscored : kind)) };
  });
  const ofNobody = Array.from({ length: tableSets * 4 }, (_, seed): MessyTable => {
    const rows = tableAboutNobody(createRandom(800 + seed), seed, 20);
    return { rows, kinds: rows[0]!.map(() => undefined), people: 0 };
  });
  return [...ofPeople, ...ofNobody];
}

/** The kind that fills most of the column's cells, if it fills three in five. */
function kindsOfColumns({ rows }: MessyTable): (string | undefined)[] {
  const part: Part = { name: 'table.xlsx', type: 'xlsx', tables: [{ name: 'Sheet1', rows }] };
  const { findings = [] } = scanPart(part, { session: 1, findings: true });
  const counts = rows[0]!.map(() => new Map<string, number>());
  const filled = rows[0]!.map(() => 0);
  let at = 0;
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      if (cell.trim() !== '' && cell !== 'n/a' && cell !== '-') filled[column]!++;
      for (const { kind, start, end } of findings)
        if (start >= at && end <= at + cell.length && (end - start) * 10 >= cell.length * 6)
          counts[column]!.set(kind, (counts[column]!.get(kind) ?? 0) + 1);
      at += cell.length + 1;
    }
  return counts.map((kinds, column) => [...kinds].find(([, count]) => count * 5 >= filled[column]! * 3)?.[0]);
}

export function measureColumns(): { section: string; summary: string } {
  const counts = new Map(scored.map((kind) => [kind, { right: 0, truths: 0, typed: 0 }]));
  const all = tables();
  for (const one of all) {
    const typed = kindsOfColumns(one);
    for (const [column, kind] of one.kinds.entries()) {
      if (kind && counts.has(kind)) counts.get(kind)!.truths++;
      const said = typed[column];
      if (kind !== unscored && said && counts.has(said)) {
        counts.get(said)!.typed++;
        if (said === kind) counts.get(said)!.right++;
      }
    }
  }
  const qualities = scored.map((kind) => {
    const { right, truths, typed } = counts.get(kind)!;
    return { kind, truths, ...qualityOf(right, truths, right, typed) };
  });
  const mean = qualities.reduce((sum, { f1 }) => sum + f1, 0) / qualities.length;
  return {
    section: `### Columns

${all.length} tables, ${all.length - tableSets * 4} of people and ${tableSets * 4} about nobody. A column is taken for a kind where values of it fill three cells in five.

${table(
  ['kind', 'columns', 'recall', 'precision', 'F1'],
  qualities.map(({ kind, truths, recall, precision, f1 }) => [
    kind,
    String(truths),
    shownRatio(recall),
    shownRatio(precision),
    shownRatio(f1),
  ]),
)}`,
    summary: `columns: mean F1 ${mean.toFixed(3)}`,
  };
}
