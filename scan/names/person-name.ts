// Names as words that can be compared: case, accents, order, titles and punctuation do not matter.

import { hashText, hashUnits } from '../hash.ts';
import { foldLetters, foldUnit, isLetterUnit, manyUnits } from '../text/letters.ts';
import { hasEastAsianSurname, looksEastAsian } from './east-asian-names.ts';
import { isGivenHash } from './given-names.ts';
import { sketchOf, stride } from './name-sketch.ts';

const titles = wordSet(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev revd reverend capt captain herr frau mme mlle monsieur madame sr sra don',
);

/** Words that end, or make, the name of an organisation or a place. */
const organisationWords = wordSet(
  'ltd limited plc llp llc inc gmbh ag sa bv nv oy ab company co corp corporation group holdings partners associates school academy ' +
    'college university council church parish trust foundation charity association society club hospital clinic surgery practice centre ' +
    'center pharmacy hotel restaurant cafe inn library museum department ministry office agency authority bank station airport park shop ' +
    'stores store services service solutions systems institute federation committee union nursery primary secondary infant junior borough',
);

/** Words that stand capitalised before a value without being anybody's name. */
const notNames = wordSet(
  'dear hello hi regards thanks thank mobile phone telephone tel email mail address contact customer client patient number name date birth ' +
    'account order invoice total item delivery street road lane avenue close court drive hill green row mews way crescent place square ' +
    'terrace gardens house flat unit floor monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december insurance national sort code postcode card iban bank from to subject sent please ' +
    'call ring write the a an and or of for on in at we i you he she it they our my your his her its their this that new old more all ' +
    'united kingdom north south east west great general manager director head sales support team desk survey meeting id nhs ni no ref born',
);

/** Small words within names. */
export const particles = wordSet(
  "de da do das dos del dela della dello delle di du van von vom der den ter ten te 't la le lo el al ul ur af av bin bint ibn y e i o of ap ab ferch zu zum zur op",
);

