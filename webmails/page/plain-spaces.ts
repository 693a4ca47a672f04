// A text on one line, as a browser shows it: one space in the place of any number.
export function plainSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
