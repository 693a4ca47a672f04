import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createManagedPolicy } from '@/platform/managed-policy.ts';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';

const given = { version: '7', internalDomains: ['firm.example'] };
const managed = fakeBrowser.storage.managed as unknown as {
  get(): Promise<Record<string, unknown>>;
  set(values: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** A new life of the worker: nothing remembered but what is stored. */
function worker() {
  fakeBrowser.storage.onChanged.removeAllListeners();
  const policy = createManagedPolicy();
  const changes: string[] = [];
  policy.onChange(({ source, settled, policy: { version } }) => changes.push(`${source} ${version} ${settled}`));
  return { policy, changes };
}

function brief({ source, settled, policy }: PolicyInForce) {
  return { source, settled, version: policy.version };
}

/** Lets time pass with the hashing, which no fake clock drives, in between. */
async function pass(milliseconds: number, policy: { inForce(): Promise<unknown> }): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 500) {
    await policy.inForce();
    await vi.advanceTimersByTimeAsync(500);
  }
}

const cannotBeRead = () => vi.spyOn(managed, 'get').mockRejectedValue(new Error('IO error'));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the policy in force', () => {
  it('is the managed one where there is one', async () => {
    await managed.set(given);
    expect(brief(await worker().policy.inForce())).toEqual({ source: 'managed', settled: true, version: '7' });
  });

  it('has a hash that changes with the policy and with nothing else', async () => {
    await managed.set(given);
    const first = await worker().policy.inForce();
    const second = await worker().policy.inForce();
    await managed.set({ ...given, version: '8' });
    const third = await worker().policy.inForce();
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(second.hash).toBe(first.hash);
    expect(third.hash).not.toBe(first.hash);
  });

  it('is the strict default and not settled while the browser has not said yet', async () => {
    expect(brief(await worker().policy.inForce())).toEqual({
      source: 'default',
      settled: false,
      version: strictDefault.version,
    });
  });

  it('is the last good copy and not settled while the browser has not said yet', async () => {
    await managed.set(given);
    await worker().policy.inForce();
    await managed.remove(Object.keys(given));
    expect(brief(await worker().policy.inForce())).toEqual({ source: 'cached', settled: false, version: '7' });
  });

  it('becomes the managed one when values arrive late', async () => {
    const { policy, changes } = worker();
    await policy.inForce();
    await vi.advanceTimersByTimeAsync(2_600);
    await managed.set(given);
    await vi.advanceTimersByTimeAsync(600);
    expect(brief(await policy.inForce())).toEqual({ source: 'managed', settled: true, version: '7' });
    expect(changes).toEqual([`default ${strictDefault.version} false`, 'managed 7 true']);
  });

  it('is the last good copy while the browser takes seconds to say, and the managed one as soon as it has', async () => {
    await managed.set(given);
    await worker().policy.inForce();
    fakeBrowser.storage.onChanged.removeAllListeners();
    await managed.set({ ...given, version: '8' });
    const { get } = managed;
    vi.spyOn(managed, 'get').mockImplementationOnce(
      () => new Promise((resolve) => setTimeout(() => resolve(get()), 3_000)),
    );
    const { policy } = worker();
    const first = policy.inForce();
    await vi.advanceTimersByTimeAsync(300);
    expect(brief(await first)).toEqual({ source: 'cached', settled: false, version: '7' });
    await vi.advanceTimersByTimeAsync(600);
    expect(brief(await policy.inForce())).toEqual({ source: 'managed', settled: true, version: '8' });
  });

  it('settles for the strict default when nothing arrives, and knows that in the next life of the worker', async () => {
    const { policy } = worker();
    await policy.inForce();
    await pass(16_000, policy);
    const none = { source: 'default', settled: true, version: strictDefault.version };
    expect(brief(await policy.inForce())).toEqual(none);
    expect(brief(await worker().policy.inForce())).toEqual(none);
  });

  it('is the strict default once IT has taken the policy away; the copy does not come back', async () => {
    await managed.set(given);
    await worker().policy.inForce();
    await managed.remove(Object.keys(given));
    const { policy } = worker();
    await policy.inForce();
    await pass(16_000, policy);
    expect(brief(await policy.inForce())).toMatchObject({ source: 'default', settled: true });
    cannotBeRead();
    expect(brief(await worker().policy.inForce())).toMatchObject({ source: 'default' });
  });

  it('is the last good copy when managed storage cannot be read', async () => {
    await managed.set(given);
    await worker().policy.inForce();
    cannotBeRead();
    expect(brief(await worker().policy.inForce())).toEqual({ source: 'cached', settled: true, version: '7' });
  });

  it('is the strict default at once where Firefox has no policy file for it', async () => {
    vi.spyOn(managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(brief(await worker().policy.inForce())).toMatchObject({ source: 'default', settled: true });
  });

  it('keeps no copy of a policy with problems, and none of the token', async () => {
    const reporting = { url: 'https://dpo.firm.example/in', token: 'CANARY' };
    await managed.set({ ...given, reporting });
    const good = await worker().policy.inForce();
    await managed.set({ ...given, version: '8', reporting, auditOnly: 'perhaps' });
    const bad = await worker().policy.inForce();
    expect(good.policy.reporting?.token).toBe('CANARY');
    expect(bad).toMatchObject({ source: 'managed', problems: [{ key: 'auditOnly' }] });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('CANARY');
    cannotBeRead();
    expect(await worker().policy.inForce()).toMatchObject({
      source: 'cached',
      policy: { version: '7', reporting: { url: reporting.url } },
    });
  });

  it('changes while pages are open, and says so by one key in storage', async () => {
    await managed.set(given);
    const { policy, changes } = worker();
    const { hash } = await policy.inForce();
    expect(await fakeBrowser.storage.local.get('policyInForce')).toEqual({
      policyInForce: { hash, source: 'managed', settled: true, problems: 0, language: 'auto' },
    });
    await managed.set({ ...given, version: '8' });
    await vi.waitFor(() => expect(changes).toEqual(['managed 7 true', 'managed 8 true']));
    expect(await fakeBrowser.storage.local.get('policyInForce')).not.toMatchObject({ policyInForce: { hash } });
  });

  it('is no change to the next life of the worker, unless it changed meanwhile', async () => {
    await managed.set(given);
    await worker().policy.inForce();
    const same = worker();
    await same.policy.inForce();
    expect(same.changes).toEqual([]);
    fakeBrowser.storage.onChanged.removeAllListeners();
    await managed.set({ ...given, version: '8' });
    const changed = worker();
    await changed.policy.inForce();
    expect(changed.changes).toEqual(['managed 8 true']);
  });

  it('has a change when only the token was edited, and the same hash', async () => {
    const reporting = { url: 'https://dpo.firm.example/in', token: 'one' };
    await managed.set({ ...given, reporting });
    const { policy, changes } = worker();
    const { hash } = await policy.inForce();
    await managed.set({ ...given, reporting: { ...reporting, token: 'two' } });
    await vi.waitFor(() => expect(changes).toHaveLength(2));
    expect(await policy.inForce()).toMatchObject({ hash, policy: { reporting: { token: 'two' } } });
  });

  it('is not what an earlier question says later', async () => {
    await managed.set(given);
    const { policy, changes } = worker();
    await policy.inForce();
    const { get } = managed;
    vi.spyOn(managed, 'get').mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return given;
    });
    await managed.set({ ...given, version: '8' });
    vi.mocked(managed.get).mockImplementation(get);
    await managed.set({ ...given, version: '9' });
    await vi.waitFor(() => expect(changes).toContain('managed 9 true'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(changes.at(-1)).toBe('managed 9 true');
    expect(brief(await policy.inForce()).version).toBe('9');
  });

  it('can be asked for again after the store failed once', async () => {
    await managed.set(given);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk'));
    const { policy } = worker();
    await expect(policy.inForce()).rejects.toThrow();
    expect(brief(await policy.inForce())).toMatchObject({ source: 'managed' });
  });
});
