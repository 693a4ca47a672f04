// Lines, quote marks and delimiters of a text.
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../scan/text/lines.ts';

const linesOf = (text: string) => {
  const lines = splitLines(text);
  return Array.from({ length: lines.count }, (_, line) => text.slice(lines.start[line], lines.end[line]));
};

describe('splitLines', () => {
  it.each<[why: string, text: string, lines: string[]]>([
    ['line feeds and carriage returns', 'a\r\nb\nc', ['a', 'b', 'c']],
    ['an empty text is one empty line', '', ['']],
    ['a last line break ends in an empty line', 'a\n', ['a', '']],
    ['quote marks are no part of a line', '> a\n>> b\n> > c\n>d', ['a', 'b', 'c', 'd']],
    ['a quoted cell holds its line breaks', 'a,"b\nc",d\ne', ['a,"b\nc",d', 'e']],
    ['doubled quotes do not close a cell', 'a,"b""\nc",d', ['a,"b""\nc",d']],
    ['a quotation at the start of a line swallows nothing', '"Well,\nI said\nso".', ['"Well,', 'I said', 'so".']],
    ['a quote that never closes swallows nothing', 'a,"b\nc,d', ['a,"b', 'c,d']],
    ['inches swallow nothing', '5" pipe,x\n6" pipe,y', ['5" pipe,x', '6" pipe,y']],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('counts delimiters outside quoted cells', () => {
    const lines = splitLines('a\tb\tc\nx,"1,2",y\n1;2|3,4');
    expect([...lines.tabs.slice(0, 3)]).toEqual([2, 0, 0]);
    expect([...lines.commas.slice(0, 3)]).toEqual([0, 2, 1]);
    expect([...lines.semicolons.slice(0, 3)]).toEqual([0, 0, 1]);
    expect([...lines.pipes.slice(0, 3)]).toEqual([0, 0, 1]);
  });
});
