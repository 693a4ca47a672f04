import { describe, expect, it, vi } from 'vitest';
import { holdText } from '@/guard/hold-text.ts';
import { steadfast } from '@/guard/steadfast.ts';
import { allow, block } from './fake-ports.ts';
import { settled, startOnPage } from './page.ts';

function paste(target: Element, isTrusted = true): Event {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', 'name\tmail');
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: transfer });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}

/** The one command by which a browser inserts text; the test's document has none. */
function watchInsertion() {
  const insert = vi.fn();
  Object.assign(document, { execCommand: insert });
  return insert;
}

describe('text pasted in a private mail account', () => {
  it('is held, judged as pasted, and inserted when allowed', async () => {
    const insert = watchInsertion();
    const { at, judged } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => allow } });
    expect(paste(at('body')).defaultPrevented).toBe(true);
    expect(insert).not.toHaveBeenCalled();
    await settled();
    expect(judged()).toMatchObject([{ trigger: 'paste', body: 'name\tmail', subject: '', isHtml: false }]);
    expect(insert).toHaveBeenCalledExactlyOnceWith('insertText', false, 'name\tmail');
  });

  it('stays out when refused', async () => {
    const insert = watchInsertion();
    const { at } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => block } });
    paste(at('body'));
    await settled();
    expect(insert).not.toHaveBeenCalled();
  });

  it('comes in around an element that the editor took it in and removed', async () => {
    const insert = watchInsertion();
    const { at } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => allow } });
    const bin = at('compose').appendChild(document.createElement('div'));
    paste(bin);
    bin.remove();
    await settled();
    expect(insert).toHaveBeenCalledExactlyOnceWith('insertText', false, 'name\tmail');
  });

  it.each([
    ['in', 'body'],
    ['beside', 'other'],
  ])('stays out when its compose window has gone meanwhile: pasted %s it', async (_, id) => {
    const insert = watchInsertion();
    const read = () => ({ to: [], cc: [], bcc: [], subject: '', body: '', isHtml: false, attachments: [] });
    const { at } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => allow }, compose: { read } });
    expect(paste(at(id)).defaultPrevented).toBe(true);
    at('compose').remove();
    await settled();
    expect(insert).not.toHaveBeenCalled();
  });

  it('stays out of what is around the window when the field it was for has gone', async () => {
    const insert = watchInsertion();
    const { at } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => allow } });
    const beside = document.body.appendChild(document.createElement('textarea'));
    expect(paste(beside).defaultPrevented).toBe(true);
    beside.remove();
    await settled();
    expect(at('compose').isConnected).toBe(true);
    expect(insert).not.toHaveBeenCalled();
  });

  it.each([
    ['takes it', true],
    ['lets it be', false],
  ])('is given back to an editor that took it in an element nobody sees, and once: it %s', async (_, takes) => {
    const insert = watchInsertion();
    const { at } = startOnPage({ ports: { isPrivateMail: () => true, assess: async () => allow } });
    const bin = Object.assign(at('compose').appendChild(document.createElement('div')), {
      checkVisibility: () => false,
    });
    const seen = vi.fn((event: Event) => {
      if (takes) event.preventDefault();
      return (event as ClipboardEvent).clipboardData?.getData('text/plain');
    });
    at('compose').addEventListener('paste', seen);
    paste(bin);
    await settled();
    expect(seen).toHaveBeenCalledOnce();
    expect(seen).toHaveReturnedWith('name\tmail');
    expect(insert).toHaveBeenCalledTimes(takes ? 0 : 1);
  });

  it('stays out, and that is said, where the draft around it cannot be read', async () => {
    const insert = watchInsertion();
    const read = () => {
      throw new TypeError('the page is not as expected');
    };
    const { at, ports } = startOnPage({ compose: { read } });
    expect(paste(at('body')).defaultPrevented).toBe(true);
    await settled();
    expect(insert).not.toHaveBeenCalled();
    expect(ports.notice).toHaveBeenCalledWith('notice_arrival_not_checked');
  });

  it.each<[string, boolean, boolean]>([
    ['div', true, true],
    ['textarea', true, true],
    ['input', true, false],
    ['div', false, false],
  ])(
    'where nothing can be found, stays out of a text (%s) only where something was composed (%s): %s',
    (name, hasSeen, isHeld) => {
      const ended = new AbortController();
      const onUnreadable = vi.fn();
      holdText(steadfast(window, ended.signal), {
        composeOf: () => {
          throw new TypeError('the page is not as expected');
        },
        isPrivateMail: () => false,
        mayEnter: async () => true,
        hasSeen: () => hasSeen,
        onUnreadable,
      });
      expect(paste(document.body.appendChild(document.createElement(name))).defaultPrevented).toBe(isHeld);
      expect(onUnreadable).toHaveBeenCalledTimes(isHeld ? 1 : 0);
      ended.abort();
    },
  );

  it('is asked about for the account the draft is from', () => {
    const { at, ports } = startOnPage({ ports: { isPrivateMail: () => true } });
    paste(at('body'));
    expect(ports.isPrivateMail).toHaveBeenCalledWith('alice@corp.test');
  });
});

it('goes through on a work account', async () => {
  const { at, judged } = startOnPage();
  expect(paste(at('body')).defaultPrevented).toBe(false);
  await settled();
  expect(judged()).toEqual([]);
});
