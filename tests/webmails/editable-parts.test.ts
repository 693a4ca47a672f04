// Compose forms of which a part, or all, was made editable by a script of the page, and texts that fields were pasted into: Send is known,
// and what goes is read.
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { generic } from '@/webmails/generic/generic.ts';
import { webmails } from '@/webmails/index.ts';
import { block, portsFor } from '../guard/fake-ports.ts';
import { requestIn } from './all-requests.ts';
import { loadPage } from './load-page.ts';

const form = `<div id="row"><input aria-label="To" value="kim@client.test"></div><input placeholder="Subject" value="List">
  <div id="body" contenteditable="true" role="textbox"><p>957 clients</p></div><div id="bar"><div id="send" class="btn">Send</div></div>`;
const page = (html = form) => {
  document.body.innerHTML = `<main id="around"><section id="form">${html}</section></main>`;
};
const at = (id: string) => document.getElementById(id)!;

afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('contenteditable');
});

describe.each(['', 'true', 'TRUE', 'plaintext-only', 'Plaintext-Only', 'inherit'])(
  'made editable by contenteditable="%s"',
  (value) => {
    it.each(['around', 'form', 'row', 'bar', 'send'])('%s: Send is known, and the draft is read', (id) => {
      page();
      at(id).setAttribute('contenteditable', value);
      expect(generic.commitOf(at('send'))?.id).toBe('send');
      const [compose] = generic.composes(document);
      expect(compose!.read()).toMatchObject({ to: ['kim@client.test'], subject: 'List' });
      expect(compose!.read().body).toContain('957 clients');
    });

    it.each(['around', 'form', 'bar', 'send'])('%s: a press and a key on Send are held', async (id) => {
      page();
      at('send').setAttribute('tabindex', '0');
      at(id).setAttribute('contenteditable', value);
      const ports = portsFor({ assess: async () => block });
      const ended = new AbortController();
      onTestFinished(() => ended.abort());
      startGuard(window, ports, ended.signal).join(guardDrafts(webmails, requestIn));
      const left = vi.fn();
      for (const type of ['click', 'keydown']) at('send').addEventListener(type, left);
      at('send').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledTimes(1));
      at('send').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledTimes(2));
      expect(left).not.toHaveBeenCalled();
    });
  },
);

describe('fields that were pasted into a text', () => {
  it.each([
    ['a subject', '<input name="subject" value="Hello">'],
    ['a recipient', '<input name="to" value="safe@corp.test">'],
    [
      'a form of their own',
      `<form><input name="to" value="safe@corp.test"><input name="subject"><textarea>Hello</textarea><button>Send</button></form>`,
    ],
    ['an id of Roundcube', '<p id="rcmbtn1">.</p><form><textarea name="_message">Hello</textarea></form>'],
  ])('%s: the real draft is read', (_, pasted) => {
    page();
    at('body').insertAdjacentHTML('beforeend', pasted);
    const webmail = webmails.find((one) => one.recognises(document));
    expect(webmail?.id).toBe('generic');
    expect(generic.commitOf(at('send'))?.id).toBe('send');
    const real = generic
      .composes(document)
      .find(({ root }) => root.contains(at('send')))!
      .read();
    expect(real.to).toContain('kim@client.test');
    expect(real.body).toContain('957 clients');
  });

  it('a link that says Send in the text is no control', () => {
    page();
    at('body').insertAdjacentHTML('beforeend', '<a id="link" href="#">Send</a>');
    expect(generic.commitOf(at('link'))).toBeUndefined();
  });
});

it('Roundcube stays Roundcube where its layout is made editable', () => {
  loadPage('roundcube-elastic.html');
  const known = () => webmails.find((one) => one.recognises(document))?.id;
  expect(known()).toBe('roundcube');
  document.querySelector('#layout')!.setAttribute('contenteditable', 'true');
  expect(known()).toBe('roundcube');
  expect(webmails.find(({ id }) => id === 'roundcube')!.commitOf(document.querySelector('button.send')!)).toBeDefined();
});
