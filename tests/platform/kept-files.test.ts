import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetFiles, keepFiles, keptFiles, mostCharacters, packed, unpacked } from '@/platform/kept-files.ts';

const place = { tab: 4, host: 'mail.example' };
const hour = 3_600_000;
const file = (name: string, bytes = 'eA==') => ({ name, bytes });

beforeEach(() => fakeBrowser.reset());

it('is found by its name, as a page may write it, each that had it, the last first', async () => {
  await keepFiles([file('List  a.csv', 'b25l')], place, 0);
  await keepFiles([file('List a.csv', 'dHdv'), file('other.csv')], place, 1);
  expect(await keptFiles(['list a.csv '], place, 2)).toEqual([file('List a.csv', 'dHdv'), file('List  a.csv', 'b25l')]);
});

it('is found once, however often it was let in', async () => {
  for (const now of [0, 1]) await keepFiles([file('list.csv')], place, now);
  expect(await keptFiles(['list.csv'], place, 2)).toHaveLength(1);
});

it.each([
  ['in another tab', { ...place, tab: 5 }, 0],
  ['on another host', { ...place, host: 'other.example' }, 0],
  ['after an hour', place, hour],
])('is not found %s', async (_, there, now) => {
  await keepFiles([file('list.csv')], place, 0);
  expect(await keptFiles(['list.csv'], there, now)).toEqual([]);
});

it('is forgotten with its tab', async () => {
  await keepFiles([file('list.csv')], place, 0);
  await forgetFiles(5, 0);
  expect(await keptFiles(['list.csv'], place, 0)).toHaveLength(1);
  await forgetFiles(4, 0);
  expect(await keptFiles(['list.csv'], place, 0)).toEqual([]);
});

it('makes room for what comes later', async () => {
  const half = 'A'.repeat(mostCharacters / 2);
  for (const name of ['one', 'two', 'three']) await keepFiles([file(name, half)], place, 0);
  expect((await keptFiles(['one', 'two', 'three'], place, 0)).map(({ name }) => name)).toEqual(['three', 'two']);
});

it('crosses as it is, unless it is too large to be kept', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const [one, ...more] = await packed([
    { name: 'list.bin', content: new Blob([bytes]) },
    { name: 'film.mp4', content: new Blob([new Uint8Array(mostCharacters)]) },
  ]);
  expect(more).toEqual([]);
  const { name, content } = unpacked(one!);
  expect(name).toBe('list.bin');
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(bytes);
});
