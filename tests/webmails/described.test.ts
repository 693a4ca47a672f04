// What every description shares, on the plainest page there can be.
import { afterEach, describe, expect, it } from 'vitest';
import { described } from '@/webmails/described.ts';
import type { Description } from '@/webmails/description.ts';

const plainest: Description = {
  id: 'plainest',
  mark: '.plainest',
  body: '.body',
  to: '.to',
  cc: '.cc',
  bcc: '.bcc',
  chip: '.chip',
  address: ['data-email', 'title'],
  subject: '.subject',
  send: '.send',
  from: '.from',
  attachment: '.file',
};
const compose = `<div class="to"><input value="kim@client.test"></div><input class="subject">
  <textarea class="body">Hello</textarea><button type="button" class="send">Send</button>`;

function page(html = compose, description: Partial<Description> = {}) {
  document.body.innerHTML = `<main class="plainest"><section id="window">${html}</section></main>`;
  const webmail = described({ ...plainest, ...description });
  return { webmail, only: () => webmail.composes(document)[0]! };
}

afterEach(() => {
  document.body.innerHTML = '';
  document.title = '';
});

it('keeps no file of a message that was sent for the next one in the same element', async () => {
  const { only } = page();
  const { root } = only();
  only().remember!([new File(['x'], 'clients.csv')]);
  const named = () =>
    only()
      .read()
      .attachments.map(({ name }) => name);
  expect(named()).toEqual(['clients.csv']);
  const send = root.querySelector('.send')!;
  send.addEventListener('click', () => root.replaceChildren());
  expect(await only().resume('click', send)).toBe('sent');
  root.innerHTML = compose;
  expect(named()).toEqual([]);
});
