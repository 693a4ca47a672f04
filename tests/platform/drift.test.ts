import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageState } from '@/guard/ports.ts';
import { drifts, noteLook, toldUntil } from '@/platform/drift.ts';

const seen = (more: Partial<PageState> = {}): PageState => ({ webmail: 'gmail', composes: 1, health: 'well', ...more });
const drifted = seen({ health: 'degraded', missing: ['send'] });
const closed = seen({ composes: 0 });
const unfound = seen({ composes: 0, health: 'degraded', missing: ['compose'] });
const told = async (now = 10, toCollector = true) =>
  (await drifts(now, toCollector)).map(({ webmail, missing }) => `${webmail} ${missing}`);
const aDay = 24 * 3_600_000;

beforeEach(() => fakeBrowser.reset());

/** A look at a page, or a heartbeat that was confirmed, told by the time its health was asked for. */
const steps: Record<string, (PageState | number)[]> = {
  'after its window was closed': [drifted, closed],
  'after every part was found, until the collector heard of it': [drifted, seen()],
  'after the collector heard of it, until every part was found': [drifted, 9, closed],
  'where it was seen again after the collector was asked': [drifted, seen(), 0],
  'where it is seen again': [drifted, seen(), drifted, seen()],
  'where another webmail is as known': [drifted, seen({ webmail: 'outlook' }), 9],
};

it.each(Object.entries(steps))('is kept %s', async (_, all) => {
  for (const [at, step] of all.entries()) await (typeof step === 'number' ? toldUntil(step) : noteLook(step, at + 1));
  expect(await told()).toEqual(['gmail send']);
});

it.each<[string, (PageState | number)[]]>([
  ['was heard of and is over', [drifted, 9, seen()]],
  ['is over and was heard of', [drifted, seen(), 9]],
  ['was a guess, as nothing was composed yet', [unfound, seen()]],
  ['is a page nobody knows', [seen({ webmail: 'none', health: 'degraded' })]],
])('is forgotten where it %s', async (_, all) => {
  for (const [at, step] of all.entries()) await (typeof step === 'number' ? toldUntil(step) : noteLook(step, at + 1));
  expect(await told()).toEqual([]);
});

it('is no guess any more once a window was seen without a part', async () => {
  for (const look of [unfound, drifted, unfound, seen()]) await noteLook(look, 1);
  expect(await told()).toEqual(['gmail send']);
});

it('is old after a month in which it was not seen', async () => {
  await noteLook(drifted, 1);
  await noteLook(seen({ webmail: 'outlook' }), 29 * aDay);
  expect(await told(29 * aDay)).toEqual(['gmail send']);
  expect(await told(31 * aDay), 'nobody looked again').toEqual([]);
  await noteLook(seen({ webmail: 'outlook' }), 31 * aDay);
  expect(await told(31 * aDay)).toEqual([]);
});

it('is told to the collector alone once it is over', async () => {
  await noteLook(drifted, 1);
  expect(await told(1, false)).toEqual(['gmail send']);
  await noteLook(seen(), 2);
  expect(await told(2, false)).toEqual([]);
  expect(await told(2)).toEqual(['gmail send']);
});
