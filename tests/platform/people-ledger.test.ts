import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createKeys } from '@/platform/keys.ts';
import { createPeopleLedger } from '@/platform/people-ledger.ts';

const own = { destination: 'own' as const, name: 'own' };
const jo = { destination: 'personal' as const, name: 'jo@gmail.com' };
const kim = { destination: 'personal' as const, name: 'kim@gmail.com' };
const people = [
  [111_111, 222_222],
  [333_333, 444_444],
];

beforeEach(() => fakeBrowser.reset());
const ledger = createPeopleLedger(createKeys().device);

it('keeps each place apart, and takes the one where most went', async () => {
  await ledger.add({ places: [own, jo], people }, 10, 0);
  expect(await ledger.history({ places: [own, kim, jo], people: [[5]] }, 0)).toEqual({ own: 2, personal: 2 });
  expect(await ledger.history({ places: [kim], people: [[5]] }, 0)).toEqual({ personal: 0 });
  expect(await ledger.history({ places: [own], people }, 0)).toEqual({ own: 0 });
});

it('forgets when the time is up, and leaves nothing behind', async () => {
  await ledger.add({ places: [own], people }, 10, 0);
  await ledger.erase(11);
  expect(await browser.storage.local.get(null)).toEqual({});
});

it('stores neither an address nor a hash that could be tried out', async () => {
  await ledger.add({ places: [own, jo], people }, 10, 0);
  const stored = JSON.stringify(await browser.storage.local.get(null));
  for (const value of ['jo@gmail.com', 'gmail', ...people.flat().map(String)]) expect(stored).not.toContain(value);
});

it('has one seed for good, also when two ask at once', async () => {
  const [one, other] = await Promise.all([ledger.seed(), ledger.seed()]);
  expect(other).toBe(one);
  expect(await createPeopleLedger(createKeys().device).seed()).toBe(one);
});

it('loses nobody when two mails go at once', async () => {
  await Promise.all(people.map((one) => ledger.add({ places: [jo], people: [one] }, 10, 0)));
  expect(await ledger.history({ places: [jo], people: [] }, 0)).toEqual({ personal: 2 });
});

it('makes the fingerprints of who is asked about, and goes next, once', async () => {
  const signed = vi.spyOn(crypto.subtle, 'sign');
  await ledger.history({ places: [own], people: [[777, 888]] }, 0);
  await ledger.add({ places: [own], people: [[777, 888]] }, 10, 0);
  // Two people, and the place each time.
  expect(signed).toHaveBeenCalledTimes(4);
  expect(await ledger.history({ places: [own], people: [] }, 0)).toEqual({ own: 1 });
});
