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

/** Writes what stands at `from`..`end` of a text in lower case; false where it has letters beyond western Europe's. */
export function writeLowerCase(text: string, from: number, end: number): boolean {
  const { units } = normalForm;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x100) return false;
    units[at - from] = lowerCase(unit);
  }
  normalForm.length = end - from;
  return true;
}

/** For units below U+0100. */
export function lowerCase(unit: number): number {
  return (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) ? unit + 32 : unit;
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
