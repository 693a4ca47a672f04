// Pages that submit a moment after the press: their handler validates, asks a captcha or encrypts first.
import { expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { askBeforeSubmit } from '@/guard/page-world/ask-before-submit.ts';
import type { Ports, Ruling } from '@/guard/ports.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { generic } from '@/webmails/generic/generic.ts';
import { requestIn } from '../webmails/all-requests.ts';
import { allow, block, edited, portsFor } from './fake-ports.ts';
import { press, settled } from './page.ts';

/** However busy the machine is: what is waited for comes, and then nothing more. */
const comes = async (check: () => void): Promise<void> => {
  await vi.waitFor(check, { timeout: 10_000, interval: 20 });
  await settled(50);
  check();
};

type Way = 'submit()' | 'requestSubmit()' | 'hidden submit';
const ways: Way[] = ['submit()', 'requestSubmit()', 'hidden submit'];

const list = Array.from({ length: 957 }, (_, n) => `Client ${n}, c${n}@clients.test`).join('\n');
const judge: Ports['assess'] = async ({ body }): Promise<Ruling> => (body.includes('clients.test') ? block : allow);

/** An unknown webmail with a form around its body. `left` counts submissions that nobody stopped. */
function startOnForm(way: Way, meanwhile: () => void, answers: Partial<Ports> = {}) {
  document.body.innerHTML = `<form id="form" method="post" action="/send">
    <label>To <input name="to" value="kim@client.test"></label><label>Subject <input name="subject" value="Hello"></label>
    <textarea name="message">Good morning</textarea><button id="send" type="button">Send</button>
    <input id="hidden" type="submit" hidden></form>`;
  const at = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
  const left = vi.fn();
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = left;
  askBeforeSubmit(window as never);
  const ended = new AbortController();
  onTestFinished(() => {
    ended.abort();
    HTMLFormElement.prototype.submit = submit;
  });
  const form = at<HTMLFormElement>('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    left();
  });
  at('send').addEventListener('click', async () => {
    await settled(5);
    meanwhile();
    if (way === 'submit()') form.submit();
    else if (way === 'requestSubmit()') form.requestSubmit();
    else at('hidden').click();
  });
  const ports = portsFor({ assess: judge, ...answers });
  startGuard(window, ports, ended.signal).join(guardDrafts([generic], requestIn));
  const judged = () => ports.assess.mock.calls.filter(([, , foreground]) => foreground).map(([draft]) => draft.body);
  return { at, body: document.querySelector('textarea')!, form, judged, left, ports };
}

it.each(ways)('goes once by %s, and is judged once', async (way) => {
  const { at, judged, left } = startOnForm(way, () => undefined);
  at('send').click();
  await comes(() => expect(left).toHaveBeenCalledOnce());
  expect(judged()).toEqual(['Good morning']);
});

it.each(ways)('is held by %s, and asked about, where the page has put a list into it meanwhile', async (way) => {
  const { at, body, judged, left, ports } = startOnForm(way, () => {
    body.value = list;
  });
  at('send').click();
  await comes(() => expect(ports.record).toHaveBeenCalledWith(block, edited));
  expect(left).not.toHaveBeenCalled();
  expect(judged()).toEqual(['Good morning', list]);
  expect(ports.ask).toHaveBeenCalledOnce();
});

it('goes without being pressed again where what the page has put into it is harmless', async () => {
  const { at, body, judged, left } = startOnForm('hidden submit', () => {
    body.value = 'Good morning, encrypted';
  });
  at('send').click();
  await comes(() => expect(left).toHaveBeenCalledOnce());
  expect(judged()).toEqual(['Good morning', 'Good morning, encrypted']);
});

it('reaches a control of the page that asks once more', async () => {
  const { at, form, judged, left } = startOnForm('submit()', () => undefined);
  // A page that opens a box of its own, which no role tells.
  at('send').replaceWith(Object.assign(document.createElement('button'), { id: 'ask', type: 'button' }));
  at('ask').textContent = 'Send';
  at('ask').addEventListener('click', () => {
    document.body.insertAdjacentHTML('beforeend', '<div><button id="anyway" type="button">Send anyway</button></div>');
    at('anyway').addEventListener('click', () => form.submit());
  });
  at('ask').click();
  await comes(() => expect(at('anyway')).not.toBeNull());
  expect(left).not.toHaveBeenCalled();
  at('anyway').click();
  await comes(() => expect(left).toHaveBeenCalledOnce());
  expect(judged()).toHaveLength(1);
});

it.each<[string, (button: HTMLElement) => void]>([
  ['second click of a double one', (send) => send.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))],
  ['repeat of a held key', (send) => void press(send, 'Enter', { repeat: true })],
])('does not reach the page a second time by the %s, and is not judged anew for it', async (_, again) => {
  const { at, judged, left } = startOnForm('submit()', () => undefined);
  const pressed = vi.fn();
  at('send').addEventListener('click', pressed);
  at('send').click();
  await vi.waitFor(() => expect(pressed).toHaveBeenCalledOnce(), { timeout: 10_000, interval: 5 });
  again(at('send'));
  await comes(() => expect(left).toHaveBeenCalledOnce());
  expect(pressed).toHaveBeenCalledOnce();
  expect(judged()).toHaveLength(1);
});

it('is held again once it is known what became of it', async () => {
  const { at, body, form, judged, left } = startOnForm('submit()', () => undefined);
  at('send').click();
  await comes(() => expect(left).toHaveBeenCalledOnce());
  await settled(250);
  body.value = list;
  form.submit();
  await comes(() => expect(judged().at(-1)).toBe(list));
  expect(left).toHaveBeenCalledOnce();
});
