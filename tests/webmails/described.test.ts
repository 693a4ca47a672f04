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

describe('the account in the title', () => {
  it.each([
    ['Inbox (3) - alice@corp.test - Corp Test Mail', 'alice@corp.test'],
    ['Boîte de réception | alice@corp.test | Proton Mail', 'alice@corp.test'],
    ['(12 unread) - alice@corp.test - Yahoo Mail', 'alice@corp.test'],
    ['Zoho Mail (alice@corp.test)', 'alice@corp.test'],
    ['Inbox – alice@corp.test | Fastmail', 'alice@corp.test'],
    ['About x@rival.example - alice@corp.test - Corp Test Mail', 'alice@corp.test'],
  ])('%s', (title, account) => {
    document.title = title;
    expect(page(compose, { isInTitle: true }).only().read().account).toBe(account);
  });

  it.each([
    ['in a subject with the product after it', 'Offer for x@rival.example - Yahoo Mail'],
    ['in a subject alone', 'Offer for x@rival.example'],
    ['at the beginning', 'x@rival.example asks - Inbox - Fastmail'],
    ['before more of the subject', 'Re - x@rival.example asks - Fastmail'],
    ['at the end', 'Fastmail - x@rival.example'],
    ['and nothing else', 'x@rival.example'],
  ])('is not one that stands %s', (_, title) => {
    document.title = title;
    expect(page(compose, { isInTitle: true }).only().read().account).toBeUndefined();
  });

  it('is not looked for where it is not known to be', () => {
    document.title = 'Inbox - alice@corp.test - Mail';
    expect(page().only().read().account).toBeUndefined();
  });
});

describe('a chip', () => {
  const to = (chip: string) =>
    page(compose.replace('<input value="kim@client.test">', `${chip}<input>`))
      .only()
      .read().to;

  it.each([
    ['an attribute', `<span class="chip" title='"ann@firm.test" &lt;k@gmail.test&gt;'>Ann</span>`],
    ['its text', '<span class="chip" data-email="k@gmail.test">Ann &lt;ann@firm.test&gt;</span>'],
    ['a title beside the address', '<span class="chip" data-email="k@gmail.test" title="ann@firm.test">Ann</span>'],
    ['an attribute of what is in it', '<b class="chip"><i title="k@gmail.test">ann@firm.test</i></b>'],
  ])('whose name in %s is an address stands for both', (_, chip) => {
    expect(to(chip).sort()).toEqual(['ann@firm.test', 'k@gmail.test']);
  });

  it.each([
    ['<span class="chip" title="Kim@Client.test">kim@client.test</span>', ['kim@client.test']],
    ['<span class="chip" data-email="k@client.test"><i>Kim</i><i>k@client.test</i></span>', ['k@client.test']],
    ['<span class="chip" title="k@client.test">Kim<button>x</button></span>', ['"Kim" <k@client.test>']],
    ['<span class="chip" title="k@client.test"><img src="/of/bob@corp.test.png">Kim</span>', ['"Kim" <k@client.test>']],
    [
      '<span class="chip" title="Kim &lt;k@client.test&gt;, b@corp.test">2</span>',
      ['Kim <k@client.test>', 'b@corp.test'],
    ],
    ['<span class="chip">Sales team</span>', ['Sales team']],
    [`<span class="chip" data-email="ann@corp.test">'ann@corp.test'</span>`, ['ann@corp.test']],
  ])('%s is read as one says it', (chip, entries) => {
    expect(to(chip)).toEqual(entries);
  });

  it('is taken out where one of both is not wanted', () => {
    const html = '<b class="chip" title="k@gmail.test">ann@firm.test<button></button></b><input>';
    const { only } = page(compose.replace('<input value="kim@client.test">', html));
    const chip = document.querySelector('.chip')!;
    chip.addEventListener('click', () => chip.remove());
    only().setRecipients({ to: ['ann@firm.test'], cc: [], bcc: [] });
    expect(only().read().to).toEqual([]);
  });
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
