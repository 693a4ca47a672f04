// What a request of a page carries, told apart without knowing the product: JSON, form fields (urlencoded or multipart), plain text.
// Whatever it is, reading takes time in proportion to its length and never throws.

/** A body as it was seen: text, or fields by name; no text where a field is a file, or the body cannot be read. */
export type RequestBody = string | readonly (readonly [name: string, value: string | undefined])[];

/** One text in a body, under its name or key. */
export interface Leaf {
  name: string;
  text: string;
}

const most = 200_000;

/** Every text in a body. JSON in a field or a text is looked into. */
export function leavesOf(body: RequestBody | undefined): Leaf[] {
  const found: Leaf[] = [];
  for (const [name, value] of fieldsIn(body) ?? [['', typeof body === 'string' ? body : undefined] as const])
    if (value !== undefined) collect(name, value, found, 0);
  return found;
}

/** Fields of a form; `undefined` where the body is none. */
export function fieldsIn(body: RequestBody | undefined): (readonly [string, string | undefined])[] | undefined {
  if (body === undefined) return undefined;
  if (typeof body !== 'string') return [...body];
  if (/^--.*\r?\n/.test(body)) return multipart(body);
  // `name=` begins every urlencoded form that a browser makes. What else a server may take for one is that and a text.
  const end = body.indexOf('=');
  const isForm = end > 0 && end <= 200 && !/[\s{}"<>]/.test(body.slice(0, end));
  if (!isForm && (end < 0 || jsonIn(body))) return undefined;
  return [
    ...(isForm ? [] : [['', body] as const]),
    ...new URLSearchParams(old.test(body) ? body.replaceAll(';', '&') : body),
  ];
}

/** Servers take a semicolon as well: https://www.w3.org/TR/html401/appendix/notes.html#h-B.2.2 */
const old = /^(\w+=[^&;\s]*(;+|$))+$/;

/** The largest prime below 2^26: a product of two numbers below it is exact. */
const prime = 67_108_859;

/**
 * A print of what a request says and where it goes, below 2^26: the same in the page and on the network, where a form is written another way.
 * Who does not know the seed, a number below 2^26 too, cannot make another that has it.
 * https://en.wikipedia.org/wiki/Universal_hashing#Hashing_strings
 */
export function printOf({ url, body }: { url: string; body?: RequestBody | undefined }, seed: number): number {
  const texts = fieldsIn(body)?.map(([, value]) => value ?? '') ?? [body];
  const { host, pathname, search } = new URL(url);
  // Of what nobody can read, all that is known; a product that tries again may count in the query.
  const place = body === undefined ? host + pathname + search : pathname;
  const said = [place, ...texts.sort()].join('\n').replace(/\s+/g, ' ');
  let print = 0;
  for (const letter of said) print = (print * seed + letter.codePointAt(0)!) % prime;
  return print;
}

/** What a JSON text holds; `undefined` where it is none. Some products put a guard or a length before it. */
export function jsonIn(text: string): unknown {
  const start = text.search(/[[{]/);
  if (start < 0 || start > 20) return undefined;
  try {
    return JSON.parse(start === 0 ? text : text.slice(start));
  } catch {
    return undefined;
  }
}

/** Calls `see` for every key and value in a JSON value, in its order. */
export function walk(value: unknown, see: (name: string, value: unknown) => void): void {
  const open: [string, unknown][] = [['', value]];
  for (let seen = 0; open.length > 0 && seen < most; seen++) {
    const [name, one] = open.pop()!;
    see(name, one);
    if (Array.isArray(one)) for (let index = one.length - 1; index >= 0; index--) open.push([name, one[index]]);
    else if (one !== null && typeof one === 'object')
      for (const [key, inner] of Object.entries(one).reverse()) open.push([key, inner]);
  }
}

function collect(name: string, text: string, found: Leaf[], depth: number): void {
  const json = depth < 3 ? jsonIn(text) : undefined;
  if (json === undefined || typeof json !== 'object') {
    found.push({ name, text });
    return;
  }
  walk(json, (key, value) => {
    if (typeof value === 'string') collect(key || name, value, found, depth + 1);
    if (typeof value === 'number') found.push({ name: key || name, text: String(value) });
  });
}

/** https://www.rfc-editor.org/rfc/rfc7578 */
function multipart(body: string): [string, string | undefined][] {
  const boundary = body.slice(0, body.indexOf('\n')).trimEnd();
  if (boundary.length < 3 || boundary.length > 100) return [];
  return body.split(boundary).flatMap((part): [string, string | undefined][] => {
    const end = part.indexOf('\r\n\r\n');
    const head = end < 0 ? '' : part.slice(0, Math.min(end, 2_000));
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return [];
    return [[name, /filename="/i.test(head) ? undefined : part.slice(end + 4).replace(/\r\n$/, '')]];
  });
}
