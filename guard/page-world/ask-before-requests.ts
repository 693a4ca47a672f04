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
/** A function of the browser's own, to be called on something past whatever the page puts in its place. */
type Own = <Given extends unknown[], Result>(
  call: (...given: Given) => Result,
) => (on: unknown, ...given: Given) => Result;

/** The browser's own getter of a property that all of a kind have. */
type Gets = <Kind extends object, Key extends keyof Kind>(
  of: { prototype: Kind },
  key: Key,
) => (on: unknown) => Kind[Key];

interface Asker {
  own: Own;
  gets: Gets;
  /** Whether something is of a kind, from whichever frame it came: told by a function of the browser's that takes nothing else. */
  takes(call: (on: unknown) => unknown, value: unknown): boolean;
  /** At once: whether the guard wants to see more. `isAwaited`: the page stands still until it has its answer, and nobody can be asked. */
  isHeld(method: string, url: string, body?: string, isAwaited?: boolean): boolean;
  /** What is in a body is its text, or what can be read of a request that carries it. */
  ask(method: string, url: string, text: string | undefined, request: () => Request, then: Then): void;
  /** A text or a form as it is now, which the page cannot change any more, and what it says where that is all text. Else nothing. */
  copyOf(body: unknown): { body: BodyInit | undefined; text: string | undefined };
}

export function askBeforeRequests(view: View): void {
  const { apply } = view.Reflect;
  const asker = asking(
    view,
    (call) =>
      (on, ...given) =>
        apply(call, on, given),
  );
  holdFetch(view, asker);
  holdXhr(view, asker);
  holdBeacons(view, asker);
  showSockets(view, asker);
  // Sent once nobody can be asked any more: pages look whether it is there. https://developer.chrome.com/docs/web-platform/fetch-later-api
  delete (view as { fetchLater?: unknown }).fetchLater;
}

/** With the browser's own functions, taken before page script could replace them. */
function asking(view: View, own: Own): Asker {
  const { CustomEvent, MessageChannel, Request, FormData, URLSearchParams, MessagePort, MessageEvent } = view;
  const { getOwnPropertyDescriptor } = view.Object;
  const gets: Gets = (of, key) => own(getOwnPropertyDescriptor(of.prototype, key)!.get!);
  const dispatch = own(view.EventTarget.prototype.dispatchEvent);
  const listen = own(view.EventTarget.prototype.addEventListener);
  const post = own(view.postMessage as (message: unknown, origin: string, ports: MessagePort[]) => void);
  const send = own(MessagePort.prototype.postMessage as (message: unknown) => void);
  const start = own(MessagePort.prototype.start);
  const then = own(view.Promise.prototype.then);
  const test = own(view.RegExp.prototype.test);
  const formData = own(Request.prototype.formData);
  const blob = own(Request.prototype.blob);
  const each = own(FormData.prototype.forEach);
  const append = own(FormData.prototype.append as (name: string, value: FormDataEntryValue) => void);
  const addText = own(URLSearchParams.prototype.append);
  const asText = own(URLSearchParams.prototype.toString);
  const keys = own(FormData.prototype.keys);
  const get = own(view.Headers.prototype.get);
  const dataOf = gets(MessageEvent, 'data');
  const headersOf = gets(Request, 'headers');

  const takes: Asker['takes'] = (call, value) => {
    try {
      call(value);
      return true;
    } catch {
      return false;
    }
  };

  const read = (request: Request, answer: (body: Shown) => void) => {
    const isForm = test(/^multipart\/form-data/i, get(headersOf(request), 'content-type') ?? '');
    const done = (body: FormData | Blob) => {
      if (!isForm) return answer(body as Blob);
      const fields: Fields = [];
      let count = 0;
      each(body, (value, name) => {
        fields[count++] = [name, value];
      });
      answer(fields);
    };
    then((isForm ? formData : blob)(request), done as never, () => answer(undefined));
  };

  return {
    own,
    gets,
    takes,
    isHeld: (...detail) => !dispatch(view, new CustomEvent(requestEvent, { cancelable: true, detail })),
    ask(method, url, text, request, answer) {
      const show = (body: Shown) => {
        const { port1, port2 } = new MessageChannel();
        listen(port1, 'message', (event) => answer(dataOf(event) === true), { once: true });
        start(port1);
        post(view, requestMessage, '*', [port2]);
        send(port1, [method, url, body]);
      };
      if (text === undefined) read(request(), show);
      else show(text);
    },
    copyOf(body) {
      let copy: BodyInit | undefined;
      let text: string | undefined;
      if (typeof body === 'string') {
        copy = body;
        text = body;
      } else if (takes(asText, body)) {
        text = asText(body);
        copy = new URLSearchParams(text);
      } else if (takes(keys, body)) {
        const form = new FormData();
        const texts = new URLSearchParams();
        let isText = true;
        each(body, (value, name) => {
          append(form, name, value);
          if (typeof value === 'string') addText(texts, name, value);
          else isText = false;
        });
        copy = form;
        if (isText) text = asText(texts);
      }
      // Both are its own: nothing comes from where a page can put it for all objects.
      return { body: copy, text };
    },
  };
}

