// What a detector is: one kind of personal data. The vocabulary every other room uses.
import { longestWritten, setNormalForm } from './normal-form.ts';

export type Category = 'contact' | 'identity' | 'financial' | 'special' | 'criminal' | 'commercial' | 'location';

/**
 * How a value speaks for a person. `single`: a person has one, so two different values are two people (NINO).
 * `many`: it identifies, but a person may have several (e-mail, phone). `none`: it identifies nobody alone (postcode).
 */
export type KeyRole = 'single' | 'many' | 'none';

/**
 * What in running text makes it worth asking this detector. `at`: an `@`. `digits`: a digit or `+`.
 * `code`: an upper- or lower-case letter next to a digit. `either`: one of the last two. `network`: hexadecimal digits with colons, dashes
 * or full stops between. `filling`: a run of `<`. `column`: nothing; exists only by label or column.
 * `words`: nothing; beside a person already found, its vocabulary is looked up.
 */
export type Anchor = 'at' | 'digits' | 'code' | 'either' | 'network' | 'filling' | 'column' | 'words';

/** Words that speak of a kind, lower case, without apostrophes; accents do not matter. A regular plural need not be listed. */
export interface Vocabulary {
  /** Wherever they stand beside a person. */
  terms: readonly string[];
  /** Any phrase of the first list right before any of the second: `is`, `was` and `ill`, `unwell`. */
  pairs?: readonly (readonly [firsts: readonly string[], lasts: readonly string[]])[];
  /** Only where they are written in capitals. */
  acronyms?: readonly string[];
  /** Words with another everyday meaning: only within eight words behind a cue, in the same sentence. */
  cued?: { cues: readonly string[]; terms: readonly string[] };
  /** Endings of single words of six letters and more, such as `itis`. */
  endings?: readonly string[];
  /** What holds a term, or ends like one, and means something else. */
  except: readonly string[];
}

/**
 * A place in a text where a value may begin, and what scan knows about it. Offsets are UTF-16 units.
 * Nothing outside `from`..`end` may be looked at.
 */
export interface Candidate {
  /** First character of the text being scanned. */
  from: number;
  /** The anchor: the `@`, the first digit, the first letter of a code, the first `<`. */
  start: number;
  /** Where the text being scanned, or what is still free of it, ends. */
  end: number;
  /** A label of this kind stands before it. */
  labelled: boolean;
  /** A label of something else stands before it: an order, a parcel, a version. */
  mislabelled: boolean;
  /** A finding that identifies a person stands before it in the same line. */
  company: boolean;
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
  /** How many digits or letters may stand before the first other character; any number if absent. Elsewhere it need not be asked. */
  heads?: readonly number[];
  /** What then stands behind them, where that is no matter of which digits there are. */
  after?: RegExp;
  /** How many digits there are at least where no label stands before it. With fewer, grouped as one number, it need not be asked. */
  fewest?: number;
  /** True: check digits tell a whole column of it, even where the header says nothing. */
  checked?: boolean;
  /** Words that announce a value in running text, lower case, whole words. */
  labels: readonly string[];
  /** True: other words may stand between label and value, as in "born in Leeds on 3 March 1971". */
  farLabel?: boolean;
  /** Words that head a column of this kind, lower case, as people write them. */
  headers: readonly string[];
  /** What is looked up beside people, for kinds known by words. */
  words?: Vocabulary;
  /** Judges one candidate in its text, in bounded work. `undefined` = not one of these. */
  judge(text: string, candidate: Candidate): Judgement | undefined;
  /** Reads one whole cell or labelled value: its normal form, or `undefined`. */
  read(cell: string): string | undefined;
  /**
   * What `read` does, for the commonest spellings and without making a string: writes the normal form of all that stands at `from`..`end`
   * of a text into `normalForm`. False where `read` has to say. Worth having for kinds that fill columns of long tables.
   */
  write?(text: string, from: number, end: number): boolean;
}

/** The judge of kinds that are never found in running text, only by column or label block. */
export function judgeNothing(): undefined {
  return undefined;
}

/** Judges a whole cell as if its column's header stood before it: one value, nothing else but space around it. */
export function judgeWhole(detector: Detector, cell: string, start = 0): Judgement | undefined {
  const end = cell.length;
  return detector.judge(cell, { from: 0, start, end, labelled: true, mislabelled: false, company: false });
}

/** A whole cell that stands at `from`..`end` of a text, as a candidate. Used again by the next call. */
export function wholeCell(from: number, start: number, end: number): Candidate {
  whole.from = from;
  whole.start = start;
  whole.end = end;
  return whole;
}

const whole: Candidate = { from: 0, start: 0, end: 0, labelled: true, mislabelled: false, company: false };

/**
 * Reads a cell where it stands, trimmed, at `from`..`end` of a text, as `read` would: if all of it is one value, its normal form is the one
 * written last.
 */
export function readInPlace(detector: Detector, text: string, from: number, end: number): boolean {
  // "1234.0": a spreadsheet's way to write 1234, which `read` knows.
  const isDecimal = text.charCodeAt(end - 1) === 48 && text.charCodeAt(end - 2) === 46;
  if (!isDecimal && end - from <= longestWritten && detector.write?.(text, from, end)) return true;
  const inPlace = isDecimal ? undefined : judgeInPlace(detector, text, from, end);
  const normal = inPlace ?? detector.read(text.slice(from, end));
  if (normal === undefined) return false;
  setNormalForm(normal);
  return true;
}

/** As `judge` knows it, where it knows as well as `read`. Units of a text are read twice as fast as those of a cell cut out of it. */
function judgeInPlace(detector: Detector, text: string, from: number, end: number): string | undefined {
  const start = anchorIn(detector, text, from, end);
  if (start < 0) return undefined;
  const found = detector.judge(text, wholeCell(from, start, end));
  if (found?.start !== from || found.end !== end) return undefined;
  return detector.anchor === 'digits' && found.normal.length < 10 ? undefined : found.normal;
}

function anchorIn({ anchor }: Detector, text: string, from: number, end: number): number {
  switch (anchor) {
    case 'at':
      return unitBetween(text, from, end, 64, 64);
    case 'digits':
      return unitBetween(text, from, Math.min(end, from + 4), 48, 57);
    case 'code':
    case 'either':
    case 'network':
      return from;
    case 'filling':
    case 'column':
    case 'words':
      return -1;
  }
}

/** Offset of the first unit from `low` to `high`, or -1. */
function unitBetween(text: string, from: number, end: number, low: number, high: number): number {
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= low && unit <= high) return at;
  }
  return -1;
}
