// Letters of other scripts that look like Latin ones, folded where they stand inside Latin words, addresses and codes; words that are
// wholly of another script stay as they are. https://www.unicode.org/reports/tr39/ (confusables)

/** Cyrillic, Greek, Armenian, Cherokee and Coptic letters. */
export const foreign = /[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13f4\u2c80-\u2cb1]/g;

const twins = new Map<string, string>();
const likeness = new Map<string, string>();
function pair(target: Map<string, string>, look: string, ascii: string): void {
  const letters = [...ascii];
  for (const [index, letter] of [...look].entries()) target.set(letter, letters[index]!);
}

// Not to be told from the Latin letter.
pair(twins, 'АВЕЅІЈКМНОРСТУХҮԌԚԜҺаеѕіјорсухһԁԛԝӏү', 'ABESIJKMHOPCTYXYGQWHaesijopcyxhdqwly');
pair(twins, 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹΜοϲϳνκια', 'ABEZHIKMNOPTYXCMocjvkia');
pair(twins, 'ՏՕՍԼհոսօցզքՈ', 'SOULhnuogqpU');
pair(twins, 'ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ', 'ABCDEGHiJKLMPRSTVWZ');
pair(twins, 'ⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬⲟⲣⲥ', 'ABEHIKMNOPCTYXopc');
// Like enough to be read as one inside a Latin word.
pair(likeness, 'вгикмнптьяИЯё', 'brukmhntbrNRe');
pair(likeness, 'ρυχγητωσβεςμδ', 'puxyntwobesud');

const isBlank = (unit: number) => unit <= 32;
const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const latin = /[A-Za-z]/;
const wordOf = /[\p{L}\p{M}]+/gu;

/** The text with its look-alikes folded, one unit for one. */
export function foldLookAlikes(text: string): string {
  let result = '';
  let copied = 0;
  foreign.lastIndex = 0;
  while (foreign.test(text)) {
    let start = foreign.lastIndex - 1;
    while (start > copied && !isBlank(text.charCodeAt(start - 1))) start--;
    let end = foreign.lastIndex;
    while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
    const token = text.slice(start, end);
    result += text.slice(copied, start) + foldToken(token, isBesideDigit(text, start, end));
    copied = end;
    foreign.lastIndex = end;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

function foldToken(token: string, besideDigit: boolean): string {
  const isLatinToken = /[A-Za-z0-9@]/.test(token);
  if (!isLatinToken && !besideDigit) return token;
  return token.replace(wordOf, (word) => {
    if (latin.test(word)) return replaceIn(word, (letter) => twins.get(letter) ?? likeness.get(letter));
    const letters = [...word];
    if (!letters.every((letter) => twins.has(letter))) return word;
    if (!isLatinToken && (letters.length > 3 || word !== word.toUpperCase())) return word;
    return replaceIn(word, (letter) => twins.get(letter));
  });
}

function replaceIn(word: string, twin: (letter: string) => string | undefined): string {
  let result = '';
  for (const letter of word) {
    result += twin(letter) ?? letter;
  }
  return result;
}

/** "АВ 12 34 56 С": a code's letters stand apart from its digits. */
function isBesideDigit(text: string, start: number, end: number): boolean {
  return isDigit(text.charCodeAt(end + 1)) || (start > 1 && isDigit(text.charCodeAt(start - 2)));
}
