import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showDelivery, troubleOf } from '@/platform/badge.ts';
import type { DeliveryStatus } from '@/platform/messages/messages.ts';

const day = 24 * 3_600_000;
const address: DeliveryStatus = { to: 'address', host: 'dpo.firm.example', waiting: 0, cases: 0, untold: [] };

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage: vi.fn((key: string) => `[${key}]`) });
});

describe('the mark on the icon', () => {
  it.each([
    ['nobody is told', { to: 'nowhere', host: '', waiting: 0, cases: 0, untold: [] }, 'delivery_nowhere'],
    ['all is delivered', address, undefined],
    ['a failure is not a day old', { ...address, waiting: 1, cases: 1, untold: [1], failingSince: 1 }, undefined],
    [
      'nobody could be told for a day',
      { ...address, waiting: 1, cases: 1, untold: [1], failingSince: -1 },
      'delivery_overdue',
    ],
    ['it failed long ago and nothing waits', { ...address, failingSince: -1 }, undefined],
    [
      'it failed for longer than a policy of 48 hours allows',
      { ...address, waiting: 1, cases: 1, untold: [1], failingSince: -1 },
      undefined,
      48,
    ],
  ] as const)('when %s', (_, status, trouble, hours: number = 24) => {
    expect(troubleOf(status, day, hours)).toBe(trouble);
  });

  it('says in its title what is wrong, and goes away', async () => {
    await showDelivery({ to: 'nowhere', host: '', waiting: 0, cases: 0, untold: [] }, 0, 24);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    expect(await fakeBrowser.action.getTitle({})).toBe('[extension_name]: [delivery_nowhere]');
    await showDelivery(address, 0, 24);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
    expect(await fakeBrowser.action.getTitle({})).toBe('[extension_name]');
  });
});
