// Telephone numbers in words: "oh seven seven double oh …", "zero one six three two nine six oh one two three".

/** What stands in the text, half-open, and what it spells. */
export interface Spelled {
  start: number;
  end: number;
  text: string;
}

const digits: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  hundred: '00',
  thousand: '000',
};
const times: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 };

const word = `(?:(?:double|treble|triple)[ -])?(?:${Object.keys(digits).join('|')})`;
const sequence = new RegExp(`\\b(?:plus[ -])?${word}(?:(?:, ?|[ -]+|\\. ?)${word}){6,18}\\b`, 'gi');

/** Words of which any such number has one that another follows, sevens by their end: `z` and `v` are rare. */
const anchors = ['zero', 'Zero', 'ZERO', 'ven', 'VEN'];
const digitNext = new RegExp(`(?:, ?|[ -]+|\\. ?)${word}\\b`, 'iy');
const reach = 160;

export function readNumberWords(text: string, found: Spelled[]): void {
  for (const anchor of anchors) {
    let read = 0;
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, Math.max(at + 1, read))) {
      digitNext.lastIndex = at + anchor.length;
      if (!digitNext.test(text)) continue;
      const from = Math.max(read, at - reach);
      for (const match of text.slice(from, at + reach).matchAll(sequence)) {
        const start = from + match.index;
        const end = start + match[0].length;
        read = Math.max(read, end);
        const number = numberOf(match[0]);
        if (number !== undefined) found.push({ start, end, text: number });
      }
    }
  }
}

/** The number, where it is one that is dialled: not counting up, not too short or long. */
function numberOf(words: string): string | undefined {
  let number = '';
  let repeats = 1;
  for (const one of words.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (one === 'plus') number = '+';
    else if (times[one]) repeats = times[one];
    else {
      number += digits[one]!.repeat(repeats);
      repeats = 1;
    }
  }
  const isDialled = /^(?:0[1-9]\d{8,9}|\+[1-9]\d{8,13}|00[1-9]\d{8,13})$/.test(number);
  return isDialled && !/^0?123456789/.test(number) ? number : undefined;
}
