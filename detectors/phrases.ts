// Word lists as people read them: phrases between commas, over as many lines as it takes.

/** `'date of birth, dob'` → `['date of birth', 'dob']`. */
export function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}

/** Every phrase of the one list before every phrase of the other: `is, was` and `ill` → `['is ill', 'was ill']`. */
export function combine(firsts: string, lasts: string): readonly string[] {
  const ends = phrases(lasts);
  return phrases(firsts).flatMap((first) => ends.map((last) => `${first} ${last}`));
}
