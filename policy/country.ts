// The country of a recipient, as far as the domain tells: a two-letter ending is a country's
// (https://www.rfc-editor.org/rfc/rfc1591#section-2), unless anyone anywhere registers there for the sound of it.

/** Endings sold world-wide as words. https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites */
const words = new Set(
  'ac ad ag ai as bz cc cd co dj fm gg gl io la lc me ml ms mu nu pw sc sh sr st su tk tv vc vg ws'.split(' '),
);

/** ISO 3166-1 code, `EU` for `.eu`, or `undefined` where the ending says nothing. Takes an ASCII domain. */
export function countryOf(domain: string): string | undefined {
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  if (!/^[a-z]{2}$/.test(ending) || words.has(ending)) return undefined;
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}
