// Rows as CSV text, as spreadsheet programs read it. https://www.rfc-editor.org/rfc/rfc4180
// A cell that such a program would take for a formula is made text: https://owasp.org/www-community/attacks/CSV_Injection. So is what would
// be a cell of its own where the program parts cells by semicolons or tabs, as it does in half of Europe: quotes do not hold it there.

/** Every line ends with CR LF. */
export function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = cell.replace(/^[\t\r\n]|(?<=^|[;\t\r\n]) *[=+\-@]/g, "'$&");
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
