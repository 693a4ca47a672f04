// How well personal data and people are told: `npm run bench -- quality` writes the tables into benchmarks/README.md and ends with a
// summary. Everything is generated from fixed seeds: the same code gives the same tables on every machine.
import { measureColumns } from './quality/columns.ts';
import { measureKinds } from './quality/kinds.ts';
import { measureNobody } from './quality/nobody.ts';
import { measureOrdinary } from './quality/ordinary.ts';
import { measurePeople } from './quality/people.ts';
import { measureSensitive } from './quality/sensitive.ts';
import { writeSection } from './report.ts';

const started = performance.now();
const parts = [
  measureKinds(),
  measureSensitive(),
  measurePeople(),
  measureColumns(),
  await measureOrdinary(),
  measureNobody(),
];

writeSection(
  'quality',
  `## Quality

\`npm run bench -- quality\`, ${new Date().toISOString().slice(0, 10)}. Generated from fixed seeds in \`benchmarks/corpus/\`, apart from the code that is measured and
from its tests: people of sixteen cultures, identifiers made from their published forms and checks, mails and texts about nobody. No
real person, no real account. Exact: the finding has the very bounds of the value; otherwise it shares a character with it.

${parts.map(({ section }) => section).join('\n\n')}`,
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
process.stdout.write(`\n${parts.map(({ summary }) => summary).join('\n')}\nin ${seconds} s\n`);
