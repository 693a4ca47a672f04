// @vitest-environment node
// Whom a request in a frame is asked of: the guard of the frame, or that of the page around it.
import { expect, it, vi } from 'vitest';
import { holdRequests, type RequestHold } from '@/guard/hold-requests.ts';
import { requestEvent, requestMessage } from '@/guard/page-world/names.ts';

const url = 'https://mail.test/send';

/** A frame in a page of its origin. `guards`: what the guard of the page wants to see; `says`: what it answers. */
function frame(own: Partial<RequestHold>, guards: (detail: unknown[]) => boolean, says: unknown = true) {
  const asked: unknown[][] = [];
  const around = Object.assign(new EventTarget(), {
    document: {},
    postMessage(message: string, _: string, [port]: MessagePort[]) {
      if (message !== requestMessage) return;
      port!.onmessage = ({ data }) => {
        asked.push(data);
        port!.postMessage(says);
      };
    },
  });
  around.addEventListener(requestEvent, (event) => {
    if (guards((event as CustomEvent<unknown[]>).detail)) event.preventDefault();
  });
  const view = Object.assign(new EventTarget(), { parent: around, document: { baseURI: 'https://mail.test/app/' } });
  const hold = {
    hasSeen: () => false,
    isGuarding: () => true,
    isHeld: vi.fn(() => true),
    stopped: vi.fn(),
    mayGo: vi.fn(async () => true),
    ...own,
  };
  const listeners = { on: (type: string, act: (event: Event) => void) => view.addEventListener(type, act) };
  const leave = () => view.dispatchEvent(new Event('pagehide'));
  return { asked, hold, leave, ...holdRequests(view as never, listeners as never, hold) };
}

it('a frame without a message of its own belongs to the page around it', async () => {
  const heard: unknown[][] = [];
  const { asked, hold, isHeld, mayGo } = frame({}, (detail) => Boolean(heard.push(detail)));
  expect(isHeld('POST', url, 'text')).toBe(true);
  expect(heard.at(-1)!.slice(0, 3)).toEqual(['POST', url, 'text']);
  const fields = [['to', 'kim@client.test']];
  expect(await mayGo('POST', url, fields, true)).toBe(true);
  expect(asked).toEqual([['POST', url, fields, true]]);
  expect(hold.isHeld).not.toHaveBeenCalled();
  expect(hold.mayGo).not.toHaveBeenCalled();
});

it('what the page around it wants to see goes only where it says so', async () => {
  const { isHeld, mayGo } = frame({}, ([method]) => method === undefined, 'yes');
  expect(isHeld('POST', url, 'text')).toBe(false);
  expect(await mayGo('POST', url, 'text')).toBe(false);
});

it.each([
  ['with a message of its own', { hasSeen: () => true }, true],
  ['in a page where nobody guards', {}, false],
])('a frame %s asks its own guard', async (_, own, isGuarded) => {
  const { asked, hold, isHeld, mayGo } = frame(own, () => isGuarded);
  expect(isHeld('POST', 'send', 'text')).toBe(true);
  expect(await mayGo('POST', url, new Blob(['text']))).toBe(true);
  expect(asked).toEqual([]);
  expect(hold.isHeld).toHaveBeenCalledWith({ method: 'POST', url: 'https://mail.test/app/send', body: 'text' }, true);
  expect(hold.mayGo).toHaveBeenCalledWith(
    expect.objectContaining({ body: 'text', isHidden: true, files: [expect.any(File)] }),
  );
});

it('a form is told to the page around by its fields, and that a file lies there by its name', () => {
  const heard: unknown[][] = [];
  const { isHeld } = frame({}, (detail) => Boolean(heard.push(detail)));
  isHeld('POST', url, [['to', 'kim@client.test']], false, true);
  expect(heard.at(-1)).toEqual(['POST', url, 'to=kim%40client.test', false, true]);
  isHeld('POST', url, [['file', undefined]]);
  expect(heard.at(-1)![2]).toBe('file=');
});

it('a frame in a frame asks as often as it is deep', () => {
  let asked = 0;
  const { isHeld } = frame({}, () => Boolean(++asked));
  isHeld();
  expect(asked).toBe(1);
});

it.each([
  ['a text', 'text', false],
  ['fields', [['to', 'kim']], false],
  ['a file among fields', [['file', new File(['a'], 'a.csv')]], true],
  ['bytes', new Blob(['text']), true],
  ['what nobody can read', undefined, true],
])('%s is, or is not, more than texts', async (_, body, isHidden) => {
  const { hold, mayGo } = frame({ hasSeen: () => true }, () => false);
  await mayGo('POST', url, body);
  expect(hold.mayGo).toHaveBeenCalledWith(expect.objectContaining({ isHidden }));
});

it('nobody guards where no message is written', () => {
  const { isHeld } = frame({ isGuarding: () => false }, () => false);
  expect([isHeld(), isHeld('POST', url)]).toEqual([false, false]);
});

it('an address that a frame does not name in full is told as the frame means it', async () => {
  const heard: unknown[][] = [];
  const { asked, isHeld, mayGo } = frame({}, (detail) => Boolean(heard.push(detail)));
  isHeld('POST', 'send', 'text');
  await mayGo('POST', 'send', 'text');
  expect([heard.find(([method]) => method)![1], asked[0]![1]]).toEqual(Array(2).fill('https://mail.test/app/send'));
});

it('a frame that is left cannot wait, though the page around it stays', () => {
  const heard: unknown[][] = [];
  const { isHeld, leave } = frame({}, (detail) => Boolean(heard.push(detail)));
  leave();
  isHeld('POST', url);
  expect(heard.at(-1)![3]).toBe(true);
});
