// What a running Horde IMP 6.2.27 shows and its structure page does not: one identity, which is not written out, and the basic view.
import { beforeEach, describe, expect, it } from 'vitest';
import { described } from '@/webmails/described.ts';
import { horde } from '@/webmails/products/horde.ts';

const hidden = (identity: string) =>
  `<input type="hidden" name="composeCache" value="c1"><input type="hidden" id="user" name="user" value="alice@corp.test">${identity}`;

const dynamic = (
  body: string,
) => `<form id="compose" name="compose">${hidden('<input type="hidden" id="identity" name="identity" value="0">')}
  <ul><li><a id="send_button" title="Accesskey Ctrl-Enter">Send</a></li><li><a id="draft_button">Save as Draft</a></li></ul>
  <table>${['to', 'cc', 'bcc'].map((field) => `<tr id="send${field}"><td><span>${field}:</span></td><td><textarea id="${field}" name="${field}"></textarea></td></tr>`).join('')}
  <tr><td>Subject:</td><td><input id="subject" name="subject"></td></tr></table>
  <div id="composeMessageParent"><textarea id="composeMessage" name="message"></textarea>${body}</div></form>`;

const basic = `<form id="compose" name="compose">${hidden('<input type="hidden" name="identity" value="0">')}<table>
  <tr><td></td><td><input type="submit" name="btn_send_message" value="Send Message"><input type="submit" name="btn_save_draft" value="Save Draft"></td></tr>
  <tr><td>Identity</td><td>alice@corp.test (Default Identity)</td></tr>
  ${['to', 'cc', 'bcc', 'subject'].map((field) => `<tr><td>${field}</td><td><input type="text" id="${field}" name="${field}"></td></tr>`).join('')}
  <tr><td>Text</td><td><textarea id="composeMessage" name="message"></textarea></td></tr>
  <tr><td></td><td><input type="submit" name="btn_send_message" value="Send Message"></td></tr></table></form>`;

const webmail = described(horde);
const field = (id: string) => document.getElementById(id) as HTMLInputElement;

describe.each([
  ['the dynamic view', dynamic('')],
  ['the basic view', basic],
])('%s of Horde', (_, page) => {
  beforeEach(() => {
    document.body.innerHTML = page;
  });

  it('is read whole, and nothing of it is missing', () => {
    field('to').value = 'Kim <kim@client.test>, li';
    field('cc').value = 'ana@corp.test';
    field('bcc').value = 'me@home.test';
    field('subject').value = 'Monday';
    field('composeMessage').value = 'At ten.';
    const [compose, ...others] = webmail.composes(document);
    expect(others).toEqual([]);
    expect(compose!.missing).toEqual([]);
    expect(compose!.read()).toMatchObject({
      account: 'alice@corp.test',
      to: ['Kim <kim@client.test>', 'li'],
      cc: ['ana@corp.test'],
      bcc: ['me@home.test'],
      subject: 'Monday',
      body: 'At ten.',
      isHtml: false,
    });
  });

  it('tells what sends from what saves', () => {
    for (const send of document.querySelectorAll('#send_button, [name="btn_send_message"]'))
      expect(webmail.commitOf(send)).toBe(send);
    const save = document.querySelector('#draft_button, [name="btn_save_draft"]')!;
    expect(webmail.commitOf(save)).toBeUndefined();
  });
});

it('the older editor of Horde is a frame without a class, and the text area stays behind it', () => {
  document.body.innerHTML = dynamic('<table><tr><td class="cke_contents"></td></tr></table>');
  const inner = document.implementation.createHTMLDocument();
  inner.body.setAttribute('contenteditable', 'true');
  document
    .querySelector('.cke_contents')!
    .append(Object.defineProperty(document.createElement('iframe'), 'contentDocument', { value: inner }));
  inner.body.innerHTML = '<p>At <b>ten</b>.</p>';
  field('composeMessage').value = 'of before';
  const [compose, ...others] = webmail.composes(document);
  expect(others).toEqual([]);
  expect(compose!.missing).toEqual([]);
  expect(compose!.read()).toMatchObject({ body: '<p>At <b>ten</b>.</p>', isHtml: true });
});
