// SOGo, as its compose dialog stands in a running one: what can be seen without a browser. The rest is in tests/browser/sogo.test.ts.
import { describe, expect, it } from 'vitest';
import { described } from '@/webmails/described.ts';
import { webmails } from '@/webmails/index.ts';
import { cypht } from '@/webmails/products/cypht.ts';
import { sogo } from '@/webmails/products/sogo.ts';
import { loadPage } from './load-page.ts';

const webmail = described(sogo);
const open = () => loadPage('sogo.html');

describe('sogo', () => {
  it('is told by its page, before the generic webmail', () => {
    expect(webmails.find((one) => one.recognises(open()))?.id).toBe('sogo');
    for (const page of ['contact-form.html', 'generic-form.html', 'roundcube-elastic.html'])
      expect(webmail.recognises(loadPage(page))).toBe(false);
  });

  it('is read: recipients shown, hidden and typed, subject, body, attachments', () => {
    const composes = webmail.composes(open());
    expect(composes).toHaveLength(1);
    const draft = composes[0]!.read();
    expect({ ...draft, attachments: draft.attachments.map(({ name }) => name) }).toMatchObject({
      to: ['Kim <kim@client.test>', 'bob@corp'],
      cc: ['copy@other.test'],
      bcc: [],
      subject: 'Our list',
      body: 'Here it is.',
      attachments: ['clients.csv'],
    });
    expect(composes[0]!.missing ?? []).toEqual([]);
  });

  it('knows Send as a commit, and nothing beside it', () => {
    const document = open();
    const send = document.querySelector('#send')!;
    expect(webmail.commitOf(send.firstElementChild!)).toBe(send);
    for (const other of ['#save', '#close', '#new'])
      expect(webmail.commitOf(document.querySelector(other)!), other).toBeUndefined();
  });
});

it('is not told by what is pasted into an editor', () => {
  document.body.innerHTML = '<div contenteditable="true"><form class="compose_form"></form></div>';
  expect(described(cypht).recognises(document)).toBe(false);
});
