// Word lists as people read them: phrases between commas, over as many lines as it takes.

/** `'date of birth, dob'` → `['date of birth', 'dob']`. */
export function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
