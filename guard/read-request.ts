// What is in a request that was held, as the page's own world or a form shows it: its texts, and the files beside them.
import type { PageRequest } from '@/webmails/requests/requests.ts';

/** A request that was held: what is in it, and the files beside its texts. With neither, it cannot be read. */
export interface HeldRequest extends PageRequest {
  files: File[];
  /** It is more than texts: the gate on the network may not see what it says. */
  isHidden?: boolean;
}

/** A request with all that is in it: a text, fields, bytes; nothing where it cannot be read. */
export type WholeRequest = [method: string, url: string, body: unknown, saysItSaves?: boolean];

/** What bytes are called that are no file of the page's. */
export const nameless = 'upload';
/** Longer than any message: it is a file. */
const longestText = 40_000_000;

export async function readRequest(...[method, url, shown, saysItSaves]: WholeRequest): Promise<HeldRequest> {
  const fields = Array.isArray(shown) ? (shown as [string, string | File][]) : undefined;
  const body = fields
    ? await Promise.all(fields.map(async ([name, value]) => [name, await textOf(value)] as const))
    : await textOf(shown);
  const files = fields
    ? fields.flatMap(([, value], at) =>
        typeof value === 'string' || (body?.[at]?.[1] && isText(value.type)) ? [] : value,
      )
    : shown instanceof Blob
      ? [new File([shown], nameless, { type: shown.type })]
      : [];
  const isHidden = fields ? fields.some(([, value]) => typeof value !== 'string') : typeof shown !== 'string';
  return { method: String(method), url: String(url), body, files, isHidden, saysItSaves: saysItSaves === true };
}

/** What a page says is a text, or says nothing of. */
export const isText = (type: string) => /^$|^text\/(?!csv)|json|xml|urlencoded/.test(type);

/** Bytes that are a text are one, whatever type the page gives them; as a field, as some products send their JSON, where it has no name. */
async function textOf(value: unknown): Promise<string | undefined> {
  if (typeof value === 'string') return value;
  if (!(value instanceof Blob) || value.size > longestText || (value instanceof File && value.name !== 'blob'))
    return undefined;
  const bytes = await value.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
