// What is known about a table before its rows are read.
import type { Detector } from '../../detectors/detector.ts';
import type { ChildSign } from '../people/child-signs.ts';
import type { RecordRule } from '../people/record-draft.ts';

export interface Column {
  index: number;
  detector: Detector;
  /** What else the header may mean, asked for cells that are not of the first kind. */
  others: readonly Detector[];
  /** The value is somebody else's than the row's: counted as data, not as the row's person. */
  isOther: boolean;
}

export interface TableShape {
  /** First row of values. */
  firstRow: number;
  /** Row of the header, or -1. */
  header: number;
  columns: Column[];
  /** Columns, as half-open ranges, in which values are looked for as in running text. */
  free: [from: number, to: number][];
  /** Free columns with a person in several lines of each cell, the name in the first. */
  cards: readonly number[];
  /** Free columns that may say something of the row's person, in words. */
  told: readonly number[];
  /** Columns of which nothing is known but that they speak of somebody else. */
  aside: number[];
  /** Columns that say that a person is a child. */
  childSigns: readonly { index: number; sign: ChildSign }[];
  /** Free columns that number things: bare digits there are no phone number. */
  things: ReadonlySet<number>;
  rule: RecordRule;
}
