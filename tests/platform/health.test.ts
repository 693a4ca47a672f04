import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteLook } from '@/platform/drift.ts';
import { healthOf, spread } from '@/platform/health.ts';
import { keepState } from '@/platform/page-states.ts';
import { chainOf, incidentOf } from '../components/entries.ts';

const from = (tab: number) =>
  ({
    speaker: 'content-script',
    tab,
    frame: 0,
    document: `d${tab}`,
    host: 'mail.example',
    topHost: 'mail.example',
  }) as const;
const around = {
  gate: { isActive: async () => true },
  journal: { latest: async () => [] },
  now: () => 1,
  toCollector: false,
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async () => ({ url: 'https://mail.example/' }) as never);
  Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: async () => false });
});

describe('how long scans take', () => {
  it.each([
    [[], { count: 0, p50: 0, p95: 0 }],
    [[7.4], { count: 1, p50: 7, p95: 7 }],
    [[3, 1, 2, 100], { count: 4, p50: 2, p95: 100 }],
    [Array.from({ length: 100 }, (_, at) => at + 1), { count: 100, p50: 50, p95: 95 }],
  ])('%j', (times, told) => {
    expect(spread(times)).toEqual(told);
  });
});

it('tells each open webmail once, the worst of its pages, and what the browser grants', async () => {
  await keepState({ webmail: 'roundcube', composes: 1, health: 'well' }, from(1));
  await keepState({ webmail: 'roundcube', composes: 1, health: 'degraded', missing: ['send'] as never }, from(2));
  await keepState({ webmail: 'none', composes: 0, health: 'well' }, from(3));
  expect(await healthOf(around)).toEqual({
    gate: true,
    privateWindows: false,
    webmails: [{ webmail: 'roundcube', health: 'degraded', missing: ['send'] }],
    scan: { count: 0, p50: 0, p95: 0 },
  });
});

it('tells of a webmail that was not as known though its window is closed, and what it lacked', async () => {
  await noteLook({ webmail: 'gmail', composes: 1, health: 'degraded', missing: ['send'] }, 1);
  await keepState({ webmail: 'gmail', composes: 0, health: 'well' }, from(1));
  expect((await healthOf(around)).webmails).toEqual([{ webmail: 'gmail', health: 'degraded', missing: ['send'] }]);
});

it('tells the person of a webmail that is as known again at once, and the collector still', async () => {
  for (const health of ['degraded', 'well'] as const)
    await noteLook({ webmail: 'gmail', composes: 1, health, missing: health === 'well' ? [] : ['send'] }, 1);
  await keepState({ webmail: 'gmail', composes: 1, health: 'well' }, from(1));
  expect((await healthOf(around)).webmails).toEqual([{ webmail: 'gmail', health: 'well' }]);
  expect((await healthOf({ ...around, toCollector: true })).webmails).toMatchObject([{ health: 'degraded' }]);
});

it('tells that private windows are unknown as not granted, and the gate as the browser says', async () => {
  Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: async () => Promise.reject(new Error('no')) });
  const off = { ...around, gate: { isActive: async () => false } };
  expect(await healthOf(off)).toMatchObject({ gate: false, privateWindows: false });
});

it('times the recorded messages, and nothing of them is told', async () => {
  const entries = await chainOf([1, 2, 3].map((n) => ({ type: 'incident', incident: incidentOf(n) }) as const));
  const latest = vi.fn(async (_most: number) => entries);
  const health = await healthOf({ ...around, journal: { latest } });
  expect(health.scan.count).toBe(3);
  expect(latest.mock.calls[0]![0], 'however long the journal is').toBeLessThanOrEqual(500);
  expect(Object.keys(health).sort()).toEqual(['gate', 'privateWindows', 'scan', 'webmails']);
});
