// What people type into forms, as far as it is taken.
import * as v from 'valibot';

/** No control character: they have no place in a name, and PostgreSQL takes no NUL. */
export const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^[^\p{Cc}]*$/u));
export const address = v.pipe(line(320), v.regex(/^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}$/));
/** A place in a list, or a number of its lines. */
export const place = v.pipe(v.number(), v.integer(), v.minValue(0));
