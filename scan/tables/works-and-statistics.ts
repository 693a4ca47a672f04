// Tables with names in them that are no list of people: songs, films and their characters, and figures per name. Asked only where a table
// holds nothing about the people named but their names.
import { share } from './sample.ts';

/** What is said of works and of those who appear in them. */
const ofWorks =
  /^(?:songs?|tracks?|albums?|artists?|lyrics?|singers?|bands?|genre|release|released|plays|movies?|films?|actors?|actress|characters?|cast|billing|episodes?|seasons?|appearances|alias|chapters?|novels?|heroe?s?|villains?|publisher|directors?)$/;

/** What a firm writes about those who buy works of it. */
const ofClients = /^(?:customer|client|member|buyer|guest|order|ordered|invoice|paid|price|amount|qty|quantity)s?$/;

/** Whether at least two columns are about works, and none about those who buy them. One alone may be what a guest wished for. */
export function isOfWorks(headers: readonly string[]): boolean {
  let count = 0;
  for (const header of headers) {
    const words = wordsOf(header);
    if (words.some((word) => ofClients.test(word))) return false;
    if (words.some((word) => ofWorks.test(word))) count++;
  }
  return count >= 2;
}

/** "PlayCount", "album_release_date" */
const wordsOf = (header: string): string[] =>
  header
    .slice(0, 60)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** Whether these columns, all that stand beside the names, hold figures, and one of them figures that nobody writes: a result. */
export function areStatistics(columns: readonly { cells: readonly string[] }[]): boolean {
  const filled = columns.filter(({ cells }) => cells.length > 0);
  return (
    filled.every(({ cells }) => share(cells, isNumber) >= 0.9) &&
    filled.some(({ cells }) => cells.length >= 4 && share(cells, isResult) >= 0.6)
  );
}

const isNumber = (cell: string) => /^-?\d{1,15}(?:\.\d{1,20})?(?:e-?\d{1,3})?%?$/i.test(cell);

/** Five decimal places: more than any price, mark or measure of a person has. */
const isResult = (cell: string) => /^-?\d{1,15}\.\d{5,20}$|e-\d{1,3}$/i.test(cell);
