// The normal form of a value as UTF-16 units in one buffer that is written again and again: what is only hashed need not become a string.

export const normalForm = {
  units: new Uint16Array(512),
  length: 0,
};

/** Longest value that is written without becoming a string. */
export const longestWritten = normalForm.units.length;

/** Takes a string for the normal form. */
export function setNormalForm(text: string): void {
  if (text.length > normalForm.units.length) normalForm.units = new Uint16Array(text.length * 2);
  const { units } = normalForm;
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  normalForm.length = text.length;
}

/** Writes what stands at `from`..`end` of a text in lower case; false where it has letters beyond those of Latin alphabets. */
export function writeLowerCase(text: string, from: number, end: number): boolean {
  const { units } = normalForm;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    const lower = lowerCase(unit);
    if (lower === 0) return false;
    units[at - from] = lower;
  }
  normalForm.length = end - from;
  return true;
}

const lowerEnd = 0x1f00;

/** Of units below U+0250 and U+1E00 to U+1EFF: letters of Latin alphabets. */
const lower = new Uint16Array(lowerEnd);
for (let unit = 1; unit < lowerEnd; unit = unit === 0x24f ? 0x1e00 : unit + 1) {
  const written = String.fromCharCode(unit);
  const small = written.toLowerCase();
  if (small.length === 1 && (unit < 0x100 || /^[\p{Lu}\p{Ll}]$/u.test(written))) lower[unit] = small.charCodeAt(0);
}

/** The unit in lower case; 0 for what is neither in Latin-1 nor a letter of a Latin alphabet with two cases. */
export function lowerCase(unit: number): number {
  return unit < lowerEnd ? lower[unit]! : 0;
}

/** Lets go of the value written last: it is somebody's. */
export function forgetNormalForm(): void {
  normalForm.units.fill(0);
  normalForm.length = 0;
}

/** The normal form from `from` to `to` as a string. */
export function normalText(from = 0, to = normalForm.length): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(normalForm.units[at]!);
  return text;
}
