// How a request is asked about from the page's own world: an event that the guard's listener hears at once, and a port for the answer.
import { renewEvent, requestEvent, requestMessage } from './names.ts';

export type View = Window & typeof globalThis;
type Fields = [name: string, value: FormDataEntryValue][];
/** What can be read of a body: a text, the fields of a form, bytes; `undefined` = not yet, or not at all. */
type Shown = string | Fields | Blob | undefined;
export type Then = (mayGo: boolean) => void;
/** A function of the browser's own, to be called on something past whatever the page puts in its place. */
type Own = <Given extends unknown[], Result>(
  call: (...given: Given) => Result,
) => (on: unknown, ...given: Given) => Result;

/** The browser's own getter of a property that all of a kind have. */
type Gets = <Kind extends object, Key extends keyof Kind>(
  of: { prototype: Kind },
  key: Key,
) => (on: unknown) => Kind[Key];

export interface Asker {
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

/** With the browser's own functions, taken before page script could replace them. */
export function asking(view: View, own: Own): Asker {
  const { CustomEvent, MessageChannel, Request, FormData, URLSearchParams, MessagePort, MessageEvent, visualViewport } =
    view;
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
    isHeld(...detail) {
      if (visualViewport) dispatch(visualViewport, new CustomEvent(renewEvent));
      return !dispatch(view, new CustomEvent(requestEvent, { cancelable: true, detail }));
    },
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

/** Carries nothing away but its address. */
export function isPlain(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'get' || method === 'head';
}
