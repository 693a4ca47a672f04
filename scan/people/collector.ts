// Gathers what one part holds: occurrences by kind, records, and findings where they are asked for.
import type { Detector } from '../../detectors/detector.ts';
import { normalForm, setNormalForm } from '../../detectors/normal-form.ts';
import { hashUnits, seedOf } from '../hash.ts';
import type { KindScan } from '../part-scan.ts';
import { addNumber, createNumberSet, type NumberSet, numbersIn } from './number-set.ts';
import type { CountMethod, Finding } from './people.ts';
import { isRecord, type RecordDraft, type RecordRule } from './record-draft.ts';
import { addRecord, createRecords, type Records } from './records.ts';

export interface Collector {
  session: number;
  records: Records;
  /** Makes a value's normal form the one written last, and gives its hash under its kind's seed. */
  hash(detector: Detector, normal: string): number;
  /** Hash of the normal form written last. */
  hashWritten(detector: Detector): number;
  /** The tally of a kind, for whoever counts many values of it. */
  tallyOf(detector: Detector): Tally;
  /** Adds the draft to the records if it is one, and says whether it is. */
  add(draft: RecordDraft, rule: RecordRule, how: CountMethod, group: number): boolean;
  /** Whether spans are of use. */
  wantsFindings: boolean;
  /** Counts one occurrence; the span, in the part's own text, is asked for only where findings are wanted. */
  count(detector: Detector, hash: number, span?: () => [start: number, end: number]): void;
  /** A number no other table, list or text of this part has. */
  nextGroup(): number;
  kinds(): KindScan[];
  findings(): Finding[];
}

/** What is known of one kind. */
export interface Tally {
  readonly detector: Detector;
  readonly seed: number;
  matches: number;
  readonly values: NumberSet;
}

/** Hash of the normal form written last. */
export const hashWritten = ({ seed }: Tally): number => hashUnits(normalForm.units, 0, normalForm.length, seed);

/** Counts one occurrence. */
export function countValue(tally: Tally, hash: number): void {
  tally.matches++;
  addNumber(tally.values, hash);
}

export function createCollector(part: string, session: number, wantsFindings: boolean): Collector {
  const tallies = new Map<Detector, Tally>();
  const records = createRecords();
  const findings: Finding[] = [];
  let group = 0;

  // A value is hashed and then counted: the second look-up is of the same kind as the first.
  let last: Tally | undefined;
  const tallyOf = (detector: Detector): Tally => {
    if (last?.detector === detector) return last;
    last = tallies.get(detector);
    if (!last) {
      last = { detector, seed: seedOf(detector.id, session), matches: 0, values: createNumberSet() };
      tallies.set(detector, last);
    }
    return last;
  };

  return {
    session,
    wantsFindings,
    records,
    hash(detector, normal) {
      setNormalForm(normal);
      return hashWritten(tallyOf(detector));
    },
    hashWritten: (detector) => hashWritten(tallyOf(detector)),
    tallyOf,
    add(draft, rule, how, group) {
      if (!isRecord(draft, rule)) return false;
      addRecord(records, draft, how, group);
      return true;
    },
    count(detector, hash, span) {
      countValue(tallyOf(detector), hash);
      if (!wantsFindings || !span) return;
      const [start, end] = span();
      findings.push({ kind: detector.id, category: detector.category, part, start, end });
    },
    nextGroup: () => ++group,
    kinds: () =>
      [...tallies.values()]
        .filter(({ matches }) => matches > 0)
        .map(({ detector: { id, category }, matches, values }) => ({
          kind: id,
          category,
          matches,
          values: numbersIn(values),
        })),
    findings: () => findings.sort((one, other) => one.start - other.start || one.end - other.end),
  };
}
