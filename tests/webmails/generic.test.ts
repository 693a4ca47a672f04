import { describe, expect, it, vi } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';
import { type PageExpectation, testWebmail } from './contract.ts';
import { loadPage } from './load-page.ts';

const form: PageExpectation = {
  page: 'generic-form.html',
  draft: {
    account: 'alice@corp.test',
    to: ['kim@client.test', 'Bob <bob@corp.test>'],
    cc: ['copy@other.test'],
    bcc: [],
    subject: 'Our list',
    body: 'Here it is.',
    attachments: [],
  },
  commits: ['#send'],
  notCommits: ['#draft', '#cancel', '#f-file', '#f-to'],
};

const japanese: PageExpectation = {
  page: 'generic-japanese.html',
  draft: {
    to: ['kim@client.test'],
    cc: [],
    bcc: [],
    subject: '一覧',
    body: '<p>ご確認ください。</p>',
    isHtml: true,
    attachments: [],
  },
  commits: ['#send'],
  notCommits: ['#draft', '#new'],
};

const twoWindows: PageExpectation = {
  page: 'generic-two-windows.html',
  draft: { to: ['one@client.test'], cc: [], bcc: [], subject: 'First', body: '1', isHtml: true, attachments: [] },
  commits: ['#send-first', '#send-second'],
  notCommits: [],
};

testWebmail(generic, [form, japanese, twoWindows], ['contact-form.html', 'ticket-form.html', 'roundcube-list.html']);

it('tells two compose windows apart', () => {
  const composes = generic.composes(loadPage('generic-two-windows.html'));
  expect(composes.map(({ root }) => root.id)).toEqual(['first', 'second']);
  expect(composes[1]!.read()).toMatchObject({ to: ['two@client.test'], subject: 'Second' });
});

it.each(['click', 'key', 'submit', 'script'] as const)(
  'presses nothing that has gone meanwhile, and says that it was not sent: %s',
  async (how) => {
    const [compose] = generic.composes(loadPage('generic-form.html'));
    const trigger = document.querySelector(how === 'submit' || how === 'script' ? 'form' : '#send')!;
    trigger.remove();
    expect(await compose!.resume(how, trigger)).toBe('not-sent');
  },
);

describe('a Send that was drawn anew while it was judged', () => {
  const redrawn = (change: (send: Element) => void) => {
    const [compose] = generic.composes(loadPage('generic-form.html'));
    const trigger = document.querySelector('#send')!;
    const again = trigger.cloneNode(true) as Element;
    again.setAttribute('type', 'button');
    change(again);
    trigger.replaceWith(again);
    const sent = vi.fn(() => compose!.root.remove());
    again.addEventListener('click', sent);
    return { resumed: compose!.resume('click', trigger), sent };
  };

  it('is pressed in its place', async () => {
    const { resumed, sent } = redrawn(() => undefined);
    expect(await resumed).toBe('sent');
    expect(sent).toHaveBeenCalledOnce();
  });

  it('is not, where another stands in its place', async () => {
    const { resumed, sent } = redrawn((send) => {
      send.textContent = 'Send later';
    });
    expect(await resumed).toBe('not-sent');
    expect(sent).not.toHaveBeenCalled();
  });
});

it.each(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])(
  'releases a control that acts on %s, once, the whole gesture having been held',
  async (type) => {
    const [compose] = generic.composes(loadPage('generic-form.html'));
    const send = document.querySelector('#send')!;
    send.setAttribute('type', 'button');
    const acted = vi.fn(() => compose!.root.remove());
    send.addEventListener(type, acted);
    expect(await compose!.resume('click', send)).toBe('sent');
    expect(acted).toHaveBeenCalledOnce();
  },
);

it('has a picture in its text among what is attached', () => {
  const [compose] = generic.composes(loadPage('generic-japanese.html'));
  const picture = document.createElement('img');
  picture.src = 'data:image/png;base64,iVBORw0=';
  document.querySelector('[contenteditable]')!.append(picture);
  const { attachments } = compose!.read();
  expect(attachments.map(({ name }) => name)).toEqual(['image']);
});

it('takes a form that sends nothing by address for no send form', () => {
  const contact = loadPage('contact-form.html').querySelector<HTMLFormElement>('#contact')!;
  expect(generic.isSendForm(contact)).toBe(false);
  expect(generic.isSendForm(loadPage('generic-form.html').querySelector('form')!)).toBe(true);
});

describe('a form with several buttons', () => {
  const withButton = (html: string) => {
    const form = loadPage('generic-form.html').querySelector('form')!;
    form.insertAdjacentHTML('beforeend', html);
    return { form, button: form.lastElementChild! };
  };

  it('is held by what it submits, even through a button that says nothing', () => {
    const { form, button } = withButton('<button>B</button>');
    expect(generic.commitOf(button), 'a press on it may be for something else').toBeUndefined();
    expect(generic.isSendForm(form, button)).toBe(true);
  });

  it('is not held when the button saves a draft', () => {
    const { form } = withButton('');
    expect(generic.isSendForm(form, form.querySelector('#draft')!)).toBe(false);
  });

  it('is held by one that leads to a page where files are attached, which may send what was written here', () => {
    const { form, button } = withButton('<input type="submit" name="doattachments" value="Add/Remove">');
    for (const one of form.querySelectorAll('[type=file]')) one.remove();
    expect(generic.isSendForm(form, button)).toBe(true);
    form.insertAdjacentHTML('beforeend', '<input type="file">');
    expect(generic.isSendForm(form, button), 'they are attached here').toBe(false);
  });

  it('is held by its only button where none says that it sends', () => {
    const form = loadPage('generic-form.html').querySelector('form')!;
    const button = form.querySelector('#send')!;
    button.textContent = '➤';
    button.removeAttribute('id');
    expect(generic.commitOf(button)).toBe(button);
  });
});

describe('keys that send', () => {
  it.each([
    [{ key: 'Enter', ctrlKey: true }, true],
    [{ key: 'Enter', metaKey: true }, true],
    [{ key: 'Enter' }, false],
    [{ key: 's', ctrlKey: true }, false],
  ])('%o: %s', (keys, sends) => {
    expect(generic.isSendKey(new KeyboardEvent('keydown', keys))).toBe(sends);
  });
});
