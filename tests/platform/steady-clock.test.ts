import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { timeToEraseBy } from '@/platform/steady-clock.ts';

const aDay = 24 * 3_600_000;
const start = Date.parse('2026-11-30T09:00:00Z');
/** Looked at on these days, by a clock that says so: by which day erasing goes each time; -Infinity: nothing is. */
const daysFor = async (...days: number[]) => {
  const said: number[] = [];
  for (const day of days) {
    const time = await timeToEraseBy(start + day * aDay);
    said.push(time === 0 ? Number.NEGATIVE_INFINITY : (time - start) / aDay);
  }
  return said;
};
const nothing = Number.NEGATIVE_INFINITY;

beforeEach(() => fakeBrowser.reset());

it('is the clock once it has run for a week', async () => {
  expect(await daysFor(0, 3, 6, 7, 8, 14)).toEqual([nothing, nothing, nothing, 7, 8, 14]);
});

it('is a week on at most after the clock was set a year ahead, until that has run for a week', async () => {
  expect(await daysFor(0, 5, 8, 373, 374, 379, 380)).toEqual([nothing, nothing, 8, 15, 15, 15, 380]);
});

it('is no later than a clock that was set back', async () => {
  expect(await daysFor(0, 5, 8, 7, 9, 13, 14)).toEqual([nothing, nothing, 8, 7, 7, 7, 14]);
});

it('is early no more when the clock was ahead and came back', async () => {
  expect(await daysFor(0, 5, 8, 373, 8, 9)).toEqual([nothing, nothing, 8, 15, 8, 8]);
});

it('goes on in a browser that is opened every ten days, a few days late', async () => {
  expect(await daysFor(0, 10, 20, 30)).toEqual([nothing, 7, 17, 27]);
});

it('is not troubled by an hour more or less, as when summer time was put in by hand', async () => {
  expect(await daysFor(0, 5, 8, 8 - 1 / 48, 9)).toEqual([nothing, nothing, 8, 8 - 1 / 48, 9]);
});
