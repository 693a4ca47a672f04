// One text for one value, whatever order its keys were written in: what is hashed. JSON Canonicalization Scheme, RFC 8785:
// https://www.rfc-editor.org/rfc/rfc8785

/** JSON without blanks, keys in UTF-16 order, `undefined` members left out. Takes plain data only; throws on a cycle. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
