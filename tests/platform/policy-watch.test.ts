import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { watchPolicy, withoutSecrets } from '@/platform/policy-watch.ts';
import { strictDefault } from '@/policy/default.ts';

const version = (name: string): PolicyInForce => ({
  policy: { ...strictDefault, version: name },
  source: 'managed',
  hash: name,
  problems: [],
  settled: true,
});

let inForce = version('1');
const said = (name: string) => fakeBrowser.storage.local.set({ policyInForce: { hash: name } });

beforeEach(() => {
  fakeBrowser.reset();
  inForce = version('1');
  fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
    (sendResponse as (reply: unknown) => void)({ ok: true, answer: inForce });
    return true;
  });
});
afterEach(() => vi.useRealTimers());

describe('watching the policy', () => {
  it('tells the policy now and after each change, and no more when it has ended', async () => {
    const seen: string[] = [];
    const until = new AbortController();
    watchPolicy(({ hash }) => seen.push(hash), until.signal);
    await vi.waitFor(() => expect(seen).toEqual(['1']));
    inForce = version('2');
    await said('2');
    await vi.waitFor(() => expect(seen).toEqual(['1', '2']));
    until.abort();
    inForce = version('3');
    await said('3');
    await new Promise((resume) => setTimeout(resume, 20));
    expect(seen).toEqual(['1', '2']);
  });

  it('does not ask because something else was stored', async () => {
    const listener = vi.fn();
    const until = new AbortController();
    watchPolicy(listener, until.signal);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
    await fakeBrowser.storage.local.set({ other: 1 });
    await new Promise((resume) => setTimeout(resume, 20));
    expect(listener).toHaveBeenCalledOnce();
    until.abort();
  });

  it('asks again when the background was silent', async () => {
    vi.useFakeTimers();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    const seen: string[] = [];
    const until = new AbortController();
    watchPolicy(({ hash }) => seen.push(hash), until.signal);
    await vi.advanceTimersByTimeAsync(5_200);
    fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
      (sendResponse as (reply: unknown) => void)({ ok: true, answer: inForce });
      return true;
    });
    await vi.advanceTimersByTimeAsync(1_200);
    expect(seen).toEqual(['1']);
    until.abort();
  });
});

describe('the policy that leaves the background', () => {
  it('has no token in it', () => {
    const reporting = { url: 'https://dpo.firm.example/in', token: 'CANARY' };
    const told = withoutSecrets({ ...inForce, policy: { ...strictDefault, reporting } });
    expect(JSON.stringify(told)).not.toContain('CANARY');
    expect(told.policy.reporting).toEqual({ url: reporting.url });
    expect(withoutSecrets(inForce)).toEqual(inForce);
  });
});
