// What a request of a page does: sends a message, saves a draft, uploads a file, or something else. Told by method, address and body, so
// that it holds in the page, for its workers, and on the network.
import { fieldsIn, jsonIn, type RequestBody, walk } from './body.ts';

export type RequestKind = 'send' | 'draft' | 'upload' | 'other';

export interface PageRequest {
  method: string;
  url: string;
  body?: RequestBody | undefined;
  /** A control that says it saves made it. */
  saysItSaves?: boolean | undefined;
}

interface Seen {
  method: string;
  host: string;
  path: string;
  query(name: string): string;
  /** The query as it stands, decoded where it can be. */
  search: string;
  /** A field of the form, or a parameter of the address. */
  field(name: string): string;
  hasFile: boolean;
  text: string;
  /** Every key and value of a JSON body; of one that cannot be read it is none and all. */
  find(is: (name: string, value: unknown) => boolean): boolean;
  /** Whether a key of it has such a text. */
  says(name: RegExp, word: RegExp): boolean;
}

export interface RequestRow {
  webmail: string;
  /** What it saves and sends is sealed: the person's own browser alone can read it. */
  isSealed?: true;
  kind(seen: Seen): RequestKind;
}

/** RFC 8621, as Fastmail speaks it, and others anywhere. */
export const jmap: RequestRow = {
  webmail: 'fastmail',
  kind(seen) {
    if (/\/jmap\/upload\//.test(seen.path)) return 'upload';
    if (!/\/jmap(\/api)?\/?$/.test(seen.path)) return 'other';
    const calls = (method: string) =>
      seen.find((_, value) => Array.isArray(value) && value[0] === method && value[1]?.create !== undefined);
    if (calls('EmailSubmission/set')) return 'send';
    return calls('Email/set') ? 'draft' : 'other';
  },
};

const strength: RequestKind[] = ['other', 'draft', 'upload', 'send'];

/** What a request does, and in which product: any whose address and body it fits. */
export type RequestIn = (request: PageRequest) => {
  webmail: string;
  kind: RequestKind;
  isSealed?: true | undefined;
};

export const requestsOf =
  (rows: readonly RequestRow[]): RequestIn =>
  (request) => {
    let found: ReturnType<RequestIn> = { webmail: 'none', kind: 'other' };
    if (!URL.canParse(request.url) || /^(GET|HEAD|OPTIONS)$/i.test(request.method)) return found;
    const seen = read(request);
    for (const { webmail, isSealed, kind: kindOf } of rows) {
      const kind = kindOf(seen);
      if (strength.indexOf(kind) > strength.indexOf(found.kind)) found = { webmail, kind, isSealed };
    }
    return found;
  };

function read({ method, url, body }: PageRequest): Seen {
  const address = new URL(url);
  const fields = fieldsIn(body);
  const text = typeof body === 'string' ? body : '';
  const named = new Map<string, string>();
  // Of fields that share a name, PHP keeps the last.
  for (const [name, value] of fields ?? []) if (value !== undefined) named.set(name, value);
  let json: unknown;
  const find: Seen['find'] = (is) => {
    let isFound = body === undefined;
    json ??= fields ? fields.flatMap(([, value]) => (value && jsonIn(value)) ?? []) : (jsonIn(text) ?? null);
    walk(json, (name, value) => {
      isFound ||= is(name, value);
    });
    return isFound;
  };
  const query = (name: string) => address.searchParams.get(name) ?? '';
  return {
    method: method.toUpperCase(),
    host: address.hostname,
    path: address.pathname,
    query,
    search: decoded(address.search),
    field: (name) => named.get(name) ?? query(name),
    hasFile: fields?.some(([, value]) => value === undefined) ?? false,
    text,
    find,
    says: (name, word) => find((key, value) => name.test(key) && typeof value === 'string' && word.test(value)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
