// Cells that hold a person in several lines, as on a card: the name first, then where they live and how to call them.
import { hasGivenName } from '../names/given-names.ts';
import { looksLikeName } from '../names/person-name.ts';
import type { HeaderMeaning } from '../tables/header-words.ts';
import { share } from '../tables/sample.ts';

export const firstLineOf = (cell: string): string =>
  cell
    .trim()
    .split(/[\r\n]/, 1)[0]!
    .trim();

/** Whether these cells are such cards: the header says they are about a person, or some given names do. */
export function areCards(cells: readonly string[], { isPerson }: HeaderMeaning): boolean {
  if (share(cells, (cell) => /\S\s*[\r\n]\s*\S/.test(cell)) < 0.6) return false;
  const names = cells.map(firstLineOf);
  return share(names, looksLikeName) >= 0.6 && (isPerson || share(names, hasGivenName) >= 0.2);
}
