import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** As the next life of the worker has it. */
const deviceId = async () => {
  vi.resetModules();
  return (await import('@/platform/device-id.ts')).deviceId();
};

beforeEach(() => fakeBrowser.reset());

it('is made once, stays, and outlives the loss of storage.local', async () => {
  const first = await deviceId();
  expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await deviceId()).toBe(first);
  await fakeBrowser.storage.local.clear();
  expect(await deviceId()).toBe(first);
  expect(Object.values(await fakeBrowser.storage.local.get(null))).toEqual([first]);
});
