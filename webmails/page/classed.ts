// A selector of elements with any of these words somewhere in their classes, whatever the case.
export function classed(words: string): string {
  return words
    .split(' ')
    .map((word) => `[class*="${word}" i]`)
    .join();
}
