import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announce, claim, forgetTab, hostOfDesk, isRecordedBy, remember } from '@/platform/desk/nonces.ts';
import type { From } from '@/platform/messages/service.ts';

const nonce = 'f3a9'.repeat(8);
const guard: From = {
  speaker: 'content-script',
  tab: 4,
  frame: 0,
  document: 'top',
  host: 'mail.example',
  topHost: 'mail.example',
};
const desk: From = { speaker: 'desk', tab: 4, frame: 8, document: 'desk', host: '', topHost: 'mail.example' };

beforeEach(() => fakeBrowser.reset());

describe('a nonce', () => {
  it('tells the desk on which host it stands', async () => {
    await announce(nonce, guard);
    expect(await claim(nonce, desk)).toBe('mail.example');
    expect(await hostOfDesk(desk)).toBe('mail.example');
  });

  it('is good once, also for two claims at the same moment', async () => {
    await announce(nonce, guard);
    const claims = await Promise.all([claim(nonce, desk), claim(nonce, { ...desk, frame: 9 })]);
    expect(claims).toEqual(['mail.example', undefined]);
    expect(await claim(nonce, desk)).toBeUndefined();
  });

  it('is good in its own tab only, and a wrong claim uses it up', async () => {
    await announce(nonce, guard);
    expect(await claim(nonce, { ...desk, tab: 5 })).toBeUndefined();
    expect(await claim(nonce, desk)).toBeUndefined();
  });

  it('is good for 30 s', async () => {
    await announce(nonce, guard, 1_000);
    expect(await claim(nonce, desk, 31_001)).toBeUndefined();
    await announce(nonce, guard, 1_000);
    expect(await claim(nonce, desk, 31_000)).toBe('mail.example');
  });

  it('is never one nobody announced', async () => {
    expect(await claim(nonce, desk)).toBeUndefined();
    expect(await hostOfDesk(desk)).toBeUndefined();
  });

  it('must be long enough not to be guessed', async () => {
    await expect(announce('short', guard)).rejects.toThrow(RangeError);
  });
});

describe('a desk', () => {
  it('loses its claim when another document takes its frame', async () => {
    await announce(nonce, guard);
    await claim(nonce, desk);
    expect(await hostOfDesk({ ...desk, document: 'another' })).toBeUndefined();
  });

  it('may amend the incidents of its own tab', async () => {
    await remember('incident-1', desk);
    expect(await isRecordedBy('incident-1', { ...desk, frame: 12 })).toBe(true);
    expect(await isRecordedBy('incident-1', { ...desk, tab: 5 })).toBe(false);
    expect(await isRecordedBy('incident-2', desk)).toBe(false);
  });

  it('is forgotten with its tab, and no other tab is', async () => {
    const other = { ...desk, tab: 44 };
    await announce(nonce, guard);
    await claim(nonce, desk);
    await announce(nonce, { ...guard, tab: 44 });
    await claim(nonce, other);
    await remember('incident-1', desk);
    await remember('incident-2', other);
    await forgetTab(4);
    expect(await hostOfDesk(desk)).toBeUndefined();
    expect(await isRecordedBy('incident-1', desk)).toBe(false);
    expect(await hostOfDesk(other)).toBe('mail.example');
    expect(await isRecordedBy('incident-2', other)).toBe(true);
  });
});
