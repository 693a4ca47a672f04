// Runs in the page's own world. Before a request leaves by `fetch`, XMLHttpRequest or a beacon, it is shown to the guard in an event that the
// guard's listener, the window's first, alone hears; nobody cancels it where no message is written, and the request goes as it was made.
// Cancelled, the request waits for an answer that comes on a port the page never sees. Left replaceable, as the native ones are: pages
// that wrap them still come through here, and what they replace leads to no other way out. https://fetch.spec.whatwg.org/
import { requestEvent, requestMessage } from './names.ts';

type View = Window & typeof globalThis;
type Fields = [name: string, value: FormDataEntryValue][];
/** What can be read of a body: a text, the fields of a form, bytes; `undefined` = not yet, or not at all. */
type Shown = string | Fields | Blob | undefined;
type Then = (mayGo: boolean) => void;

interface Asker {
  /** At once: whether the guard wants to see more. */
  isHeld(method: string, url: string, body?: string): boolean;
  ask(method: string, url: string, body: Shown, then: Then): void;
  /** Reads what a request would carry. */
  read(request: Request, then: (body: Shown) => void): void;
}

export function askBeforeRequests(view: View): void {
  const asker = asking(view);
  holdFetch(view, asker);
  holdXhr(view, asker);
  holdBeacons(view, asker);
  showSockets(view, asker);
}

/** With the browser's own functions, taken before page script could replace them. */
function asking(view: View): Asker {
  const { CustomEvent, MessageChannel, Request, FormData, MessagePort, MessageEvent } = view;
  const { apply } = view.Reflect;
  const { dispatchEvent, addEventListener } = view.EventTarget.prototype;
  const { postMessage } = view;
  const { postMessage: send, start } = MessagePort.prototype;
  const { then } = view.Promise.prototype;
  const { test } = view.RegExp.prototype;
  const { formData, blob } = Request.prototype;
  const { forEach } = FormData.prototype;
  const { get } = view.Headers.prototype;
  const dataOf = getter(view, MessageEvent.prototype, 'data');
  const headersOf = getter(view, Request.prototype, 'headers');
  return {
    isHeld: (method, url, body) =>
      !apply(dispatchEvent, view, [new CustomEvent(requestEvent, { cancelable: true, detail: [method, url, body] })]),
    ask(method, url, body, answer) {
      const { port1, port2 } = new MessageChannel();
      const heard = (event: MessageEvent) => answer(apply(dataOf, event, []) === true);
      apply(addEventListener, port1, ['message', heard, { once: true }]);
      apply(start, port1, []);
      apply(postMessage, view, [requestMessage, '*', [port2]]);
      apply(send, port1, [[method, url, body]]);
    },
    read(request, answer) {
      const type = apply(get, apply(headersOf, request, []), ['content-type']) ?? '';
      const isForm = apply(test, /^multipart\/form-data/i, [type]);
      const reading = apply(isForm ? formData : blob, request, []);
      const unread = () => answer(undefined);
      const done = (body: FormData | Blob) => {
        if (!isForm) return answer(body as Blob);
        const fields: Fields = [];
        let count = 0;
        apply(forEach, body, [
          (value: FormDataEntryValue, name: string) => {
            fields[count++] = [name, value];
          },
        ]);
        answer(fields);
      };
      apply(then, reading, [done, unread]);
    },
  };
}

function holdFetch(view: View, { isHeld, ask, read }: Asker): void {
  const { Request, Promise: Answer, TypeError: Failed } = view;
  const { apply, construct } = view.Reflect;
  const { fetch } = view;
  const { clone } = Request.prototype;
  const methodOf = getter(view, Request.prototype, 'method');
  const urlOf = getter(view, Request.prototype, 'url');
  view.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    // Nobody listens here: not even looked at.
    if (!isHeld('', '')) return apply(fetch, view, given);
    return new Answer<Response>((resolve, reject) => {
      // Made once, as the native one would: what has getters must not say one thing to the guard and another to the network.
      const request = construct(Request, given) as Request;
      const method = apply(methodOf, request, []);
      const url = apply(urlOf, request, []);
      const go = () => resolve(apply(fetch, view, [request]));
      if (isPlain(method) || !isHeld(method, url)) return go();
      read(apply(clone, request, []), (body) =>
        ask(method, url, body, (mayGo) => (mayGo ? go() : reject(new Failed('Failed to fetch')))),
      );
    });
  };
}

interface Opened {
  method: string;
  url: string;
  isAsync: boolean;
  /** Outlook sends some bodies in a header of this name, and nothing else. */
  post?: string;
}

