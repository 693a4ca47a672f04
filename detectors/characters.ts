// Classes of UTF-16 units that detectors and the lexer share. Source: Unicode general categories, https://www.unicode.org/charts/

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ASCII letter. */
export function isLatin(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Letter of any script, near enough to tell where a word ends: ASCII, and everything from À on but punctuation and symbols. */
export function isLetter(code: number): boolean {
  if (code < 128) return isLatin(code);
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x3004) &&
    code < 0xfe00
  );
}

/** Something a number or code would be part of if it stood directly beside it. 0 (outside the text) is not. */
export function isWordPart(code: number): boolean {
  return isDigit(code) || code === 95 || isLetter(code);
}

/** Hyphen, dashes and minus. */
export function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63 || code === 0xff0d;
}

/** Space within a line, without tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
}

/**
 * The unit at `at`, or 0 outside the text. `charCodeAt` says `NaN` there, and engines run every loop that has once met it several times
 * as slowly.
 */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}
