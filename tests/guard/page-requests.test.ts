// Requests as the page's own world shows them: what is judged is what goes. Seen in real browsers by tests/browser/attacks-by-request.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askBeforeRequests } from '@/guard/page-world/ask-before-requests.ts';
import { requestEvent } from '@/guard/page-world/names.ts';

type View = Window & typeof globalThis;
const url = 'https://mail.firm.test/send';

/** What left, as the browser's own functions were given it. */
const left = vi.fn();
class Native {
  open(...given: unknown[]) {
    if (given[1] === 'about:invalid') left('refused');
  }
  setRequestHeader() {}
  send(body?: unknown) {
    if (body !== undefined) left(body);
  }
  abort() {
    left('aborted');
  }
}

/** Held, and how the guard answers; what it was shown. */
let isHeld: boolean;
let answer: ((mayGo: boolean) => void) | undefined;
let atOnce: unknown[];
let shown: unknown;
const judge = (event: Event) => {
  const { detail } = event as CustomEvent<unknown[]>;
  if (detail[0] === '' || isHeld) event.preventDefault();
  if (detail[0] !== '') atOnce.push(detail[2]);
};

beforeEach(() => {
  left.mockClear();
  [isHeld, answer, atOnce, shown] = [true, undefined, [], undefined];
  window.addEventListener(requestEvent, judge);
});
afterEach(() => window.removeEventListener(requestEvent, judge));

function page(): View {
  class XMLHttpRequest extends Native {}
  for (const name of ['open', 'setRequestHeader', 'send', 'abort'] as const)
    XMLHttpRequest.prototype[name] = Native.prototype[name];
  class Navigator {
    sendBeacon(_: string, body: unknown) {
      left(body);
      return true;
    }
  }
  const fetch = async (request: Request) => left(await request.text());
  const postMessage = (_: string, __: string, [port]: MessagePort[]) => {
    port!.onmessage = ({ data }) => {
      shown = data[2];
      answer = (mayGo) => port!.postMessage(mayGo);
    };
  };
  const view = Object.assign(Object.create(window), { XMLHttpRequest, Navigator, fetch, postMessage }) as View;
  askBeforeRequests(view);
  return view;
}
const answered = async (mayGo: boolean) => {
  await vi.waitFor(() => expect(answer).toBeDefined());
  answer!(mayGo);
};
const post = (body: unknown, isAsync = true, header?: string) => {
  const xhr = new (page().XMLHttpRequest)();
  xhr.open('POST', url, isAsync);
  if (header) xhr.setRequestHeader('X-OWA-UrlPostData', header);
  xhr.send(body as never);
  return xhr;
};

describe('an XMLHttpRequest', () => {
  it('sends the parameters that were judged', async () => {
    const body = new URLSearchParams({ text: 'Hello' });
    post(body);
    body.set('text', 'a list');
    await answered(true);
    await vi.waitFor(() => expect(left).toHaveBeenCalled());
    expect([shown, String(left.mock.calls[0]![0])]).toEqual(['text=Hello', 'text=Hello']);
  });

  it('sends the document that was judged', async () => {
    const body = new DOMParser().parseFromString('<m>Hello</m>', 'application/xml');
    post(body);
    body.documentElement.textContent = 'a list';
    await answered(true);
    await vi.waitFor(() => expect(left).toHaveBeenCalled());
    expect(shown).toContain('<m>Hello</m>');
    expect((left.mock.calls[0]![0] as Document).documentElement.textContent).toBe('Hello');
  });

  it('that is given up while it waits does not go', async () => {
    post('Hello').abort();
    expect(left.mock.calls).toEqual([['refused'], ['aborted']]);
    await answered(true);
    await new Promise((done) => setTimeout(done, 30));
    expect(left.mock.calls).toEqual([['refused'], ['aborted']]);
  });

  it('whose page waits for the answer is told by the fields of its form, and goes', () => {
    isHeld = false;
    const form = new FormData();
    form.append('folder', 'INBOX');
    post(form, false);
    expect(atOnce).toEqual([[['folder', 'INBOX']]]);
    expect(left.mock.calls).toEqual([[form]]);
  });

  it('says what it is once', () => {
    isHeld = false;
    let looks = 0;
    post({ toString: () => (looks++ === 0 ? 'Hello' : 'a list') });
    expect([atOnce, left.mock.calls]).toEqual([['Hello'], [['Hello']]]);
  });

  it.each(['', 'beside it'])('is shown with what its header says and with its body: %j', async (body) => {
    post(body, true, '%7B%7D');
    await answered(false);
    const both = [
      ['x-owa-urlpostdata', '%7B%7D'],
      ['', body],
    ];
    expect([atOnce[0], shown]).toEqual([both, both]);
  });
});

describe('fetch', () => {
  it('of a text is judged at once, and goes as it was read', async () => {
    isHeld = false;
    let looks = 0;
    const init = {
      method: 'POST',
      get body() {
        looks += 1;
        return looks === 1 ? 'Hello' : 'a list';
      },
    };
    await page().fetch(url, init);
    expect([atOnce, left.mock.calls]).toEqual([['Hello'], [['Hello']]]);
  });

  it('is shown with what its header says', async () => {
    const going = page().fetch(url, { method: 'POST', headers: { 'X-OWA-UrlPostData': '%7B%7D' }, body: '' });
    await answered(false);
    await expect(going).rejects.toThrow('Failed to fetch');
    expect(shown).toEqual([
      ['x-owa-urlpostdata', '%7B%7D'],
      ['', ''],
    ]);
  });
});

it('a beacon of a form without files is judged at once', () => {
  isHeld = false;
  const form = new FormData();
  form.append('clicks', '7');
  const { Navigator } = page() as unknown as { Navigator: new () => Navigator };
  new Navigator().sendBeacon(url, form);
  expect([atOnce, left.mock.calls]).toEqual([[[['clicks', '7']]], [[form]]]);
});
