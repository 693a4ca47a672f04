import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isClockSteady } from '@/platform/steady-clock.ts';

const aDay = 24 * 3_600_000;
const start = Date.parse('2026-11-30T09:00:00Z');
const after = async (...days: number[]) => {
  const said: boolean[] = [];
  for (const day of days) said.push(await isClockSteady(start + day * aDay));
  return said;
};

beforeEach(() => fakeBrowser.reset());

it('is gone by once it has run for a week', async () => {
  expect(await after(0, 3, 6, 7, 8, 14)).toEqual([false, false, false, true, true, true]);
});

it.each([
  ['a year ahead', 365],
  ['a day back', -1],
])('is not gone by for a week after it was set %s', async (_, to) => {
  expect(await after(0, 5, 8, 8 + to, 9 + to, 14 + to, 15 + to)).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});

it('is not gone by when it was ahead and came back', async () => {
  expect(await after(0, 5, 8, 373, 8, 9)).toEqual([false, false, true, false, false, false]);
});

it('is not troubled by an hour more or less, as when summer time was put in by hand', async () => {
  expect(await after(0, 5, 8, 8 - 1 / 48, 9)).toEqual([false, false, true, true, true]);
});
