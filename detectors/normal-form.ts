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

/** The normal form from `from` to `to` as a string. */
export function normalText(from = 0, to = normalForm.length): string {
  return String.fromCharCode(...normalForm.units.subarray(from, to));
}
