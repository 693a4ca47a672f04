import { afterEach, expect, it, vi } from 'vitest';
import { roundcube } from '@/webmails/products/roundcube.ts';
import { loadPage } from './load-page.ts';
import { ownWords } from './roundcube-words.ts';

/** The test's document loads no frames: this one is given the form Roundcube puts there. */
function openResend(): Document {
  const document = loadPage('roundcube-resend.html');
  const inner = document.implementation.createHTMLDocument();
  inner.body.innerHTML =
    '<form name="form"><select name="_from"><option selected>alice@corp.test</option></select><textarea name="_to">me@home.test</textarea><textarea name="_cc"></textarea><textarea name="_bcc">kim@client.test</textarea></form>';
  Object.defineProperty(document.querySelector('iframe')!, 'contentDocument', { value: inner });
  return document;
}

afterEach(() => vi.unstubAllGlobals());

it('reads the recipients, and the message as an attachment', () => {
  const [compose] = roundcube.composes(openResend());
  expect(compose!.read()).toMatchObject({
    account: 'alice@corp.test',
    to: ['me@home.test'],
    cc: [],
    bcc: ['kim@client.test'],
    body: '',
    attachments: [{ name: 'message.eml' }],
  });
});

it.each<[string, boolean]>([
  ['button.mainaction.bounce', true],
  ['button.cancel', false],
  ['.ui-dialog-titlebar-close', false],
])('knows what %s does', (selector, commits) => {
  const button = openResend().querySelector(selector)!;
  expect(roundcube.commitOf(button)).toBe(commits ? button : undefined);
});

it('knows the question about many recipients as a commit too', () => {
  openResend().body.insertAdjacentHTML(
    'beforeend',
    '<div class="ui-dialog warning"><div class="ui-dialog-buttonpane"><button id="go" class="mainaction">Send</button></div></div>',
  );
  expect(roundcube.commitOf(document.getElementById('go')!)?.id).toBe('go');
});

it.each<[string, Blob, boolean]>([
  ['its source', new Blob(['Subject: list\n\nbody'], { type: 'text/plain' }), true],
  ['a page', new Blob(['<html>Login'], { type: 'text/html' }), false],
  ['nothing', new Blob([]), false],
])('takes the message for read when it is answered with %s', async (_, body, isRead) => {
  const fetched = vi.fn(async (_address: string) => ({ ok: true, url: '', blob: async () => body }));
  vi.stubGlobal('fetch', fetched);
  const [message] = roundcube.composes(openResend())[0]!.read().attachments;
  const loading = message!.load!(new AbortController().signal);
  if (isRead) expect(await loading).toBe(body);
  else await expect(loading).rejects.toThrow();
  const { searchParams } = new URL(fetched.mock.calls[0]![0]);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    _task: 'mail',
    _action: 'viewsource',
    _uid: '3',
    _mbox: 'INBOX',
  });
});

it.each([
  ['confirmation', 'Message sent', 'sent'],
  ['error', 'SMTP Error (550)', 'not-sent'],
  ['error', 'n’a pu atteindre "le serveur"', 'unknown'],
])('is over when the dialog closed and Roundcube said so: %s %s is %s', async (className, textContent, outcome) => {
  const document = openResend();
  document.body.append(ownWords());
  const button = document.querySelector<HTMLElement>('button.mainaction.bounce')!;
  button.addEventListener('click', () => {
    document.querySelector('.ui-dialog')!.remove();
    setTimeout(() =>
      document
        .querySelector('#messagestack')!
        .append(Object.assign(document.createElement('div'), { className, textContent })),
    );
  });
  expect(await roundcube.composes(document)[0]!.resume('click', button)).toBe(outcome);
});
