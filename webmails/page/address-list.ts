// Splits what stands in a recipient field into entries, as written. Grammar: RFC 5322 section 3.4, plus what people type.

/** Entries between commas, semicolons or line ends that are not inside quotes, angle brackets or comments. */
export function splitAddresses(text: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let quoted = false;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quoted && character === '\\') {
      entry += character + (text[++index] ?? '');
      continue;
    }
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[<(]/.test(character)) depth++;
    else if (!quoted && /[>)]/.test(character)) depth = Math.max(0, depth - 1);
    // A bracket left open must not swallow the rest of the field: a line end always separates.
    if (/[\n\r]/.test(character) || (!quoted && depth === 0 && /[,;]/.test(character))) {
      entries.push(entry);
      entry = '';
      quoted = false;
      depth = 0;
    } else entry += character;
  }
  entries.push(entry);
  // An empty editor holds the caret by what does not show.
  return entries.flatMap(splitBare).filter((one) => /\P{Cf}/u.test(one));
}

/** `a@b c@d` are two recipients to every webmail that takes a space for a separator. */
function splitBare(entry: string): string[] {
  const trimmed = entry.trim();
  const words = trimmed.split(/\s+/);
  return words.length > 1 && words.every((word) => /^[^<>"()]+@[^<>"()]+$/.test(word)) ? words : [trimmed];
}