function holdXhr(view: View, { isHeld, ask, read }: Asker): void {
  const { XMLHttpRequest, Request, FormData, URLSearchParams, Blob, Document, XMLSerializer, String: Text } = view;
  const { apply } = view.Reflect;
  const { open, send, setRequestHeader } = XMLHttpRequest.prototype;
  const { get, set } = view.WeakMap.prototype;
  const { forEach, append } = FormData.prototype;
  const { toString: asText } = URLSearchParams.prototype;
  const { serializeToString } = XMLSerializer.prototype;
  const { isView } = view.ArrayBuffer;
  const { toLowerCase } = Text.prototype;
  const known = new view.WeakMap<XMLHttpRequest, Opened>();

  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    given[0] = `${given[0]}`;
    given[1] = `${given[1]}`;
    const isAsync = given.length < 3 || Boolean(given[2]);
    apply(set, known, [this, { method: given[0] as string, url: given[1] as string, isAsync }]);
    apply(open, this, given as never);
  };
  XMLHttpRequest.prototype.setRequestHeader = function (this: XMLHttpRequest, name: string, value: string) {
    const opened = apply(get, known, [this]) as Opened | undefined;
    if (opened && apply(toLowerCase, `${name}`, []) === 'x-owa-urlpostdata') opened.post = `${value}`;
    apply(setRequestHeader, this, [name, value]);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body?: Document | XMLHttpRequestBodyInit | null) {
    const opened = apply(get, known, [this]) as Opened | undefined;
    const asGiven = () => apply(send, this, [body]);
    if (!opened || isPlain(opened.method)) return asGiven();
    const { method, url, isAsync, post } = opened;
    const isParameters = body instanceof URLSearchParams;
    const text = isParameters ? apply(asText, body, []) : (body ?? post ?? '');
    if (!isHeld(method, url, typeof text === 'string' ? text : undefined)) return asGiven();
    if (!isAsync) return refuse(this, opened);
    const kept = isParameters ? new URLSearchParams(text as string) : typeof text === 'string' ? body : keep(body);
    const then: Then = (mayGo) => {
      // Opened anew, or given up, meanwhile.
      if (apply(get, known, [this]) !== opened) return;
      if (mayGo) apply(send, this, [kept as never]);
      else refuse(this, opened);
    };
    if (typeof text === 'string') return ask(method, url, text, then);
    read(new Request('about:blank', { method: 'POST', body: kept as Blob }), (shown) => ask(method, url, shown, then));
  };

  /** A copy that the page cannot change while it waits. */
  function keep(body: unknown): unknown {
    if (body instanceof FormData) {
      const copy = new FormData();
      apply(forEach, body, [(value: string | Blob, name: string) => apply(append, copy, [name, value as never])]);
      return copy;
    }
    if (body instanceof view.ArrayBuffer || isView(body)) return new Blob([body as BlobPart]);
    if (body instanceof Document)
      return new Blob([apply(serializeToString, new XMLSerializer(), [body])], {
        type: 'application/xml;charset=utf-8',
      });
    return body instanceof Blob ? body : `${body}`;
  }

  /** With the browser's own events of a connection that failed, or its own exception where the page waits for the answer. */
  function refuse(xhr: XMLHttpRequest, { method, isAsync }: Opened): void {
    apply(open, xhr, [method, 'about:invalid', isAsync]);
    apply(send, xhr, []);
  }
}

function holdBeacons(view: View, { isHeld, ask, read }: Asker): void {
  const { Navigator, Request, fetch } = view;
  const { apply } = view.Reflect;
  const { sendBeacon } = Navigator.prototype;
  const { clone } = Request.prototype;
  Navigator.prototype.sendBeacon = function (this: Navigator, url: string | URL, data?: BodyInit | null) {
    const address = `${url}`;
    if (!isHeld('POST', address, typeof data === 'string' ? data : undefined))
      return apply(sendBeacon, this, [address, data]);
    // What a beacon is. https://www.w3.org/TR/beacon/
    const body = data ?? null;
    const request = new Request(address, {
      method: 'POST',
      body,
      keepalive: true,
      mode: 'no-cors',
      credentials: 'include',
    });
    read(apply(clone, request, []), (shown) =>
      ask('POST', request.url, shown, (mayGo) => mayGo && apply(fetch, view, [request])),
    );
    return true;
  };
}

/** What goes over a socket cannot wait for its turn: it is shown, and written down. */
function showSockets(view: View, { isHeld }: Asker): void {
  const { apply } = view.Reflect;
  const { send } = view.WebSocket.prototype;
  view.WebSocket.prototype.send = function (this: WebSocket, data: Parameters<typeof send>[0]) {
    if (typeof data === 'string') isHeld('WEBSOCKET', this.url, data);
    apply(send, this, [data]);
  };
}

function isPlain(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'get' || method === 'head';
}

function getter<Of extends object, Key extends keyof Of>(view: View, of: Of, key: Key): (this: Of) => Of[Key] {
  return view.Object.getOwnPropertyDescriptor(of, key)!.get!;
}
