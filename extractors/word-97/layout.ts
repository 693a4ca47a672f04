// The text of a Word 97–2003 document as lines, table rows with tabs. Signs below a blank mark cells, fields and breaks; where a row
// ends is marked like the end of a cell. https://learn.microsoft.com/openspecs/office_file_formats/ms-doc (2.4.1, 2.4.3)
const cellMark = '\u0007';

export function layOutWordText(raw: string): string {
  const { text, instructions } = withoutFields(raw);
  return [rowsApart(plain(text)), ...instructions].filter((one) => one.trim() !== '').join('\n');
}

/** Fields show their result; what they were made from is kept apart, for an address may stand there. */
function withoutFields(raw: string): { text: string; instructions: Set<string> } {
  const instructions = new Set<string>();
  let text = '';
  let instruction = '';
  let depth = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format's own marks
  for (const piece of raw.split(/([\x13\x14\x15])/)) {
    if (piece === '\x13') depth++;
    else if (piece === '\x14' || piece === '\x15') {
      const address = /^\s*HYPERLINK\s+"(?:mailto:|tel:)?([^"?]*)/i.exec(instruction)?.[1];
      if (address) instructions.add(address);
      else if (/[@\d]{3}|"/.test(instruction)) instructions.add(instruction.trim());
      instruction = '';
      depth = piece === '\x14' ? 0 : Math.max(0, depth - 1);
    } else if (depth > 0) instruction += piece;
    else text += piece;
  }
  return { text, instructions };
}

const plain = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the format's own marks
    .replace(/[\x0b\x0c\x0e]/g, '\r')
    .replaceAll('\x1e', '-')
    .replaceAll('\xa0', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the format's own marks
    .replace(/[\0-\x06\x08\x0f-\x1d\x1f]/g, '');

/** A row of n cells is n marks and one more; how many a table has is told from where empty cells stand. */
function rowsApart(text: string): string {
  const tokens = text.split(cellMark);
  const lines: string[] = [];
  let columns = 0;
  let at = 0;
  while (at < tokens.length - 1) {
    const token = tokens[at]!;
    // Prose before the first cell of a table.
    const proseEnd = token.lastIndexOf('\r');
    if (columns === 0 && proseEnd >= 0) lines.push(...token.slice(0, proseEnd).split('\r'));
    const first = columns === 0 ? token.slice(proseEnd + 1) : token;
    columns ||= countColumns(tokens, at);
    lines.push(
      [first, ...tokens.slice(at + 1, at + columns)].map((cell) => cell.replace(/[\r\t]+/g, ' ').trim()).join('\t'),
    );
    at += columns;
    // The mark that ends the row; a table ends where it is not followed by as many cells again.
    if (tokens[at] === '' && at < tokens.length - 1) at++;
    const isNextRow = tokens[at + columns] === '' && at + columns < tokens.length - 1 && !tokens[at]!.includes('\r');
    if (!isNextRow) columns = 0;
  }
  lines.push(...tokens.at(-1)!.split('\r'));
  return lines.join('\n');
}

const mostColumns = 63;

/** The least number of cells after which a mark follows on a mark, here and in the rows below. */
function countColumns(tokens: readonly string[], at: number): number {
  let first = 0;
  for (let columns = 1; columns <= mostColumns && at + columns < tokens.length - 1; columns++) {
    if (tokens[at + columns] !== '') continue;
    first ||= columns;
    const below = [1, 2, 3].map((row) => at + row * (columns + 1) + columns);
    if (below.every((end) => end >= tokens.length - 1 || tokens[end] === '')) return columns;
  }
  return first || 1;
}
