// Names as words that can be compared: case, accents, order, titles and punctuation do not matter.

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev revd reverend capt captain herr frau mme mlle monsieur madame sr sra don'.split(
    ' ',
  ),
);

/** Letters that do not fall apart into a base letter and a mark. */
const foldedLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Lower case, without accents. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: tells plain ASCII, most names by far, from the rest.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþıßæœ]/g, (letter) => foldedLetters[letter]!);
}

/** The words of a name, folded, each once, in alphabetical order, without titles and one- and two-digit noise. */
export function nameWords(name: string): string[] {
  const words =
    foldLetters(name)
      .replace(/['’`´.]/g, (mark) => (mark === '.' ? ' ' : ''))
      .match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => !titles.has(word)))].sort();
}

/** Words that end, or make, the name of an organisation or a place. */
const organisationWords = new Set(
  (
    'ltd limited plc llp llc inc gmbh ag sa bv nv oy ab company co corp corporation group holdings partners associates school academy ' +
    'college university council church parish trust foundation charity association society club hospital clinic surgery practice centre ' +
    'center pharmacy hotel restaurant cafe inn library museum department ministry office agency authority bank station airport park shop ' +
    'stores store services service solutions systems institute federation committee union nursery primary secondary infant junior borough'
  ).split(' '),
);

export const isOrganisation = (name: string): boolean =>
  foldLetters(name)
    .split(/[^\p{L}]+/u)
    .some((word) => organisationWords.has(word));

/** Words that stand capitalised before a value without being anybody's name. */
const notNames = new Set(
  (
    'dear hello hi regards thanks thank mobile phone telephone tel email mail address contact customer client patient number name date birth ' +
    'account order invoice total item delivery street road lane avenue close court drive hill green row mews way crescent place square ' +
    'terrace gardens house flat unit floor monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december insurance national sort code postcode card iban bank from to subject sent please ' +
    'call ring write the a an and or of for on in at we i you he she it they our my your his her its their this that new old more all ' +
    'united kingdom north south east west great general manager director head sales support team desk survey meeting id nhs ni no ref born'
  ).split(' '),
);

/** Two to four words that begin with a capital, letters only, none of them a word that names no person. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  let capitals = 0;
  for (const word of words) {
    if (!/^[\p{L}'’.-]+,?$/u.test(word)) return false;
    if (/^\p{Lu}|^\p{Lo}/u.test(word)) capitals++;
    else if (!/^(?:de|da|do|dos|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|ibn|y|e|o|of|ap|ab|zu)$/.test(word))
      return false;
    if (notNames.has(foldLetters(word).replace(/[.,]/g, ''))) return false;
  }
  return capitals >= 2 && !isOrganisation(text);
}

const nameBefore =
  /((?:\p{Lu}[\p{L}'’-]*\.?[ \t]+(?:(?:de|da|dos|del|di|van|von|der|den|la|le|el|al|bin|y)[ \t]+)*){1,4}\p{Lu}[\p{L}'’-]+)/gu;

/** The last name-like run of capitalised words in a short stretch of text, and where it stands in it. */
export function lastNameIn(text: string): { name: string; start: number; end: number } | undefined {
  let found: { name: string; start: number; end: number } | undefined;
  for (const match of text.matchAll(nameBefore)) {
    const name = withoutNonNames(match[1]!);
    if (!name || !looksLikeName(name)) continue;
    // A number before capitalised words makes them a street.
    const start = match.index + match[1]!.indexOf(name);
    if (/\d[a-z]?,?\s+$/i.test(text.slice(Math.max(0, start - 6), start))) continue;
    found = { name, start, end: start + name.length };
  }
  return found;
}

/** Leading words such as "Dear" or "Mobile" cut off: `Mail Jane Doe` is `Jane Doe`. */
function withoutNonNames(run: string): string | undefined {
  const words = run.split(/(?<=\s)/);
  while (
    words.length > 0 &&
    (notNames.has(foldLetters(words[0]!.trim())) || titles.has(foldLetters(words[0]!.trim().replace('.', ''))))
  )
    words.shift();
  return words.length < 2 ? undefined : words.join('').trim();
}
