// How most countries' identity numbers are told: by how they are written, by the check their issuer published, and by a label or column.
// Digits alone prove nothing, since one number in ten or in a hundred passes a check by chance; a few forms nobody writes by accident stand
// alone. Validators of many countries: https://github.com/koblas/stdnum-js
import { isDash, isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import type { Anchor, Candidate, Category, Detector, Judgement } from './detector.ts';

export interface IdentityNumber {
  id: string;
  /** Identity, unless said otherwise. */
  category?: Category;
  /** A person has one, unless said otherwise. */
  key?: Detector['key'];
  anchor: Exclude<Anchor, 'at' | 'column'>;
  /** The whole number as people write it, in upper case, with bounded quantifiers. */
  form: RegExp;
  /** How it is written where it needs no label, and what it then begins with (`Detector.heads`, `Detector.after`). */
  alone?: { form: RegExp; heads: readonly number[]; after?: RegExp };
  /** The issuer's check, of the number in one spelling. */
  validate?(value: string): { isValid: boolean };
  /** What the validator does not look at. */
  isPlausible?(value: string): boolean;
  /** One person's number in one spelling, where that is not its letters and digits. */
  spell?(written: string): string;
  /** True: the check is sharp enough to tell a column of them that has no header. */
  checked?: boolean;
  labels: readonly string[];
  headers: readonly string[];
}

/** Longest number as written, and the shortest worth a look. */
const longest = 40;

/** Whether the number at `start`..`end` is part of something longer. */
function isPart(text: string, from: number, start: number, end: number, limit: number, labelled: boolean): boolean {
  const before = start > from ? unitAt(text, start - 1) : 0;
  if (isDigit(before) || (isWordPart(before) && before !== 95 && !labelled)) return true;
  if (end >= limit) return false;
  const after = unitAt(text, end);
  if (isWordPart(after)) return true;
  const isJoint = isDash(after) || after === 46 || after === 47 || after === 58;
  return (
    isJoint && end + 1 < limit && (isDigit(unitAt(text, end + 1)) || (after !== 46 && isLatin(unitAt(text, end + 1))))
  );
}

export function identityNumber(number: IdentityNumber): Detector {
  const { alone, validate, isPlausible, spell = lettersAndDigits } = number;
  const anyForm = new RegExp(number.form.source, 'iy');
  const aloneForm = alone && new RegExp(alone.form.source, 'y');

  function judge(text: string, { from, start, end, labelled, mislabelled }: Candidate): Judgement | undefined {
    const form = labelled ? anyForm : aloneForm;
    if (!form || (mislabelled && !labelled)) return undefined;
    form.lastIndex = start;
    if (!form.test(text)) return undefined;
    const stop = form.lastIndex;
    if (stop > end || isPart(text, from, start, stop, end, labelled)) return undefined;
    const value = spell(text.slice(start, stop).toUpperCase());
    if (isRepeated(value) || isPlausible?.(value) === false || validate?.(value).isValid === false) return undefined;
    return { start, end: stop, normal: value };
  }

  function read(cell: string): string | undefined {
    const value = cell.trim();
    if (value.length > longest) return undefined;
    const whole = { from: 0, start: 0, end: value.length, labelled: true, mislabelled: false, company: false };
    const found = judge(value, whole);
    return found?.end === value.length ? found.normal : undefined;
  }

  return {
    id: number.id,
    category: number.category ?? 'identity',
    anchor: number.anchor,
    weak: alone === undefined,
    key: number.key ?? 'single',
    ...(alone ? { heads: alone.heads } : {}),
    ...(alone?.after ? { after: alone.after } : {}),
    ...(number.checked ? { checked: true } : {}),
    labels: [...new Set(number.labels)],
    headers: [...new Set(number.headers)],
    judge,
    read,
  };
}

const lettersAndDigits = (written: string) => written.replace(/[^\dA-Z]/g, '');

/** 000000000 and 1111111111 are filling. */
function isRepeated(value: string): boolean {
  for (let k = 1; k < value.length; k++) if (value.charCodeAt(k) !== value.charCodeAt(0)) return false;
  return true;
}
