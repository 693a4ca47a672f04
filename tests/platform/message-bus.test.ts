import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send } from '@/platform/messages/bus.ts';
import { type Answers, serve } from '@/platform/messages/service.ts';

const page = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const status = { to: 'nowhere', host: '', waiting: 0, cases: 0, untold: [] } as const;
const refuseAll = new Proxy({}, { get: () => () => expect.unreachable() }) as Answers;

/** Says a message as the browser would deliver it from this sender. */
function from(sender: object, message: unknown): Promise<unknown> {
  return new Promise((resolve) => void fakeBrowser.runtime.onMessage.trigger(message, sender as never, resolve));
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the background', () => {
  it('answers who may ask', async () => {
    serve({ ...refuseAll, 'delivery/status': () => status });
    expect(await from(page, { gatehouse: 'delivery/status', ask: {} })).toEqual({ ok: true, answer: status });
  });

  it.each([
    [
      'a content script that asks for the register',
      { ...page, url: 'https://mail.example/', tab: { id: 1 }, frameId: 0 },
    ],
    ['a stranger', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['the desk', { ...page, url: 'chrome-extension://test-extension-id/desk.html', tab: { id: 1 }, frameId: 2 }],
  ])('refuses %s', async (_, sender) => {
    serve(refuseAll);
    expect(await from(sender, { gatehouse: 'register/list', ask: {} })).toEqual({ ok: false, why: 'refused' });
  });

  it('does not act on an ask that is not what it should be, and logs no value of it', async () => {
    serve(refuseAll);
    expect(await from(page, { gatehouse: 'page/get', ask: { tab: 'CANARY' } })).toEqual({ ok: false, why: 'failed' });
    expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain('CANARY');
  });

  it('says failed when a handler throws, and logs no message of what was thrown', async () => {
    serve({
      ...refuseAll,
      'page/get': () => {
        throw new TypeError('CANARY');
      },
    });
    expect(await from(page, { gatehouse: 'page/get', ask: { tab: 1 } })).toEqual({ ok: false, why: 'failed' });
    expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain('CANARY');
  });

  it.each([
    ['nothing', undefined],
    ['another protocol', { type: 'hello' }],
    ['an unknown name', { gatehouse: 'register/vanish', ask: {} }],
    ['an inherited name', { gatehouse: 'toString', ask: {} }],
  ])('leaves %s to others', async (_, message) => {
    serve(refuseAll);
    const [isKept] = await fakeBrowser.runtime.onMessage.trigger(message as never, page as never, () =>
      expect.unreachable(),
    );
    expect(isKept).toBeUndefined();
  });

  it('tells the host of the page from what the browser says', async () => {
    const told = vi.fn(() => ({ known: true as const }));
    serve({ ...refuseAll, 'desk/announce': told });
    const ask = { nonce: 'a'.repeat(32) };
    const sender = { id: page.id, url: 'about:blank', origin: 'https://mail.example:8443', tab: { id: 5 }, frameId: 3 };
    await from(sender, { gatehouse: 'desk/announce', ask });
    expect(told).toHaveBeenCalledWith(ask, expect.objectContaining({ tab: 5, frame: 3, host: 'mail.example:8443' }));
  });
});

describe('send', () => {
  it('is silent after 5 s without a reply', async () => {
    vi.useFakeTimers();
    fakeBrowser.runtime.onMessage.addListener(() => true);
    const said = send('delivery/status', {});
    await vi.advanceTimersByTimeAsync(4_900);
    expect(await Promise.race([said, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(await said).toEqual({ ok: false, why: 'silent' });
  });

  it('waits for a background that is still starting', async () => {
    vi.useFakeTimers();
    const said = send('delivery/status', {});
    await vi.advanceTimersByTimeAsync(1_000);
    fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
      (sendResponse as (reply: unknown) => void)({ ok: true, answer: status });
      return true;
    });
    await vi.advanceTimersByTimeAsync(400);
    expect(await said).toEqual({ ok: true, answer: status });
  });

  it('is silent when no background ever starts', async () => {
    vi.useFakeTimers();
    const said = send('delivery/status', {});
    await vi.advanceTimersByTimeAsync(5_100);
    expect(await said).toEqual({ ok: false, why: 'silent' });
  });

  it('is orphaned once the extension has gone', async () => {
    fakeBrowser.runtime.id = undefined as never;
    expect(await send('delivery/status', {})).toEqual({ ok: false, why: 'orphaned' });
  });

  it('is orphaned when the extension goes while it is asking', async () => {
    fakeBrowser.runtime.onMessage.addListener(() => {
      fakeBrowser.runtime.id = undefined as never;
      throw new Error('Extension context invalidated.');
    });
    expect(await send('delivery/status', {})).toEqual({ ok: false, why: 'orphaned' });
  });
});
