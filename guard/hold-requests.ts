// Hears of requests before they leave, from the page's own world: see page-world/ask-before-requests.ts. The page can make such events
// and messages too: it then asks about a request of its own, and learns what it may do, which it could have tried.
import type { PageRequest } from '@/webmails/requests.ts';
import { requestEvent, requestMessage } from './page-world/names.ts';
import type { Steadfast } from './steadfast.ts';

/** A request that was held: what is in it, and the files beside its texts. With neither, it cannot be read. */
export interface HeldRequest extends PageRequest {
  files: File[];
  /** It is more than texts: the gate on the network may not see what it says. */
  isHidden?: boolean;
}

export interface RequestHold {
  /** Whether anybody writes, or wrote, a message here. */
  hasSeen(): boolean;
  /** Whether this is where messages are written. */
  isGuarding(): boolean;
  /** At once, from what is known: true = it waits. Without a body, that cannot be had at once. */
  isHeld(request: PageRequest, canWait: boolean): boolean;
  /** One was refused that could not be asked about. */
  stopped(): void;
  /** Never lets go what could not be judged. */
  mayGo(request: HeldRequest): Promise<boolean>;
}

/** What bytes are called that are no file of the page's. */
export const nameless = 'upload';
/** Longer than any message: it is a file. */
const longestText = 40_000_000;

/** What is known of a request at once; without a method it is none. `isAwaited`: the page stands still for the answer. */
type Told = [method?: string, url?: string, body?: string | undefined, isAwaited?: boolean, saysItSaves?: boolean];
/** All that is in it: a text, fields, bytes. */
type Shown = [method: string, url: string, body: unknown, saysItSaves?: boolean];

/** Asks whoever guards the message here: in a frame without one of its own, the page around it. */
export interface Gatekeeper {
  /** Whether more of it has to be seen; of none, whether anybody guards here. */
  isHeld(...request: Told): boolean;
  mayGo(...request: Shown): Promise<boolean>;
}

export function holdRequests(view: Window, listeners: Steadfast, hold: RequestHold): Gatekeeper {
  const addressOf = (url: string) => URL.parse(url, view.document.baseURI)?.href ?? url;

  let isLeaving = false;
  for (const type of ['pagehide', 'pageshow'] as const)
    listeners.on(type, () => {
      isLeaving = type === 'pagehide';
    });

  const outer = () => {
    const around = hold.hasSeen() ? undefined : outerOf(view);
    return around && isHeardIn(around, []) ? around : undefined;
  };

  const gatekeeper: Gatekeeper = {
    isHeld(...request) {
      const around = outer();
      if (around) return isHeardIn(around, request);
      if (!hold.hasSeen() && !hold.isGuarding()) return false;
      const [method, url = '', body, isAwaited, saysItSaves] = request;
      if (!method) return true;
      // Of a page that is left no answer comes in time: what it saves then would be lost.
      const canWait = !(isAwaited || isLeaving || view.document.hidden);
      const isOne = hold.isHeld({ method, url: addressOf(url), body, saysItSaves }, canWait);
      if (isOne && isAwaited) hold.stopped();
      return isOne;
    },

    async mayGo(...request) {
      const around = outer();
      return around ? mayGoBy(around, request) : hold.mayGo(await toHeld(request, addressOf));
    },
  };

  listeners.on(requestEvent, (event: Event) => {
    event.stopImmediatePropagation();
    if (gatekeeper.isHeld(...toldBy(event))) event.preventDefault();
  });

  listeners.on('message', (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data !== requestMessage || !port) return;
    event.stopImmediatePropagation();
    port.onmessage = ({ data }: MessageEvent<Shown>) => {
      gatekeeper
        .mayGo(...data)
        .catch(() => false)
        .then((mayGo) => port.postMessage(mayGo));
    };
  });
  return gatekeeper;
}

function isHeardIn(view: Window, told: unknown[]): boolean {
  return !view.dispatchEvent(new CustomEvent(requestEvent, { cancelable: true, detail: told }));
}

function mayGoBy(view: Window, request: Shown): Promise<boolean> {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data === true);
    view.postMessage(requestMessage, '*', [port2]);
    port1.postMessage(request);
  });
}

/** Strings and `true` only: what the page's world shows is read, never called. */
function toldBy(event: Event): Told {
  const { detail } = event as CustomEvent<unknown[] | null>;
  return Array.from(detail ?? [], (one) => (typeof one === 'string' || one === true ? one : undefined)) as Told;
}

async function toHeld(
  [method, url, shown, saysItSaves]: Shown,
  addressOf: (url: string) => string,
): Promise<HeldRequest> {
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
  const isHidden = fields ? fields.some(([, value]) => typeof value !== 'string') : typeof shown !== 'string';
  return {
    method: String(method),
    url: addressOf(String(url)),
    body,
    files,
    isHidden,
    saysItSaves: saysItSaves === true,
  };
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