/** The words of a name, folded, each once, without titles. */
export function nameWords(written: string): string[] {
  const name = foldLetters(written);
  const words: string[] = [];
  let start = -1;
  let hasApostrophe = false;
  for (let index = 0; index <= name.length; index++) {
    const unit = index < name.length ? name.charCodeAt(index) : 0;
    if (isLetterUnit(unit)) {
      if (start < 0) start = index;
    } else if (start >= 0 && isApostrophe(unit)) {
      // Part of a word: O'Neill is one.
      hasApostrophe = true;
    } else if (start >= 0) {
      const whole = name.slice(start, index);
      const word = hasApostrophe ? whole.replace(/['’`]/g, '') : whole;
      hasApostrophe = false;
      if (word !== '' && !titles.has(word) && !words.includes(word)) words.push(word);
      start = -1;
    }
  }
  return words;
}

/** What is known of the words of this session, by hash: the same names come again and again. A later word takes the place of an earlier one. */
const known = {
  session: Number.NaN,
  hashes: new Float64Array(4096),
  initials: new Float64Array(4096),
  /** `titleMark` for a title. */
  sketches: new Float64Array(4096),
  titles: new Set<number>(),
};
const titleMark = -1;

/** Where the word of that hash that stands in `word` is known. */
function placeOf(hash: number, length: number, session: number): number {
  if (session !== known.session) {
    known.session = session;
    known.hashes.fill(0);
    known.titles = new Set([...titles].map((title) => hashText(title, session)));
  }
  const place = hash & 4095;
  if (known.hashes[place] !== hash) {
    known.hashes[place] = hash;
    known.initials[place] = hashUnits(word, 0, 1, session);
    known.sketches[place] = known.titles.has(hash)
      ? titleMark
      : sketchOf(word, length, session, isGivenHash(hash, session));
  }
  return place;
}

const word = new Uint16Array(256);

/**
 * Adds the words of the name at `from`..`end` of a text, without titles, to `count` numbers that are there: three for each word, its hash,
 * that of its initial and its sketch, each word once and in an order that the words alone decide. Gives how many numbers there are then.
 */
export function addNameWords(
  hashes: number[],
  count: number,
  text: string,
  from: number,
  end: number,
  session: number,
): number {
  let total = count;
  let length = 0;
  for (let index = from; index <= end; index++) {
    const unit = index < end ? text.charCodeAt(index) : 0;
    const letter = foldUnit(unit);
    // Letters that fall apart when they are folded, and what is longer than any word of a name: word by word, as text.
    if (letter === manyUnits || length === word.length)
      return addWords(hashes, total, nameWords(text.slice(from, end)), session);
    if (letter !== 0) word[length++] = letter;
    else if (length > 0 && !isApostrophe(unit)) {
      total = addWord(hashes, total, length, session);
      length = 0;
    }
  }
  return total;
}

function addWords(hashes: number[], count: number, words: readonly string[], session: number): number {
  let total = count;
  for (const each of words) {
    const length = Math.min(each.length, word.length);
    for (let index = 0; index < length; index++) word[index] = each.charCodeAt(index);
    total = addWord(hashes, total, length, session);
  }
  return total;
}

/** Adds the word that stands in `word` where it is no title and not there yet, by ascending hash. */
function addWord(hashes: number[], count: number, length: number, session: number): number {
  const hash = hashUnits(word, 0, length, session);
  const at = placeOf(hash, length, session);
  if (known.sketches[at] === titleMark) return count;
  let place = count;
  for (let index = 0; index < count; index += stride) if (hashes[index] === hash) return count;
  for (; place > 0 && hashes[place - stride]! > hash; place -= stride)
    for (let index = place; index < place + stride; index++) hashes[index] = hashes[index - stride]!;
  hashes[place] = hash;
  hashes[place + 1] = known.initials[at]!;
  hashes[place + 2] = known.sketches[at]!;
  return count + stride;
}

export function isOrganisation(name: string): boolean {
  for (const word of foldLetters(name).split(/[\s,.&()/-]+/)) if (organisationWords.has(word)) return true;
  return false;
}

/** Two to five words that begin with a capital, letters only, none of them a word that names no person, and small words between. */
export function looksLikeName(text: string): boolean {
  if (looksEastAsian(text)) return true;
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 8) return false;
  let capitals = 0;
  for (const word of words) {
    if (!/^[\p{L}\p{M}'’.-]+,?$/u.test(word)) return false;
    if (/^(?:\p{Ll}{1,5}['’])?[\p{Lu}\p{Lo}]/u.test(word)) capitals++;
    else if (!particles.has(word.replace('’', "'"))) return false;
    if (notNames.has(foldLetters(word).replace(/[.,]/g, ''))) return false;
  }
  return capitals >= 2 && capitals <= 5 && !isOrganisation(text);
}

/**
 * The last run of capitalised words in `from`..`to` that looks like a name. Walks backwards word by word; what parts words of one run
 * is a single blank, or the end of a line that had no room for the next word: "Jane", and "Doe" below.
 */
export function lastNameIn(text: string, from: number, to: number): string | undefined {
  let runEnd = -1;
  let runStart = -1;
  let position = to;
  while (position > from) {
    const end = position;
    while (position > from && isNameUnit(text.charCodeAt(position - 1))) position--;
    const isWord = position < end && isLetterUnit(text.charCodeAt(position));
    if (isWord && isCapital(text.charCodeAt(position))) {
      if (runEnd < 0) runEnd = end;
      runStart = position;
    } else if (runEnd < 0 || !isWord || !particles.has(text.slice(position, end))) {
      const name = nameOf(text, runStart, runEnd);
      if (name !== undefined) return name;
      runEnd = -1;
    }
    if (position < end && position > from && goesOn(text, position - 1, runStart, runEnd)) position--;
    else if (position > from) {
      const name = nameOf(text, runStart, runEnd);
      if (name !== undefined) return name;
      runEnd = -1;
      if (position === end) position--;
      else if (position > from && !isNameUnit(text.charCodeAt(position - 1))) position--;
    }
  }
  return nameOf(text, runStart, runEnd);
}

/** Where a name that `lastNameIn` gave stands last in `from`..`to`, or -1: a tab or the end of a line may part its words there. */
export function lastIndexOfName(text: string, name: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  const at = stretch.lastIndexOf(name);
  if (at >= 0) return from + at;
  const first = stretch.lastIndexOf(name.slice(0, name.indexOf(' ')));
  return first < 0 ? -1 : from + first;
}

/** The run as a name, without leading words such as "Dear" or "Mobile"; `undefined` where it is none. */
function nameOf(text: string, start: number, end: number): string | undefined {
  if (end < 0 || end - start > 80) return undefined;
  const written = text.slice(start, end);
  if (hasEastAsianSurname(written)) return written;
  if (end - start < 5) return undefined;
  const words = written.split(/[ \t\n]+/);
  let cut = 0;
  while (words.length > 1) {
    const first = foldLetters(words[0]!).replace('.', '');
    if (!notNames.has(first) && !titles.has(first)) break;
    cut += words.shift()!.length + 1;
  }
  const name = words.join(' ').replace(/\.$/, '');
  if (words.length < 2 || !looksLikeName(name)) return undefined;
  // A number before capitalised words makes them a street; a time and an amount do not.
  return /(?:^|[^\d:.,£$€]|\D[.,])\d{1,4}[a-z]?,?[ \t]+$/i.test(text.slice(Math.max(0, start + cut - 8), start + cut))
    ? undefined
    : name;
}

const isApostrophe = (unit: number) => unit === 39 || unit === 0x2019 || unit === 96;

const isBlank = (unit: number) => unit === 32 || unit === 9;

/** Fewest units of a line that ends for want of room. */
const fullLine = 50;

/** Whether what stands at `at` parts words of one run. What is a name without the line above needs nothing of it. */
function goesOn(text: string, at: number, runStart: number, runEnd: number): boolean {
  return isBlank(text.charCodeAt(at)) || (isWrap(text, at) && nameOf(text, runStart, runEnd) === undefined);
}

function isWrap(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 10 || at < fullLine) return false;
  for (let before = at - 1; before >= at - fullLine; before--) if (text.charCodeAt(before) === 10) return false;
  return true;
}

const isNameUnit = (unit: number) => isLetterUnit(unit) || isApostrophe(unit) || unit === 45 || unit === 46;

/** Upper case, or a letter of a script without case. */
function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 65 && unit <= 90;
  const letter = String.fromCharCode(unit);
  return letter.toLowerCase() !== letter || letter.toUpperCase() === letter;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
