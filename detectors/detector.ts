// What a detector is: one kind of personal data. The vocabulary every other room uses.

export type Category = 'contact' | 'identity' | 'financial' | 'special' | 'criminal' | 'commercial' | 'location';

/**
 * How a value speaks for a person. `single`: a person has one, so two different values are two people (NINO).
 * `many`: it identifies, but a person may have several (e-mail, phone). `none`: it identifies nobody alone (postcode).
 */
export type KeyRole = 'single' | 'many' | 'none';

/**
 * What in running text makes it worth asking this detector. `at`: an `@`. `digits`: a digit or `+`.
 * `code`: an upper- or lower-case letter next to a digit. `column`: nothing; exists only by label or column.
 */
export type Anchor = 'at' | 'digits' | 'code' | 'column';

/** A half-open stretch of text (UTF-16 units) that scan proposes, and whether a label of this kind stands before it. */
export interface Candidate {
  start: number;
  end: number;
  labelled: boolean;
}

/** A value found: where it stands (half-open, UTF-16) and its normal form, by which two spellings are the same value. */
export interface Judgement {
  start: number;
  end: number;
  normal: string;
}

export interface Detector {
  /** Public name: path below detectors/ with `/` as `-` (uk/nhs-number.ts → uk-nhs-number). */
  id: string;
  category: Category;
  anchor: Anchor;
  /** True: a match counts only with a label, a column, or company of other findings. */
  weak: boolean;
  key: KeyRole;
  /** Words that announce a value in running text, lower case, whole words. */
  labels: readonly string[];
  /** Words that head a column of this kind, lower case, as people write them. */
  headers: readonly string[];
  /** Judges one candidate in its text. Linear in the candidate's length. `undefined` = not one of these. */
  judge(text: string, candidate: Candidate): Judgement | undefined;
  /** Reads one whole cell or labelled value: its normal form, or `undefined`. */
  read(cell: string): string | undefined;
}
