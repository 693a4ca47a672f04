// Stretches that may be letters for bytes: long runs of the alphabets of base64, base32 and hex, also wrapped into lines; and
// rows of hex pairs. Found by looking at every twenty-fourth unit or so: words of prose are shorter.

/** Half-open, UTF-16 units; `lines` are the letters without line breaks, quote marks and padding. */
export interface Run {
  start: number;
  end: number;
  lines: string[];
}

/** A run at least this long is seen wherever it stands; where one was, shorter ones are looked for, too. */
const long = 32;
const short = 16;

const equals = 61;

const inAlphabet = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  inAlphabet[letter.charCodeAt(0)] = 1;

const isLetter = (unit: number) => unit < 128 && inAlphabet[unit] === 1;

/**
 * Hands every run to `see`, in order; `see` says where to look on, which is at least where the run ends. A run that goes on over
 * lines is handed over as a whole first.
 */
export function findRuns(text: string, see: (run: Run) => boolean): void {
  // Padding tells of runs too short to be seen otherwise.
  let least = /[A-Za-z0-9+/_-]{14}={1,2}(?![\w=])/.test(padded(text)) ? short : long;
  let at = least - 1;
  while (at < text.length) {
    let start = at;
    const stop = at - least;
    while (start > stop && isLetter(text.charCodeAt(start))) start--;
    if (start > stop) {
      at = start + least;
      continue;
    }
    start++;
    let end = at + 1;
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    at = readRun(text, start, end, see);
    if (at > end) least = short;
    at = Math.max(at, end) + least - 1;
  }
}

/** The surroundings of padding signs, if there are any: almost no text has them. */
function padded(text: string): string {
  const found: string[] = [];
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const after = text.charCodeAt(at + 1);
    if (isLetter(after) || after === equals) continue;
    if (isLetter(text.charCodeAt(at - 6))) found.push(text.slice(Math.max(0, at - 16), at + 2));
    if (found.length === 50) break;
  }
  return found.join(' ');
}

/** Offers the run as it is wrapped, then line by line, then in pieces; gives the end of what was taken, or of the run. */
function readRun(text: string, start: number, end: number, see: (run: Run) => boolean): number {
  const lines = linesFrom(text, start, end);
  if (lines.length > 1 && isWrapped(lines, text)) {
    const last = lines.at(-1)!;
    const whole = { start: padStart(text, start), end: last.after, lines: lines.map(({ letters }) => letters) };
    if (see(whole)) return last.after + 1;
  }
  let taken = end;
  for (const line of lines) {
    const one = { start: padStart(text, line.start), end: line.after, lines: [line.letters] };
    if (see(one)) taken = line.after + 1;
    else if (line === lines[0]) taken = Math.max(taken, readPieces(text, line.start, line.end, see));
  }
  return Math.max(taken, lines.at(-1)!.end);
}

/** A path or a name in front may be of the alphabet, too: `/u/…`, `id-…`. */
function readPieces(text: string, start: number, end: number, see: (run: Run) => boolean): number {
  let taken = end;
  if (end - start > 4_000) return taken;
  for (let at = start; at < end; ) {
    let next = at;
    while (next < end && !isSeparator(text.charCodeAt(next))) next++;
    const isWhole = at === start && next === end;
    if (!isWhole && next - at >= short && see({ start: at, end: next, lines: [text.slice(at, next)] })) taken = end + 1;
    at = next + 1;
  }
  return taken;
}

const isSeparator = (unit: number) => unit === 47 || unit === 45 || unit === 95 || unit === 43;

interface Line {
  start: number;
  /** One past the last letter. */
  end: number;
  /** One past the padding. */
  after: number;
  letters: string;
}

/** Fewer than four letters are a name, unless they are padded. */
const lineHere = /\r?\n[> \t]*=*([A-Za-z0-9+/_-]{4,}|[A-Za-z0-9+/_-]{2,3}(?==))(={0,6})[ \t]*(?=\r?\n|$)/y;
const mostLines = 500_000;

