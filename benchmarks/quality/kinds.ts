// Recall, precision and F1 of every kind over generated texts: each identifier in every place it is met, all kinds scored in all texts.
import { detectorById } from '../../detectors/index.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { identifierText } from '../corpus/identifier-texts.ts';
import { identifiers } from '../corpus/identifiers/index.ts';
import type { LabelledText } from '../corpus/labelled-text.ts';
import { createRandom } from '../corpus/random.ts';
import { table } from '../report.ts';
import { qualityOf, shownRatio, type Tally, tally } from './score.ts';

const textsPerIdentifier = 120;

/** Kinds that stand in the texts beside what is measured, without being marked there wherever they occur. */
const unmarked = new Set(['purchase', 'address']);

function kindTexts(): LabelledText[] {
  return identifiers.flatMap((identifier, index) => {
    const random = createRandom(5000 + index);
    return Array.from({ length: textsPerIdentifier }, () => identifierText(identifier, random));
  });
}

export function measureKinds(): { tallies: Map<string, Tally>; section: string; summary: string } {
  const tallies = new Map<string, Tally>();
  const texts = kindTexts();
  for (const { text, truths } of texts) {
    const { findings = [] } = scanPart({ name: 'message', type: 'text', text }, { session: 1, findings: true });
    tally(
      tallies,
      truths,
      findings.filter(({ kind }) => !unmarked.has(kind)),
    );
  }
  const lines = [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([kind, sum]) => lineOf(kind, sum));
  const known = [...tallies].filter(([kind, { truths }]) => detectorById(kind) && truths > 0);
  const mean = (of: (sum: Tally) => number) => known.reduce((total, [, sum]) => total + of(sum), 0) / known.length;
  return {
    tallies,
    section: `### Kinds

${texts.length.toLocaleString('en-GB')} texts: each identifier in sentences, labelled lines, tables, JSON, XML and alone, beside orders, parcels, versions and amounts; one in
five is a decoy with a wrong check digit or from a range that is not issued. All kinds are scored in all texts.

${table(['kind', 'true values', 'recall exact', 'precision exact', 'F1 exact', 'recall', 'precision', 'F1'], lines)}`,
    summary: `kinds: mean F1 ${mean((sum) => overlapping(sum).f1).toFixed(3)} (exact bounds ${mean((sum) => exact(sum).f1).toFixed(3)}) over ${known.length} kinds`,
  };
}

const exact = (sum: Tally) => qualityOf(sum.foundExactly, sum.truths, sum.trueExactly, sum.findings);
const overlapping = (sum: Tally) => qualityOf(sum.foundOverlapping, sum.truths, sum.trueOverlapping, sum.findings);

function lineOf(kind: string, sum: Tally): string[] {
  const cells = [exact(sum), overlapping(sum)].flatMap(({ recall, precision, f1 }) => [
    shownRatio(recall),
    shownRatio(precision),
    shownRatio(f1),
  ]);
  return [detectorById(kind) ? kind : `${kind} (no detector)`, String(sum.truths), ...cells];
}
