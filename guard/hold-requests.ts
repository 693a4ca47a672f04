// Hears of requests before they leave, from the page's own world: see page-world/ask-before-requests.ts. The page can make such events
// and messages too: it then asks about a request of its own, and learns what it may do, which it could have tried.
import type { PageRequest } from '@/webmails/requests.ts';
import { requestEvent, requestMessage } from './page-world/names.ts';
import type { Steadfast } from './steadfast.ts';

/** A request that was held: what is in it, and the files beside its texts. With neither, it cannot be read. */
export interface HeldRequest extends PageRequest {
  files: File[];
}

export interface RequestHold {
  /** Whether anybody writes, or wrote, a message here. */
  isGuarding(): boolean;
  /** At once, from what is known: true = it waits. Without a body, that cannot be had at once. */
  isHeld(request: PageRequest, isBodyKnown: boolean, canWait?: boolean): boolean;
  /** One was refused that could not be asked about. */
  stopped(): void;
  /** Never lets go what could not be judged. */
  mayGo(request: HeldRequest): Promise<boolean>;
}

/** What bytes are called that are no file of the page's. */
export const nameless = 'upload';
/** Longer than any message: it is a file. */
const longestText = 40_000_000;

export function holdRequests(view: Window, listeners: Steadfast, hold: RequestHold): void {
  const addressOf = (url: string) => URL.parse(url, view.document.baseURI)?.href ?? url;

  let isLeaving = false;
  for (const type of ['pagehide', 'pageshow'] as const)
    listeners.on(type, () => {
      isLeaving = type === 'pagehide';
    });

  listeners.on(requestEvent, (event: Event) => {
    event.stopImmediatePropagation();
    if (!hold.isGuarding()) {
      // A frame without a message of its own belongs to the page around it.
      const outer = outerOf(view);
      if (outer && !outer.dispatchEvent(new CustomEvent(requestEvent, { cancelable: true, detail: detailOf(event) })))
        event.preventDefault();
      return;
    }
    const detail = detailOf(event);
    if (!detail?.[0]) return event.preventDefault();
    const [method, url, body, isAwaited] = detail;
    // Of a page that is left no answer comes in time: what it saves then would be lost.
    const canWait = !(isAwaited || isLeaving || view.document.hidden);
    if (!hold.isHeld({ method, url: addressOf(url), body }, body !== undefined, canWait)) return;
    event.preventDefault();
    if (isAwaited) hold.stopped();
  });

  listeners.on('message', (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data !== requestMessage || !port) return;
    event.stopImmediatePropagation();
    const outer = hold.isGuarding() ? undefined : outerOf(view);
    if (outer) return outer.postMessage(requestMessage, '*', [port]);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      toHeld(data, addressOf)
        .then((request) => hold.mayGo(request))
        .catch(() => false)
        .then((mayGo) => port.postMessage(mayGo));
    };
  });
}

/** Strings only: what the page's world shows is read, never called. */
function detailOf(
  event: Event,
): [method: string, url: string, body: string | undefined, isAwaited: boolean] | undefined {
  const { detail } = event as CustomEvent<unknown[] | null>;
  const [method, url, body] = [detail?.[0], detail?.[1], detail?.[2]];
  if (typeof method !== 'string' || typeof url !== 'string') return undefined;
  return [method, url, typeof body === 'string' ? body : undefined, detail?.[3] === true];
}

async function toHeld(data: unknown, addressOf: (url: string) => string): Promise<HeldRequest> {
  const [method, url, shown] = data as [string, string, unknown];
  const fields = Array.isArray(shown) ? (shown as [string, unknown][]) : undefined;
  const body = fields
    ? await Promise.all(fields.map(async ([name, value]) => [name, await textOf(value)] as const))
    : await textOf(shown);
  const files = fields
    ? fields.flatMap(([, value], at) =>
        value instanceof File && !(body?.[at]?.[1] && isText(value.type)) ? [value] : [],
      )
    : shown instanceof Blob
      ? [new File([shown], nameless, { type: shown.type })]
      : [];
  return { method: String(method), url: addressOf(String(url)), body, files };
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

/** The window around this one, of the same origin. */
function outerOf(view: Window): Window | undefined {
  try {
    return view.parent !== view && view.parent.document ? view.parent : undefined;
  } catch {
    return undefined;
  }
}
