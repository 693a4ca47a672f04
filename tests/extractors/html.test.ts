import { describe, expect, it } from 'vitest';
import { htmlToPart } from '../../extractors/html.ts';
import { expectGrowth } from '../growth.ts';
import { allClients, clientRows, header } from './client-rows.ts';
import { read } from './read.ts';

const linesOf = (html: string) => htmlToPart(html, 'body').text;

describe('HTML', () => {
  it.each([
    ['text alone', 'Hello', 'Hello'],
    ['white space as a browser shows it', '<div>a\n   b\t\n c</div>', 'a b c'],
    ['a blank between non-breaking ones, as an editor writes a tab', 'a&nbsp;&nbsp; &nbsp;b', 'a\u00a0\u00a0 \u00a0b'],
    ['entities', '<p>a&amp;b &lt;c&gt; &#64; &#x40; &eacute;</p>', 'a&b <c> @ @ é'],
    ['lines by br and div', 'a<br>b<div>c</div><div>d</div>e', 'a\nb\nc\nd\ne'],
    ['an empty line by an editor', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['an empty line by a non-breaking space', '<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n\nb'],
    [
      'paragraphs of several lines stay together',
      '<p>Name: A<br>Tel: 1</p><p>Name: B<br>Tel: 2</p>',
      'Name: A\nTel: 1\n\nName: B\nTel: 2',
    ],
    ['list items', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['words across inline elements', '<b>jane</b>@<i>example</i>.com', 'jane@example.com'],
    ['script and style after what is seen', '<style>p{}</style>a<script>b()</script>c', 'ac\n\np{}\n\nb()'],
    ['what a source editor hides in a comment', 'a<!-- jane@example.com -->b', 'ab\n\njane@example.com'],
    ['what attributes carry', '<p title="Jane" class="x" data-k="07700 900123">a</p>', 'a\n\nJane\n\n07700 900123'],
    [
      'the query of an address',
      '<a href="https://x.test/p?to=jane%40example.com&n=1#z">a</a>',
      'a\n\nto=jane@example.com\nn=1#z',
    ],
    ['nothing of an address without a query', '<a href="https://x.test/p/12345678901">a</a><img src="cid:1">', 'a'],
    ['hidden and white text', '<p style="display:none">a</p><font color="white">b</font>', 'a\nb'],
    [
      'a table in document order',
      'x<table><tr><th>h</th><th>i</th></tr><tr><td>1</td><td>2</td></tr></table>y',
      'x\n\nh\ti\n1\t2\n\ny',
    ],
    ['cells with lines in them', '<table><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr></table>', 'a b\tc d'],
    ['empty cells', '<table><tr><td>a</td><td>&nbsp;</td><td></td><td>d</td></tr></table>', 'a\t\t\td'],
    ['tags left open', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\tb\nc\td'],
    [
      'columns spanned',
      '<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      'a\t\tb\n1\t2\t3',
    ],
    ['rows spanned', '<table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td></tr></table>', 'a\t1\n\t2'],
    [
      'a table for layout',
      '<table><tr><td><p>Dear A</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
      'Dear A\n\n1\t2',
    ],
    [
      'address labels beside one another',
      '<table><tr><td>a<br>1 b<br>c</td><td>d<br>e<br>2 f</td></tr><tr><td>g<br>3 h<br>i</td><td>j<br>4 k<br>l</td></tr></table>',
      'a\n1 b\nc\n\nd\ne\n2 f\n\ng\n3 h\ni\n\nj\n4 k\nl',
    ],
    [
      'an address and its numbers beside it',
      '<table><tr><td>Jane Doe<br>4 Weir Court<br>Leeds LS1 4QT</td><td>Tel: 07700 900123<br>Mobile: 07700 900124<br>Email: jane@x.test</td></tr></table>',
      'Jane Doe 4 Weir Court Leeds LS1 4QT\tTel: 07700 900123 Mobile: 07700 900124 Email: jane@x.test',
    ],
    [
      'lines of words beside one another',
      '<table><tr><td>a<br>b<br>c</td><td>d<br>e<br>f</td></tr></table>',
      'a b c\td e f',
    ],
    [
      'addresses below a cell that spans rows',
      '<table><tr><td rowspan=2>x</td><td>y</td><td>z</td></tr><tr><td>a<br>1 b<br>c</td><td>d<br>e<br>2 f</td></tr></table>',
      'x\ty\tz\n\ta 1 b c\td e 2 f',
    ],
    ['a frame of one cell keeps its lines', '<table><tr><td>a<br>b</td></tr></table>', 'a\nb'],
    ['preformatted text', '<pre>a  b\nc</pre>', 'a  b\nc'],
    ['tabs of a pasted table', '<div>a<span style="white-space:pre">\t</span>b</div>', 'a\tb'],
    ['the address behind a name', '<a href="mailto:jane%40example.com">Jane</a>', 'Jane <jane@example.com>'],
    ['an address shown in capitals', '<a href="mailto:jane@example.com">Jane@Example.com</a>', 'Jane@Example.com'],
    ['a number shown in groups', '<a href="tel:+447700900123">07700 900 123</a>', '07700 900 123'],
    ['an address shown once', '<a href="mailto:jane@example.com">jane@example.com</a>', 'jane@example.com'],
    ['descriptions of pictures', '<img alt="Jane Doe" src="x">', 'Jane Doe'],
    ['nothing', '', ''],
  ])('reads %s', (_, html, text) => {
    expect(linesOf(html)).toBe(text);
  });

  it('keeps every cell of a table of 957 clients', () => {
    const rows = [header, ...clientRows(allClients())];
    const table = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    expect(linesOf(table)).toBe(rows.map((row) => row.join('\t')).join('\n'));
  });

  it.each([
    ['<!DOCTYPE html><p>a', 'html'],
    ['\ufeff<html xmlns:o="x"><table><tr><td>a</table>', 'html'],
    ['<!-- made by hand --><TABLE><tr><td>a', 'html'],
    ['<a@example.com> wrote', 'text'],
  ])('is told from its start: %s', async (content, type) => {
    expect((await read(content, 'report.xls')).type).toBe(type);
  });

  it('takes time in proportion to the length, whatever is in it', () => {
    for (const hostile of [
      '<table><tr><td>',
      '<p>',
      '<a href=mailto:x>',
      '&',
      '<',
      '<!--',
      '<td rowspan=1000 colspan=1000>',
      '\n ',
    ]) {
      const read = (times: number) => htmlToPart(hostile.repeat(times), 'body');
      expectGrowth(read, { small: 4_000, large: 20_000 }, hostile);
    }
  });

  it('stops where elements are nested deeper than any browser would', () => {
    expect(htmlToPart('<div>'.repeat(400_000), 'body').unreadable).toBe('too-deep');
    expect(htmlToPart(`${'<div>'.repeat(600)}Jane`, 'body')).toEqual({ name: 'body', type: 'html', text: 'Jane' });
  });
});
