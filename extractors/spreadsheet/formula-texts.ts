// What a formula says in words: the address behind `=HYPERLINK("mailto:jane@example.com","Jane")` shows in no cell.
// ECMA-376 part 1, 18.17.2.2 (string constants); OpenFormula 5.3 writes them alike.

/** The words in quotes that have a letter or figure in them. */
export function formulaTexts(formula: string): string[] {
  if (!formula.includes('"')) return [];
  return Array.from(formula.matchAll(/"((?:[^"]|"")*)"/g), ([, text = '']) =>
    text
      .replaceAll('""', '"')
      .replace(/^(?:mailto|tel):/i, '')
      .trim(),
  ).filter((text) => /[\p{L}\d]{2}/u.test(text));
}