/** The run at `start`, and the lines of nothing but letters that follow it. */
function linesFrom(text: string, start: number, end: number): Line[] {
  let after = end;
  while (after < end + 6 && text.charCodeAt(after) === equals) after++;
  const lines: Line[] = [{ start, end, after, letters: text.slice(start, end) }];
  lineHere.lastIndex = after;
  while (lines.length < mostLines) {
    const before = lines.at(-1)!;
    const found = lineHere.exec(text);
    if (!found) break;
    const [, letters = '', padding = ''] = found;
    const lineEnd = text.indexOf(letters, found.index) + letters.length;
    // Padding ends a code.
    if (before.after > before.end) break;
    if (lines.length > 1 && before.letters.length !== lines[1]!.letters.length) break;
    lines.push({ start: lineEnd - letters.length, end: lineEnd, after: lineEnd + padding.length, letters });
    lineHere.lastIndex = lineEnd + padding.length;
    while (text[lineHere.lastIndex] === ' ') lineHere.lastIndex++;
  }
  return lines;
}

/** All lines are as long as the second, but the last may be shorter, and the first where something else stands before it. */
function isWrapped(lines: readonly Line[], text: string): boolean {
  const width = lines.length > 2 ? lines[1]!.letters.length : lines[0]!.letters.length;
  const last = lines.at(-1)!;
  if (width < short || last.letters.length > width) return false;
  const first = lines[0]!.letters.length;
  if (first > width && lines[0]!.start > 0 && text[lines[0]!.start - 1] !== '\n') return true;
  if (first > width) return false;
  // One more line of letters after a shorter one: a list of codes, not one that is wrapped.
  lineHere.lastIndex = last.after;
  return last.letters.length === width || last.after > last.end || !lineHere.test(text);
}

/** Padding in front, where the code is turned round. */
function padStart(text: string, start: number): number {
  let before = start;
  while (before > 0 && before > start - 6 && text.charCodeAt(before - 1) === equals) before--;
  return before > 0 && isLetter(text.charCodeAt(before - 1)) ? start : before;
}

const pairStride = 64;

/** Rows of pairs: `4a 61 6e 65`, `4A:61:6E`. Found by what stands between the pairs, every sixty-fourth unit. */
export function findPairs(text: string, see: (run: Run) => boolean): void {
  for (let at = 24; at + 12 < text.length; at += pairStride) {
    let phase = at;
    while (phase < at + 3 && isHex(text.charCodeAt(phase))) phase++;
    const between = text.charCodeAt(phase);
    if (isHex(between) || between > 58) continue;
    if (text.charCodeAt(phase + 3) !== between || text.charCodeAt(phase + 6) !== between) continue;
    if (!isPairBefore(text, phase) || !isPairBefore(text, phase + 3)) continue;
    let start = phase - 2;
    while (start >= 3 && isPairBetween(text.charCodeAt(start - 1)) && isPairBefore(text, start - 1)) start -= 3;
    let end = phase;
    while (isPairBetween(text.charCodeAt(end)) && isPairBefore(text, end + 3) && !isHex(text.charCodeAt(end + 3)))
      end += 3;
    if (end - start >= 45)
      see({
        start,
        end,
        lines: [
          text
            .slice(start, end)
            .replace(/[^0-9A-Fa-f]/g, '')
            .toLowerCase(),
        ],
      });
    at = Math.max(at, end);
  }
}

const isPairBetween = (unit: number) => unit === 32 || unit === 58 || unit === 45 || unit === 44 || unit === 10;

const isPairBefore = (text: string, at: number) =>
  isHex(text.charCodeAt(at - 1)) && isHex(text.charCodeAt(at - 2)) && !isHex(text.charCodeAt(at));

function isHex(unit: number): boolean {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 102);
}
