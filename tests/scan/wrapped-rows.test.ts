// Tables that a mail program has wrapped, as in a quoted reply: as many people as before, at whatever width.
import { describe, expect, it } from 'vitest';
import { asCsv, asTableText } from '../../benchmarks/corpus/forms.ts';
import { headlineMail } from '../../benchmarks/corpus/mails.ts';
import { peopleIn, textPart } from './counting.ts';

const { clients } = headlineMail();
const table = asTableText(clients);

/** Every line, cut at the last space that leaves no more than so many letters. */
const wrapped = (text: string, width: number) =>
  text
    .split('\n')
    .flatMap((line) => {
      const cut = [''];
      for (const word of line.split(' ')) {
        const last = cut.at(-1)!;
        if (last === '') cut[cut.length - 1] = word;
        else if (last.length + 1 + word.length > width) cut.push(word);
        else cut[cut.length - 1] = `${last} ${word}`;
      }
      return cut;
    })
    .join('\n');
const quoted = (text: string) => `> ${text.replaceAll('\n', '\n> ')}`;

describe.each([64, 68, 72, 76, 80])('a table wrapped at %i', (width) => {
  it.each<[string, string]>([
    ['with tabs', table],
    ['with semicolons', table.replaceAll('\t', ';')],
    ['with commas', asCsv(clients)],
    ['with pipes', table.replaceAll('\t', ' | ')],
    ['without a header', table.split('\n').slice(1).join('\n')],
    ['below a sentence', `Here they are, Kim,\nas promised:\n${table}`],
  ])('is about 957 people: %s', (_, text) => {
    for (const form of [wrapped(text, width), quoted(wrapped(text, width))]) {
      const { min, max } = peopleIn(textPart(form));
      expect([min, max]).toEqual([957, 957]);
    }
  });
});
