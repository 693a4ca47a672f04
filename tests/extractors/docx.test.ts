import { describe, expect, it } from 'vitest';
import { writeArchive } from './archive-writer.ts';
import { allClients, clientRows, header } from './client-rows.ts';
import { read, readFixture } from './read.ts';

describe('Word documents', () => {
  it('reads a table of 957 clients row by row, in its place', async () => {
    const part = await readFixture('clients-957.docx');
    expect(part.unreadable).toBeUndefined();
    const rows = [header, ...clientRows(allClients())].map((row) => row.join('\t'));
    expect(part.text).toContain(`All clients, as promised.\n\n${rows.join('\n')}\n`);
  });

  it('reads headers, footers, comments, notes, boxes, deletions and links, each once', async () => {
    const { text } = await readFixture('story.docx');
    for (const who of ['body', 'header', 'footer', 'comment', 'footnote', 'box', 'deleted', 'linked'])
      expect(text!.match(new RegExp(`(?<=^|\\s)${who}\\.person@example\\.com(?=\\s|$)`, 'g')), who).toHaveLength(1);
  });
});

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const textOf = async (body: string) => {
  const content = `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const part = await read(
    writeArchive([
      {
        name: '[Content_Types].xml',
        content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      },
      { name: 'word/document.xml', content },
    ]),
  );
  return part.text;
};
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
const alternative = (choice: string, fallback: string) =>
  `<w:p><mc:AlternateContent><mc:Choice><w:align>left</w:align>${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:p>`;

describe('WordprocessingML', () => {
  it.each([
    ['words across runs', `<w:p>${run('jane@')}${run('example.com')}</w:p>`, 'jane@example.com'],
    [
      'tabs and breaks',
      '<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>',
      'a\tb\nc',
    ],
    ['empty paragraphs', `${paragraph('a')}<w:p/>${paragraph('b')}`, 'a\n\nb'],
    [
      'cells of several paragraphs',
      `<w:tbl><w:tr><w:tc>${paragraph('a')}${paragraph('b')}</w:tc><w:tc>${paragraph('c')}</w:tc></w:tr></w:tbl>`,
      'a b\tc',
    ],
    [
      'a deletion at the edge of a word',
      `<w:p>${run('was ')}<w:del><w:r><w:delText>Joe</w:delText></w:r></w:del>${run('Jane')}</w:p>`,
      'was Joe Jane',
    ],
    [
      'a deletion inside a word',
      `<w:p>${run('Ja')}<w:del><w:r><w:delText>mie</w:delText></w:r></w:del>${run('ne')}</w:p>`,
      'Jane\nmie',
    ],
    [
      'fields',
      `<w:p><w:r><w:instrText>HYPERLINK "mailto:x@example.com"</w:instrText></w:r>${run('X')}</w:p>`,
      'X\nHYPERLINK "mailto:x@example.com"',
    ],
    ['a drawing told twice', alternative(paragraph('Jane'), paragraph('Jane')), 'Jane'],
    ['a drawing told differently', alternative(paragraph('Jane'), paragraph('Joe')), 'Jane\nJoe'],
    ['descriptions', '<w:p><wp:docPr id="1" descr="Photo of Jane"/></w:p>', 'Photo of Jane'],
  ])('reads %s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });
});
