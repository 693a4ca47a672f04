// The gate on the network: what it cancels and what it lets pass, as the browser would ask it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNetworkGate, type NetworkGate } from '@/platform/gate/network-gate.ts';
import { printOf, type RequestBody } from '@/webmails/requests/body.ts';
import { requestIn } from '../webmails/all-requests.ts';

type Answer = { cancel?: true };
let ask: (details: object) => Answer | Promise<Answer>;
const listens = vi.fn();
let now: number;
const stopped = vi.fn();

const list = JSON.stringify({ to: ['me@home.test'], text: 'x'.repeat(200_000) });
const short = JSON.stringify({ to: ['kim@client.test'], text: 'Hello' });
const bytes = (text: string) => ({ raw: [{ bytes: new TextEncoder().encode(text).buffer }] });
const sends = (body: object | undefined, more: object = {}) => ({
  method: 'POST',
  url: 'https://mail.firm.test/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/send',
  initiator: 'https://mail.firm.test',
  tabId: 4,
  requestBody: body,
  ...more,
});
const gmails = (body: object | undefined) =>
  sends(body, { url: 'https://mail.google.com/sync/u/0/i/s?hl=en', initiator: 'https://mail.google.com' });
const uploads = (body: object | undefined) => ({
  ...sends(body),
  url: 'https://zimbra.firm.test/service/upload?fmt=raw',
});

const hidden = gmails({ error: 'Unknown error.' });
const seed = 12_345_678;
const addressOf = ({ url }: { url: string }) => printOf({ url }, seed);

function open(): NetworkGate {
  Object.assign(fakeBrowser, {
    webRequest: {
      onBeforeRequest: {
        addListener: (listener: typeof ask, filter: object) => {
          ask = listener;
          listens(filter);
        },
      },
    },
  });
  return createNetworkGate({ kindOf: (request) => requestIn(request).kind, printOf, now: () => now, stopped });
}

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  stopped.mockClear();
});

it.each([
  ['chrome', false],
  ['firefox', true],
])('a beacon is heard of in %s, by the name it has there', (browser, isNamed) => {
  vi.stubEnv('BROWSER', browser);
  open();
  vi.unstubAllEnvs();
  const { types } = listens.mock.lastCall![0] as { types: string[] };
  expect(types).toContain('ping');
  expect(types.includes('beacon')).toBe(isNamed);
});

