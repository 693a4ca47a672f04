// Webmails that run at any address, told by their pages. Each structure page holds one compose window with the same message in it.
import { describe, expect, it } from 'vitest';
import { cypht } from '@/webmails/cypht.ts';
import { described } from '@/webmails/described.ts';
import { horde } from '@/webmails/horde.ts';
import { webmails } from '@/webmails/index.ts';
import { nextcloud } from '@/webmails/nextcloud.ts';
import { snappymail } from '@/webmails/snappymail.ts';
import { sogo } from '@/webmails/sogo.ts';
import { zimbra } from '@/webmails/zimbra.ts';
import { loadPage } from './load-page.ts';

const kim = '"Kim" <kim@client.test>';
const table = [
  { of: sogo, to: ['Kim <kim@client.test>', 'bob@corp'], commits: ['#send'], notCommits: ['#save', '#close', '#new'] },
  { of: snappymail, to: [kim], commits: ['#send'], notCommits: ['#save', '#new'] },
  { of: horde, to: [kim], commits: ['#send_button'], notCommits: ['#draft_button'] },
  {
    of: zimbra,
    to: ['kim@client.test', 'All customers', 'bob@x'],
    files: [],
    commits: ['#zb__COMPOSE-1__SEND', '#zmi__COMPOSE-1__SEND_LATER'],
    notCommits: ['#zb__COMPOSE-1__CANCEL', '#zb__COMPOSE-1__SAVE_DRAFT', '#zb__NEW_MENU'],
  },
  { of: nextcloud, to: [kim], commits: ['#send'], notCommits: ['#save', '#new'] },
  {
    of: cypht,
    to: [kim, 'bob@x'],
    commits: ['#seen', '#archive'],
    notCommits: ['#unseen', '#draft', '#schedule'],
  },
];

describe.each(table)('$of.id', ({ of, to, files = ['clients.csv'], commits, notCommits }) => {
  const webmail = described(of);
  const open = () => loadPage(`${of.id}.html`);

  it('is told by its page, before the generic webmail, and by no other page', () => {
    expect(webmails.find((one) => one.recognises(open()))?.id).toBe(of.id);
    for (const other of table)
      if (other.of !== of) expect(webmail.recognises(loadPage(`${other.of.id}.html`))).toBe(false);
    for (const page of ['contact-form.html', 'generic-form.html', 'roundcube-elastic.html'])
      expect(webmail.recognises(loadPage(page))).toBe(false);
  });

  it('is read: recipients shown, hidden and typed, subject, body, attachments', () => {
    const composes = webmail.composes(open());
    expect(composes).toHaveLength(1);
    const draft = composes[0]!.read();
    expect({
      ...draft,
      body: draft.body.replace(/<[^>]*>/g, ''),
      attachments: draft.attachments.map(({ name }) => name),
    }).toMatchObject({
      to,
      cc: ['copy@other.test'],
      bcc: [],
      subject: 'Our list',
      body: 'Here it is.',
      attachments: files,
    });
    expect((composes[0]!.missing ?? []).filter((part) => part !== 'account')).toEqual([]);
  });

  it.each(commits)('knows %s as a commit', (selector) => {
    const control = open().querySelector(selector)!;
    expect(webmail.commitOf(control.firstElementChild ?? control)).toBe(control);
  });

  it.each(notCommits)('knows %s as no commit', (selector) => {
    expect(webmail.commitOf(open().querySelector(selector)!)).toBeUndefined();
  });
});

it('is not told by what is pasted into an editor', () => {
  document.body.innerHTML = '<div contenteditable="true"><form class="compose_form"></form></div>';
  expect(described(cypht).recognises(document)).toBe(false);
});
