// A legal hold that a browser sent while that counted outlives the upgrade to a version in which it does not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { backUp, restore } from '../../collector/backup.ts';
import { noteEarlierSteps } from '../../collector/earlier-steps.ts';
import { keptFor } from '../../collector/jobs/retention.ts';
import { openStore } from '../../collector/open-store.ts';
import type { Change } from '../../incidents/work.ts';
import { incidentEntry, uuid, workEntry } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, openCollector, start } from './office.ts';
import { runCollector } from './running.ts';
import { type Place, sqlitePlace } from './stores.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const aDay = 24 * 3_600_000;
const hold = (isHeld: boolean): Change => ({ do: 'hold', isHeld, why: 'court' });

/** A collector with six entries and a browser that posts steps. */
async function filled(place: Place) {
  const collector = await openCollector(place.address);
  const { next } = browser();
  for (const n of [1, 2, 3, 4, 5, 6]) await collector.post(await next(incidentEntry(n)));
  let steps = 0;
  const post = async (about: number, change: Change, at = collector.clock.now) => {
    steps += 1;
    const entry = workEntry(steps, about, change);
    if (entry.type === 'work') entry.work.at = at;
    expect((await collector.post(await next(entry))).status).toBe(200);
    return entry;
  };
  return { collector, post };
}

const kept = async ({ store, clock }: Collector) =>
  [...(await keptFor(store, clock.now))].map((id) => [1, 2, 3, 4, 5, 6].find((n) => uuid(n) === id)).sort();

describeStores('steps that browsers sent before the upgrade', (makePlace) => {
  const newPlace = async () => {
    const place = await makePlace();
    undo.push(() => place.remove());
    return place;
  };

  it('go on keeping what they kept, until it is ended here; those after it keep nothing, and none frees anything', async () => {
    const { collector, post } = await filled(await newPlace());
    undo.push(() => collector.close());
    const dpo = await collector.signedIn('dpo');
    const here = async (n: number, change: Change) =>
      expect((await dpo.send('POST', '/api/work', { about: uuid(n), change })).status).toBe(201);
    await post(1, hold(true));
    await post(2, { do: 'retain', until: collector.clock.now + aDay });
    await post(3, hold(true));
    await post(3, hold(false), collector.clock.now + 1);
    await here(4, hold(true));
    await post(4, hold(false));
    // By a clock that was years ahead.
    await post(5, hold(true), collector.clock.now + 900 * aDay);
    collector.clock.now += 1000;
    await noteEarlierSteps(collector.store);
    await post(6, hold(true));
    await post(1, hold(false));
    await noteEarlierSteps(collector.store);
    expect(await kept(collector)).toEqual([1, 2, 4, 5]);
    for (const n of [1, 5]) await here(n, hold(false));
    collector.clock.now += 2 * aDay;
    expect(await kept(collector)).toEqual([4]);
  });

  it.each(['before', 'after'])('are told again once a backup of %s is put back', async (when) => {
    const { collector, post } = await filled(await newPlace());
    undo.push(() => collector.close());
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-earlier-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'register.jsonl');
    await post(1, hold(true));
    if (when === 'after') {
      await noteEarlierSteps(collector.store);
      await post(2, hold(true));
    }
    await backUp(collector.store, file, start);
    const other = await openCollector((await newPlace()).address);
    undo.push(() => other.close());
    // It was started once, and is empty.
    await noteEarlierSteps(other.store);
    expect(await restore(other.store, file)).toHaveProperty('rows');
    await noteEarlierSteps(other.store);
    expect(await kept(other)).toEqual([1]);
  });
});

it('are written down when the collector starts', async () => {
  const place = await sqlitePlace();
  undo.push(() => place.remove());
  const { collector, post } = await filled(place);
  await post(1, hold(true));
  await collector.close();
  await (await runCollector(place.address, {})).stop();
  const store = await openStore(place.address);
  undo.push(() => store.close());
  expect([...(await keptFor(store, start))]).toEqual([uuid(1)]);
});