describe('a request', () => {
  it.each([
    ['sends', sends(bytes(short))],
    ['sends what nobody can read', sends(undefined)],
    ['sends from a service worker', sends(bytes(short), { tabId: -1 })],
    ['may send, and hides what it does', gmails({ error: 'Unknown error.' })],
    ['uploads what nobody can read', uploads(undefined)],
    ['uploads a long text', uploads(bytes(list))],
    [
      'uploads a file with a short name',
      uploads(bytes('--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n\r\n--b--')),
    ],
  ])('that %s is cancelled where the page let nothing go', async (_, details) => {
    open();
    expect(await ask(details)).toEqual({ cancel: true });
    expect(stopped).toHaveBeenCalledOnce();
  });

  it.each([
    ['reads', sends(undefined, { method: 'GET' })],
    [
      'saves a draft',
      sends(bytes(list), { url: 'https://mail.firm.test/SOGo/so/a/Mail/0/folderDrafts/newDraft1/save' }),
    ],
    ['has no body', gmails(undefined)],
    [
      'hides what it does at an address that others have as well',
      sends({ error: 'Unknown error.' }, { url: 'https://erp.firm.test/service/soap/orders' }),
    ],
    ['is none of a webmail', sends(bytes(list), { url: 'https://shop.example/api/orders' })],
    ['begins an upload', uploads(bytes('{"name":"a"}'))],
  ])('that %s passes', async (_, details) => {
    open();
    expect(await ask(details)).toEqual({});
    expect(stopped).not.toHaveBeenCalled();
  });

  it('passes where the page let it go, in that tab or on that host, for a while, and no longer message in its place', async () => {
    const gate = open();
    await gate.clear(4, 'mail.firm.test', 'send', 5);
    expect(await ask(sends(bytes(short)))).toEqual({});
    expect(await ask(sends(bytes(short), { tabId: -1 }))).toEqual({});
    expect(await ask(sends(bytes(short), { tabId: 5 }))).toEqual({ cancel: true });
    expect(await ask(sends(bytes(list)))).toEqual({ cancel: true });
    expect(await ask(uploads(undefined))).toEqual({ cancel: true });
    now += 121_000;
    expect(await ask(sends(bytes(short)))).toEqual({ cancel: true });
  });

  it('that may send and hides what it does passes once, at the address where the page let it go, and not later', async () => {
    const gate = open();
    await gate.clear(4, 'mail.google.com', 'hidden', addressOf(hidden), seed);
    expect(await ask(gmails(bytes(JSON.stringify([['^all', '^pfg']]))))).toEqual({ cancel: true });
    expect([await ask(hidden), await ask(hidden)]).toEqual([{}, { cancel: true }]);
    await gate.clear(4, 'mail.google.com', 'hidden', addressOf(hidden), seed);
    expect(await ask({ ...hidden, url: 'https://mail.google.com/mail/u/0/?act=sm' })).toEqual({ cancel: true });
    now += 11_000;
    expect(await ask(hidden)).toEqual({ cancel: true });
  });

  it('that hides what it does takes nothing of a draft that could be read', async () => {
    const gate = open();
    await gate.clear(4, 'mail.google.com', 'hidden', addressOf(hidden), seed);
    expect(await ask(gmails(bytes(JSON.stringify([['^all', '^r']]))))).toEqual({});
    expect(await ask(hidden)).toEqual({ cancel: true });
  });

  it.each([4, -1])(
    'and two that hide what they do pass where two were let go at once by a worker just started: tab %d',
    async (tabId) => {
      const gate = open();
      await Promise.all([4, 4].map((tab) => gate.clear(tab, 'mail.google.com', 'hidden', addressOf(hidden), seed)));
      const one = { ...hidden, tabId };
      expect([await ask(one), await ask(one), await ask(one)]).toEqual([{}, {}, { cancel: true }]);
    },
  );

  const form = { to: ['kim@client.test'], text: ['Hello\r\nKim'] };

  it.each<[string, RequestBody, object, object]>([
    ['a text', short, bytes(short), bytes(short.replace('Hello', 'a list'))],
    ['parameters', 'to=kim%40client.test&text=Hello', bytes('to=kim%40client.test&text=Hello'), bytes('to=kim')],
    [
      'a form',
      [
        ['text', 'Hello\nKim'],
        ['to', 'kim@client.test'],
      ],
      { formData: form },
      { formData: { ...form, text: ['a list'] } },
    ],
  ])(
    'that was judged by itself passes, as often as it is tried, and no other in its place: %s',
    async (_, body, same, other) => {
      const gate = open();
      const { url } = sends(same);
      await gate.clear(4, 'mail.firm.test', 'request', printOf({ url, body }, seed), seed);
      expect([await ask(sends(same)), await ask(sends(same, { tabId: -1 }))]).toEqual([{}, {}]);
      expect(await ask(sends(other))).toEqual({ cancel: true });
      expect(await ask(sends(same, { url: url.replace('newDraft1', 'newDraft2') }))).toEqual({ cancel: true });
      now += 121_000;
      expect(await ask(sends(same))).toEqual({ cancel: true });
    },
  );

  it('that was made up, long and harmless, lets nothing of its length pass, nor what hides what it says', async () => {
    const gate = open();
    const { url } = sends(undefined);
    await gate.clear(4, 'mail.firm.test', 'request', printOf({ url, body: 'x'.repeat(300_000) }, seed), seed);
    expect(await ask(sends(bytes(list)))).toEqual({ cancel: true });
    expect(await ask(sends(undefined))).toEqual({ cancel: true });
  });

  it('that hid what it says passes once, whatever asked for it', async () => {
    const gate = open();
    const { url } = sends(undefined);
    await gate.clear(4, 'mail.firm.test', 'hidden', printOf({ url }, seed), seed);
    expect([await ask(sends(undefined)), await ask(sends(undefined))]).toEqual([{}, { cancel: true }]);
  });

  it('passes also when the worker was stopped since', async () => {
    await open().clear(4, 'mail.firm.test', 'upload', 0);
    open();
    expect(await ask(uploads(undefined))).toEqual({});
  });

  it('does not pass in a tab that was closed', async () => {
    const gate = open();
    await gate.clear(4, 'mail.firm.test', 'send', 5);
    await gate.forget(4);
    expect(await ask(sends(bytes(short)))).toEqual({ cancel: true });
  });
});
