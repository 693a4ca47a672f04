import { describe, expect, it } from 'vitest';
import type { Messages } from '@/platform/messages/messages.ts';
import { maySay, type Speaker, speakerOf } from '@/platform/messages/speakers.ts';

const home = { id: 'gatehouse', url: 'chrome-extension://gatehouse/' };
const tab = { id: 7 } as never;

describe('who speaks', () => {
  it.each([
    ['the guard in a page', { id: 'gatehouse', url: 'https://mail.example/', tab, frameId: 0 }, 'content-script'],
    [
      'the guard in a frame',
      { id: 'gatehouse', url: 'about:blank', tab, frameId: 4, origin: 'https://mail.example' },
      'content-script',
    ],
    ['the desk in a page', { id: 'gatehouse', url: `${home.url}desk.html`, tab, frameId: 9 }, 'desk'],
    [
      'the desk under a dynamic address',
      {
        id: 'gatehouse',
        url: 'chrome-extension://3f2a/desk.html',
        origin: 'chrome-extension://gatehouse',
        tab,
        frameId: 9,
      },
      'desk',
    ],
    ['a desk opened as a page of its own', { id: 'gatehouse', url: `${home.url}desk.html`, tab, frameId: 0 }, 'desk'],
    ['the register framed in a page', { id: 'gatehouse', url: `${home.url}register.html`, tab, frameId: 3 }, 'desk'],
    ['the popup', { id: 'gatehouse', url: `${home.url}popup.html` }, 'page'],
    ['the register in a tab', { id: 'gatehouse', url: `${home.url}register.html`, tab, frameId: 0 }, 'page'],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }, 'stranger'],
    ['another extension that names our page', { id: 'other', url: `${home.url}popup.html` }, 'stranger'],
    ['a page without an extension', { url: 'https://mail.example/', tab, frameId: 0 }, 'stranger'],
    ['nobody the browser can name', { id: 'gatehouse' }, 'stranger'],
    ['a web page that is in no tab', { id: 'gatehouse', url: 'https://mail.example/' }, 'stranger'],
    [
      'an address that only begins like ours',
      { id: 'gatehouse', url: 'chrome-extension://gatehouse.evil/popup.html', tab },
      'content-script',
    ],
  ] as const)('%s', (_, sender, speaker) => {
    expect(speakerOf(sender as never, home)).toBe(speaker);
  });
});

describe('who may say what', () => {
  /** Written out once more, by speaker, so that a change in the table is a change here. */
  const allowed: Record<Exclude<Speaker, 'stranger'>, (keyof Messages)[]> = {
    'content-script': ['desk/announce', 'drafts/load', 'gate/clear', 'page/state'],
    desk: [
      'policy/get',
      'desk/claim',
      'stage/want',
      'files/keep',
      'files/kept',
      'ledger/history',
      'ledger/add',
      'incident/open',
      'incident/record',
      'incident/amend',
      'release/check',
      'pseudonyms/key',
    ],
    page: [
      'policy/get',
      'report/record',
      'register/list',
      'register/erase',
      'people/seed',
      'people/prints',
      'work/record',
      'guidance/acknowledge',
      'delivery/status',
      'delivery/mailed',
      'delivery/now',
      'health/get',
      'delivery/test',
      'delivery/told',
      'page/get',
    ],
  };

  it.each(Object.entries(allowed))('%s says its own messages and no others', (speaker, names) => {
    const said = Object.entries(maySay).flatMap(([name, speakers]) =>
      speakers.includes(speaker as Speaker) ? [name] : [],
    );
    expect(said.sort()).toEqual([...names].sort());
  });

  it('leaves nothing to strangers', () => {
    expect(Object.values(maySay).flat()).not.toContain('stranger');
  });
});
