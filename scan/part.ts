// What scan reads: a body, or one file already turned into text and tables by an extractor.

/** Why something could not be read. Never the content, never a file name. */
export const reasons = [
  'encrypted',
  'broken',
  'empty',
  'too-large',
  'too-deep',
  'unknown-format',
  'media',
  'time-out',
  'not-reachable',
  'error',
] as const;
export type Reason = (typeof reasons)[number];

/** A table with its cells as text, in reading order. A header row, where there is one, is the first row. */
export interface Table {
  name: string;
  rows: string[][];
}

/**
 * A body or a file. With neither text nor tables nor children it is *cannot tell*, never "clean", and `unreadable` says why;
 * `unreadable` beside content means: read in part. A part with tables is scanned as if its cells were joined by tabs and
 * its rows by line feeds, after its text.
 */
export interface Part {
  name: string;
  /** True type told from the content, such as `xlsx`, `csv`, `text`, `zip`; `unknown` where it cannot be told. */
  type: string;
  text?: string;
  tables?: Table[];
  unreadable?: Reason;
  children?: Part[];
}
