// Policy values in the spellings that reach a browser: registry keys and GPO editors write `"true"`, `1`, comma lists and JSON in a
// string. Chrome's registry types: https://chromeenterprise.google/policies/ Firefox: https://mozilla.github.io/policy-templates/

const yes = new Set(['true', '1', 'yes', 'on']);
const no = new Set(['false', '0', 'no', 'off']);

/** `true`, `"True"`, `1`, `"1"`, `"yes"` → true, their opposites → false, anything else as it is. */
export function softBoolean(raw: unknown): unknown {
  if (typeof raw !== 'string' && typeof raw !== 'number') return raw;
  const word = String(raw).trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : raw;
}

/** `"25"` → 25, anything else as it is. */
export function softNumber(raw: unknown): unknown {
  return typeof raw === 'string' && /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : raw;
}

/** A group of settings, also as JSON in a string; `undefined` when it is none. */
export function softGroup(raw: unknown): Record<string, unknown> | undefined {
  const value = fromJson(raw, '{');
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** A list, also as JSON in a string; a single word list is split at commas, semicolons and blanks where `isOfWords`. */
export function softList(raw: unknown, isOfWords: boolean): unknown[] | undefined {
  const value = fromJson(raw, '[');
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !isOfWords) return undefined;
  return value.split(/[,;\s]+/).filter((word) => word !== '');
}

function fromJson(raw: unknown, opening: '{' | '['): unknown {
  if (typeof raw !== 'string' || !raw.trimStart().startsWith(opening)) return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}
