// XMLHttpRequest of a page. https://xhr.spec.whatwg.org/
import { type Asker, isPlain, type Then, type View } from './asker.ts';

interface Opened {
  method: string;
  url: string;
  isAsync: boolean;
  /** Outlook sends some bodies in a header of this name, and nothing else. */
  post?: string;
}

export function holdXhr(view: View, { own, gets, takes, isHeld, copyOf, ask }: Asker): void {
  const { XMLHttpRequest, Request, Blob, Document, XMLSerializer, ArrayBuffer: Bytes, URL: Address } = view;
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
  const baseOf = gets(view.Node, 'baseURI');
  const lower = own(view.String.prototype.toLowerCase);

  xhr.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    const method = `${given[0]}`;
    let url = `${given[1]}`;
    try {
      // What it is relative to may be another once it is sent.
      url = new Address(url, baseOf(view.document)).href;
    } catch {
      // The native one says what is wrong with it.
    }
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
