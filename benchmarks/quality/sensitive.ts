// Special categories and offences: whether a text about an identified person is known to hold the kind, and whether the same words about
// nobody are left alone.
import { detectorById } from '../../detectors/index.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { createRandom } from '../corpus/random.ts';
import { harmlessTexts, sensitiveKinds, sensitiveTexts } from '../corpus/sensitive.ts';
import { table } from '../report.ts';
import { qualityOf, shownRatio } from './score.ts';

/** Kinds of Art. 9 and 10 found, and whether a counted person is flagged with one. */
function read(text: string): { kinds: Set<string>; isFlagged: boolean } {
  const scan = scanPart({ name: 'message', type: 'text', text }, { session: 1 });
  const { flags } = countPeople([scan], { recipients: [], firmDomains: [] }, 1);
  return {
    kinds: new Set(
      scan.kinds.filter(({ category }) => category === 'special' || category === 'criminal').map(({ kind }) => kind),
    ),
    isFlagged: flags.special + flags.criminal > 0,
  };
}

export function measureSensitive(): { section: string; summary: string } {
  const texts = sensitiveTexts(createRandom(21)).map((one) => ({ ...one, ...read(one.text) }));
  const harmless = harmlessTexts(createRandom(22)).map((one) => ({ ...one, ...read(one.text) }));
  const lines = sensitiveKinds.map((kind) => {
    const own = texts.filter((one) => one.kind === kind);
    const right = own.filter(({ kinds }) => kinds.has(kind)).length;
    const said = [...texts, ...harmless].filter(({ kinds }) => kinds.has(kind)).length;
    const { recall, precision, f1 } = qualityOf(right, own.length, right, said);
    return {
      kind,
      count: own.length,
      flagged: own.filter(({ isFlagged }) => isFlagged).length / own.length,
      recall,
      precision,
      f1,
    };
  });
  const alarms = harmless.filter(({ isFlagged }) => isFlagged).length;
  return {
    section: `### Special categories and offences

${texts.length} texts about an identified person, ${harmless.length} with the same words about nobody or denied. Flagged: a counted person is marked with it.

${table(
  ['kind', 'texts', 'recall', 'precision', 'F1', 'flagged'],
  lines.map(({ kind, count, recall, precision, f1, flagged }) => [
    detectorById(kind) ? kind : `${kind} (no detector)`,
    String(count),
    shownRatio(recall),
    shownRatio(precision),
    shownRatio(f1),
    shownRatio(flagged),
  ]),
)}

Of the harmless texts ${alarms} of ${harmless.length} flag a person.`,
    summary: `special categories: mean F1 ${(lines.reduce((sum, { f1 }) => sum + f1, 0) / lines.length).toFixed(3)}, ${alarms} of ${harmless.length} harmless texts flagged`,
  };
}
