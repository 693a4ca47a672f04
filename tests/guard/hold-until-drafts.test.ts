// The moment between a compose window and the part of the guard that knows messages.
import { expect, it, onTestFinished, vi } from 'vitest';
import type { StartDrafts } from '@/guard/drafts.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { portsFor } from './fake-ports.ts';
import { press, settled } from './page.ts';

function open(markup: string, loadDrafts: () => Promise<boolean>) {
  document.body.innerHTML = markup;
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const ports = portsFor({ loadDrafts });
  const guard = startGuard(window, ports, ended.signal);
  return { guard, ports };
}

const drafts =
  (heard: (event: Event) => void): StartDrafts =>
  ({ listeners }) => {
    for (const type of ['click', 'keydown', 'submit'] as const) listeners.on(type, heard);
    return {
      judgeAgain() {},
      composes: () => [],
      composeOf: () => undefined,
      mayEnter: async () => undefined,
      report() {},
      stopped() {},
    };
  };

const compose = '<form><input name="to"><textarea name="body"></textarea><button>Send</button></form>';
const commits: [string, (markup: Document) => void][] = [
  ['click', (page) => page.querySelector('button')!.click()],
  ['submit', (page) => page.querySelector('form')!.requestSubmit()],
  ['keydown', (page) => press(page.querySelector('textarea')!, 'Enter', { ctrlKey: true })],
];

it.each(commits)('a %s waits for the part that knows messages, and is then done once', async (type, commit) => {
  let come: (came: boolean) => void = () => {};
  const { guard } = open(compose, () => new Promise((resolve) => (come = resolve)));
  const page = vi.fn((event: Event) => event.preventDefault());
  document.body.addEventListener(type, page);
  onTestFinished(() => document.body.removeEventListener(type, page));
  commit(document);
  commit(document);
  await settled();
  expect(page).not.toHaveBeenCalled();
  const heard = vi.fn();
  guard.join(drafts(heard));
  come(true);
  await settled();
  expect(heard.mock.calls.filter(([event]) => event.type === type)).toHaveLength(1);
});

it.each(commits)('a %s goes nowhere where that part cannot be had, and it is said', async (type, commit) => {
  const { ports } = open(compose, async () => false);
  const page = vi.fn();
  document.body.addEventListener(type, page);
  onTestFinished(() => document.body.removeEventListener(type, page));
  commit(document);
  await settled();
  expect(page).not.toHaveBeenCalled();
  expect(ports.notice).toHaveBeenCalledWith('notice_orphaned');
});

it.each([
  ['a form without a longer text', '<form><input name="to"><button>Send</button></form>'],
  ['a link that leads away', '<textarea></textarea><a href="/other"><button hidden></button></a>'],
])('%s is nobody’s business', async (_, markup) => {
  const load = vi.fn(async () => false);
  const { ports } = open(markup, load);
  const page = vi.fn((event: Event) => event.preventDefault());
  document.body.addEventListener('click', page);
  onTestFinished(() => document.body.removeEventListener('click', page));
  document.querySelector<HTMLElement>('a, button')!.click();
  await settled();
  expect(page).toHaveBeenCalledOnce();
  expect(ports.notice).not.toHaveBeenCalled();
});

it('is not called where nobody can write', async () => {
  const load = vi.fn(async () => true);
  open('<input name="q"><p>News</p>', load);
  await settled();
  expect(load).not.toHaveBeenCalled();
});

it('is called when a place to write in appears', async () => {
  const load = vi.fn(async () => true);
  open('<p>Inbox</p>', load);
  document.body.insertAdjacentHTML('beforeend', '<div contenteditable="true"></div>');
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
});
