// Hears of requests before they leave, from the page's own world: see page-world/ask-before-requests.ts. The page can make such events
// and messages too: it then asks about a request of its own, and learns what it may do, which it could have tried.
import type { RequestBody } from '@/webmails/requests/body.ts';
import type { PageRequest } from '@/webmails/requests/requests.ts';
import { requestEvent, requestMessage } from './page-world/names.ts';
import { type HeldRequest, readRequest, type WholeRequest } from './read-request.ts';
import type { Steadfast } from './steadfast.ts';

export interface RequestHold {
  /** Whether anybody writes, or wrote, a message here. */
  hasSeen(): boolean;
  /** Whether this is where messages are written. */
  isGuarding(): boolean;
  /** At once, from what is known: true = it waits. */
  isHeld(request: PageRequest, canWait: boolean): boolean;
  /** One was refused that could not be asked about. */
  stopped(): void;
  /** Never lets go what could not be judged. */
  mayGo(request: HeldRequest): Promise<boolean>;
}

/** What is known of a request at once. `isAwaited`: the page stands still for the answer. */
type KnownRequest = [
  method?: string,
  url?: string,
  body?: RequestBody | undefined,
  isAwaited?: boolean,
  saysItSaves?: boolean,
];
/** Asks whoever guards the message here: in a frame without one of its own, the page around it. */
export interface Gatekeeper {
  /** Whether more of it has to be seen; without one, whether anybody guards here. */
  isHeld(...request: KnownRequest): boolean;
  mayGo(...request: WholeRequest): Promise<boolean>;
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
    return around && isHeardIn(around) ? around : undefined;
  };

  const gatekeeper: Gatekeeper = {
    isHeld(method, url = '', body, isAwaited, saysItSaves) {
      const around = outer();
      if (!around && !hold.hasSeen() && !hold.isGuarding()) return false;
      if (!method) return true;
      if (around) {
        // Only strings are read of an event. What is in a file is asked about as a whole.
        const fields = typeof body === 'object' && body.map(([name, value = '']) => [name, value]);
        const text = fields ? `${new URLSearchParams(fields)}` : (body as string);
        return isHeardIn(around, method, addressOf(url), text, isAwaited || isLeaving, saysItSaves);
      }
      // Of a page that is left no answer comes in time: what it saves then would be lost.
      const canWait = !(isAwaited || isLeaving || view.document.hidden);
      const isOne = hold.isHeld({ method, url: addressOf(url), body, saysItSaves }, canWait);
      if (isOne && isAwaited) hold.stopped();
      return isOne;
    },

    async mayGo(method, url, ...request) {
      const around = outer();
      const shown: WholeRequest = [method, addressOf(url), ...request];
      return around ? mayGoBy(around, shown) : hold.mayGo(await readRequest(...shown));
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
    port.onmessage = ({ data }: MessageEvent<WholeRequest>) => {
      gatekeeper
        .mayGo(...data)
        .catch(() => false)
        .then((mayGo) => port.postMessage(mayGo));
    };
  });
  return gatekeeper;
}

function isHeardIn(view: Window, ...told: KnownRequest): boolean {
  return !view.dispatchEvent(new CustomEvent(requestEvent, { cancelable: true, detail: told }));
}

function mayGoBy(view: Window, request: WholeRequest): Promise<boolean> {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data === true);
    view.postMessage(requestMessage, '*', [port2]);
    port1.postMessage(request);
  });
}

/** Strings and `true` only: what the page's world shows is read, never called. */
function toldBy(event: Event): KnownRequest {
  const { detail } = event as CustomEvent<unknown[] | null>;
  return Array.from(detail ?? [], (one) => (typeof one === 'string' || one === true ? one : undefined)) as KnownRequest;
}

/** The window around this one, of the same origin. */
function outerOf(view: Window): Window | undefined {
  try {
    return view.parent !== view && view.parent.document ? view.parent : undefined;
  } catch {
    return undefined;
  }
}
