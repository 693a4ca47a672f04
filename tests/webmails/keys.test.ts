// Which keys are taken for sending, on which keyboard; what is done again once they may.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { webmails } from '@/webmails/index.ts';
import { loadPractice } from './practice.ts';
import { structurePages } from './structure-pages.ts';

const webmail = (id: string) => webmails.find((one) => one.id === id)!;
const pressed = (keys: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, ...keys });
const on = (platform: string) => {
  const platformOf = vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
  onTestFinished(() => platformOf.mockRestore());
};
const alt = (key: string, code: string) => ({ key, code, altKey: true });
const ctrl = (key: string, code: string) => ({ key, code, ctrlKey: true });

describe('a key', () => {
  it.each<[string, string, string, KeyboardEventInit, boolean]>([
    ['as described', 'outlook', 'Win32', alt('s', 'KeyS'), true],
    ['in capitals', 'outlook', 'Win32', alt('S', 'KeyS'), true],
    ['on a Cyrillic layout', 'outlook', 'Win32', alt('ы', 'KeyS'), true],
    ['on a Greek layout, of Zimbra', 'zimbra', 'Linux x86_64', alt('σ', 'KeyS'), true],
    ['in the place of another Latin letter, as on Dvorak', 'outlook', 'Win32', alt('o', 'KeyS'), false],
    ['that is S on Dvorak', 'outlook', 'Win32', alt('s', 'Semicolon'), true],
    ['of another place on a Cyrillic layout', 'outlook', 'Win32', alt('в', 'KeyD'), false],
    ['that writes ß on a Mac', 'outlook', 'MacIntel', alt('ß', 'KeyS'), false],
    ['with Shift', 'gmail', 'Win32', { ...ctrl('Enter', 'Enter'), shiftKey: true }, true],
    ['with ⌘ and Shift', 'proton', 'MacIntel', { key: 'Enter', metaKey: true, shiftKey: true }, true],
    ['of another command, with Shift', 'outlook', 'Win32', { ...alt('S', 'KeyS'), shiftKey: true }, false],
    ['that sends on a Mac', 'zimbra', 'MacIntel', ctrl('s', 'KeyS'), true],
    ['that saves on a Mac', 'zimbra', 'MacIntel', { key: 's', code: 'KeyS', metaKey: true }, false],
    ['of another command, with ⌘', 'zimbra', 'MacIntel', { ...ctrl('s', 'KeyS'), metaKey: true }, false],
    ['that sends with ⌘ too', 'zimbra', 'MacIntel', { key: 'Enter', code: 'Enter', metaKey: true }, true],
    ['that saves elsewhere', 'zimbra', 'Win32', ctrl('s', 'KeyS'), false],
    ['that saves in others', 'gmail', 'MacIntel', ctrl('s', 'KeyS'), false],
    ['made for it', 'snappymail', 'Linux x86_64', { key: 'MailSend' }, true],
    ['for it, where it is not known', 'gmail', 'Linux x86_64', { key: 'MailSend' }, false],
    ['alone', 'gmail', 'Win32', { key: 'Enter' }, false],
  ])('%s, in %s on %s: %j sends: %s', (_, id, platform, keys, sends) => {
    on(platform);
    expect(webmail(id).isSendKey(pressed(keys))).toBe(sends);
  });
});

describe('once it may go', () => {
  const resumed = (keys: KeyboardEventInit) => {
    const { page, address, body, send } = structurePages.find(({ id }) => id === 'outlook')!;
    const root = loadPractice(page, address).open({ to: ['kim@client.test'], subject: 'Plan', body: 'Hello' });
    const [clicked, heard] = [vi.fn(), vi.fn()];
    root.querySelector(send)!.addEventListener('click', clicked);
    root.addEventListener('keydown', heard);
    void webmail('outlook').composes(document)[0]!.resume('key', root.querySelector(body)!, pressed(keys));
    return { clicked, heard };
  };

  it('Send is pressed where the key is known to send', () => {
    const { clicked, heard } = resumed(ctrl('Enter', 'Enter'));
    expect(clicked).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  it('the key is pressed again where nobody knows: a page that does not send by it sends nothing', () => {
    const keys = { ...ctrl('Enter', 'Enter'), shiftKey: true };
    const { clicked, heard } = resumed(keys);
    expect(clicked).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]![0]).toMatchObject(keys);
  });
});