function holdFetch(view: View, { own, gets, isHeld, copyOf, ask }: Asker): void {
  const { Request, Promise: Answer, TypeError: Failed, Object: Plain } = view;
  const { apply, construct, getPrototypeOf } = view.Reflect;
  const { create } = Plain;
  const { fetch } = view;
  const clone = own(Request.prototype.clone);
  const methodOf = gets(Request, 'method');
  const urlOf = gets(Request, 'url');
  view.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    // Nobody listens here: not even looked at.
    if (!isHeld('', '')) return apply(fetch, view, given);
    return new Answer<Response>((resolve, reject) => {
      const init = given[1];
      // A text is known at once, and seen once.
      const isPlainInit = init && getPrototypeOf(init) === Plain.prototype;
      const { body: value, text } = copyOf(isPlainInit ? init.body : undefined);
      if (value !== undefined) given[1] = create(init!, { body: { value } });
      // Made once, as the native one would: what has getters must not say one thing to the guard and another to the network.
      const request = construct(Request, given) as Request;
      const method = methodOf(request);
      const url = urlOf(request);
      const go = () => resolve(apply(fetch, view, [request]));
      if (isPlain(method) || !isHeld(method, url, text)) return go();
      const then: Then = (mayGo) => (mayGo ? go() : reject(new Failed('Failed to fetch')));
      ask(method, url, text, () => clone(request), then);
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

function holdXhr(view: View, { own, gets, takes, isHeld, copyOf, ask }: Asker): void {
  const { XMLHttpRequest, Request, Blob, Document, XMLSerializer, ArrayBuffer: Bytes } = view;
  const { apply } = view.Reflect;
  const xhr = XMLHttpRequest.prototype;
  const { open } = xhr;
  const send = own(xhr.send as (body: unknown) => void);
  const setHeader = own(xhr.setRequestHeader);
  const known = new view.WeakMap<object, Opened>();
  const openedOf = own(known.get) as (on: typeof known, of: XMLHttpRequest) => Opened | undefined;
  const note = own(known.set);
  const markup = own(XMLSerializer.prototype.serializeToString);
  const { isView } = Bytes;
  const lengthOf = gets(Bytes, 'byteLength');
  const sizeOf = gets(Blob, 'size');
  const rootOf = gets(Document, 'documentElement');
  const lower = own(view.String.prototype.toLowerCase);

  xhr.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    const method = `${given[0]}`;
    const url = `${given[1]}`;
    given[0] = method;
    given[1] = url;
    note(known, this, { method, url, isAsync: given.length < 3 || Boolean(given[2]) });
    apply(open, this, given as never);
  };
  xhr.setRequestHeader = function (this: XMLHttpRequest, name: string, value: string) {
    const opened = openedOf(known, this);
    if (opened && lower(`${name}`) === 'x-owa-urlpostdata') opened.post = `${value}`;
    setHeader(this, name, value);
  };
  xhr.send = function (this: XMLHttpRequest, given?: Document | XMLHttpRequestBodyInit | null) {
    // Opened by another frame's function, nobody knows where it goes.
    const opened = openedOf(known, this) ?? { method: 'POST', url: '', isAsync: true };
    note(known, this, opened);
    if (isPlain(opened.method)) return send(this, null);
    const { method, url, isAsync, post } = opened;
    const copy = copyOf(given);
    const text = given === null || given === undefined ? (post ?? '') : copy.text;
    const body = copy.body ?? given;
    if (!isHeld(method, url, text, !isAsync)) return send(this, body);
    if (!isAsync) return refuse(this, opened);
    const kept = copy.body || text !== undefined ? body : keep(given);
    const then: Then = (mayGo) => {
      // Opened anew, or given up, meanwhile.
      if (openedOf(known, this) !== opened) return;
      if (mayGo) send(this, kept);
      else refuse(this, opened);
    };
    ask(method, url, text, () => new Request('about:blank', { method: 'POST', body: kept as Blob }), then);
  };

  /** A copy that the page cannot change while it waits. */
  function keep(body: unknown): unknown {
    if (takes(lengthOf, body) || isView(body)) return new Blob([body as BlobPart]);
    if (takes(rootOf, body))
      return new Blob([markup(new XMLSerializer(), body as Document)], { type: 'application/xml;charset=utf-8' });
    return takes(sizeOf, body) ? body : `${body}`;
  }

  /** With the browser's own events of a connection that failed, or its own exception where the page waits for the answer. */
  function refuse(of: XMLHttpRequest, { method, isAsync }: Opened): void {
    apply(open, of, [method, 'about:invalid', isAsync]);
    send(of, null);
  }
}

function holdBeacons(view: View, { own, isHeld, copyOf, ask }: Asker): void {
  const { Navigator, Request, fetch } = view;
  const sendBeacon = own(Navigator.prototype.sendBeacon);
  const clone = own(Request.prototype.clone);
  Navigator.prototype.sendBeacon = function (this: Navigator, given: string | URL, data?: BodyInit | null) {
    const url = `${given}`;
    const { body = data ?? null, text } = copyOf(data ?? '');
    if (!isHeld('POST', url, text)) return sendBeacon(this, url, body);
    // What a beacon is. https://www.w3.org/TR/beacon/
    const request = new Request(url, {
      method: 'POST',
      body,
      keepalive: true,
      mode: 'no-cors',
      credentials: 'include',
    });
    const then: Then = (mayGo) => mayGo && own(fetch)(view, request);
    ask('POST', request.url, text, () => clone(request), then);
    return true;
  };
}

/** What goes over a socket cannot wait for its turn: it is shown, and written down. */
function showSockets(view: View, { own, isHeld }: Asker): void {
  const send = own(view.WebSocket.prototype.send);
  view.WebSocket.prototype.send = function (this: WebSocket, data: Parameters<WebSocket['send']>[0]) {
    if (typeof data === 'string') isHeld('WEBSOCKET', this.url, data);
    send(this, data);
  };
}

function isPlain(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'get' || method === 'head';
}
