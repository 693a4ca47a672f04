// @vitest-environment node
// What the page's own world shows of a request before it leaves, and what leaves then. With Node's own fetch, forms and ports.
import { expect, it, onTestFinished, vi } from 'vitest';
import { askBeforeRequests } from '@/guard/page-world/ask-before-requests.ts';
import { requestEvent } from '@/guard/page-world/names.ts';

/** A page, and a guard that holds what `holds` says. `shown`: details of the events, but of the first question. */
function start(holds: (detail: unknown[]) => boolean = () => false, more: object = {}) {
  const [fetched, beacon, sent, asked] = [vi.fn(), vi.fn(() => true), vi.fn(), vi.fn()];
  class XMLHttpRequest {
    open() {}
    setRequestHeader() {}
    send(body: unknown) {
      sent(body);
    }
  }
  class Navigator {
    sendBeacon(...given: unknown[]) {
      return Reflect.apply(beacon, this, given);
    }
  }
  class WebSocket {
    send() {}
  }
  class Document {
    get documentElement() {
      throw new TypeError('Illegal invocation');
    }
  }
  class XMLSerializer {
    serializeToString() {}
  }
  const names =
    'CustomEvent MessageChannel MessagePort MessageEvent Request FormData URLSearchParams EventTarget Promise RegExp Headers Reflect WeakMap ArrayBuffer String Object TypeError Blob';
  const view = new EventTarget() as Window & typeof globalThis;
  for (const name of names.split(' ')) Reflect.set(view, name, Reflect.get(globalThis, name));
  const fetch = async (request: Request) => fetched(await request.clone().text(), request);
  Object.assign(view, {
    XMLHttpRequest,
    Navigator,
    WebSocket,
    Document,
    XMLSerializer,
    fetch,
    postMessage: asked,
    ...more,
  });
  const shown: unknown[][] = [];
  view.addEventListener(requestEvent, (event) => {
    const { detail } = event as CustomEvent<unknown[]>;
    if (detail[0] !== '') shown.push([...detail]);
    if (detail[0] === '' || holds(detail)) event.preventDefault();
  });
  askBeforeRequests(view);
  const xhr = (body: unknown, isAsync: boolean) => {
    const request = new view.XMLHttpRequest();
    request.open('POST', 'https://mail.test/send', isAsync);
    request.send(body as never);
  };
  return { asked, beacon, fetched, sent, shown, view, xhr };
}

const url = 'https://mail.test/save';
const form = (more: Record<string, string | Blob> = {}) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ to: 'kim@client.test', text: 'Hello', ...more }))
    data.append(name, value);
  return data;
};
const urlencoded = 'to=kim%40client.test&text=Hello';

it.each<[string, () => BodyInit, string]>([
  ['a text', () => 'Hello', 'Hello'],
  ['parameters', () => new URLSearchParams(urlencoded), urlencoded],
  ['a form of texts', form, urlencoded],
])('%s is shown at once, by fetch, a beacon and XMLHttpRequest alike', async (_, body, text) => {
  const { asked, beacon, fetched, sent, shown, view, xhr } = start();
  void view.fetch(url, { method: 'POST', keepalive: true, body: body() });
  new view.Navigator().sendBeacon(url, body());
  xhr(body(), true);
  expect(shown.map(([, , one]) => one)).toEqual([text, text, text]);
  // The page may be gone by now: nothing has waited.
  expect(beacon).toHaveBeenCalledOnce();
  expect(sent).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  expect(fetched.mock.calls[0]![1]).toMatchObject({ method: 'POST', keepalive: true });
  expect(asked).not.toHaveBeenCalled();
});

it('a body that says one thing to the guard and another to the network is seen once', async () => {
  const { fetched, shown, view } = start();
  let times = 0;
  const init = {
    method: 'POST',
    get body() {
      return times++ === 0 ? 'Hello' : 'the list';
    },
  };
  await view.fetch(url, init);
  expect(shown[0]![2]).toBe('Hello');
  expect(fetched.mock.calls[0]![0]).toBe('Hello');
});

it('a body is not taken for what a page has put where all objects look', async () => {
  const { shown, view } = start();
  const everywhere: { text?: string; body?: string } = Object.prototype;
  Object.assign(everywhere, { text: 'Hello', body: 'Hello' });
  onTestFinished(() => {
    delete everywhere.text;
    delete everywhere.body;
  });
  await view.fetch(new Request(url, { method: 'POST', body: 'the list' }));
  new view.Navigator().sendBeacon(url, new Blob(['the list']));
  expect(shown.map(([, , body]) => body)).toEqual([undefined, undefined]);
});

it.each([
  ['a file', () => form({ file: new File(['a'], 'a.csv') })],
  ['a Blob', () => new Blob(['Hello'])],
])('%s is shown once it was read', (_, body) => {
  const { asked, beacon, shown, view } = start(() => true);
  new view.Navigator().sendBeacon(url, body());
  expect(shown[0]![2]).toBeUndefined();
  expect([asked, beacon].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

it('an XMLHttpRequest that the page stands still for is shown as such', () => {
  const { sent, shown, xhr } = start();
  xhr(form(), false);
  xhr(new Uint8Array(3), false);
  expect(shown.map(([, , text, isAwaited]) => [text, isAwaited])).toEqual([
    [urlencoded, true],
    [undefined, true],
  ]);
  expect(sent).toHaveBeenCalledTimes(2);
});

it('an XMLHttpRequest that another frame has opened is no stranger', () => {
  const [{ sent, view, shown }, other] = [start(() => true), start(() => true)];
  const request = new view.XMLHttpRequest();
  other.view.XMLHttpRequest.prototype.open.call(request, 'POST', url, true);
  request.send('the list');
  expect([sent.mock.calls.length, shown.length]).toEqual([0, 1]);
});

it('a request that the browser keeps until later does not go unseen', () => {
  const later = vi.fn();
  const { view } = start(() => true, { fetchLater: later });
  // Its absence is an answer: pages look whether it is there.
  (view as { fetchLater?: typeof fetch }).fetchLater?.(url, { method: 'POST', body: 'the list' });
  expect(later).not.toHaveBeenCalled();
});
