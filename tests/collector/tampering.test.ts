// A thousand changes made behind the collector's back, in the rows of a real store: each is told, and none is told where nothing was changed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkChains, isWhole } from '../../collector/chains.ts';
import type { Statements } from '../../collector/database.ts';
import { incidentEntry } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, openCollector } from './office.ts';
import type { Place } from './stores.ts';

const entries = 12;
const times = 1_000;

interface Row {
  id: string;
  sequence: number;
  envelope: string;
}

const rowsOf = (store: Statements, device: string) =>
  store.all<Row>('SELECT id, sequence, envelope FROM entries WHERE device = ? ORDER BY sequence', device);

/** Numbers below `limit`, the same in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number) {
  let state = seed;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Tampering = (store: Statements, rows: readonly Row[], below: (limit: number) => number) => Promise<unknown>;

const tamperings: Record<string, Tampering> = {
  'a character of what was recorded': (store, rows, below) => {
    const { id, envelope } = rows[below(rows.length)]!;
    // Which version of the extension carried it is not part of what was recorded.
    const carried = envelope.indexOf('"sentFrom":{"extensionVersion"');
    const digits = [...envelope.matchAll(/\d/g)].filter(({ index }) => index < carried || index > carried + 40);
    const { index, 0: digit } = digits[below(digits.length)]!;
    const changed = `${envelope.slice(0, index)}${(Number(digit) + 1 + below(8)) % 10}${envelope.slice(index + 1)}`;
    return store.run('UPDATE entries SET envelope = ? WHERE id = ?', changed, id);
  },
  'an entry taken out': (store, rows, below) =>
    store.run('DELETE FROM entries WHERE id = ?', rows[below(rows.length)]!.id),
  'the end cut off': (store, rows, below) => store.run('DELETE FROM entries WHERE sequence > ?', below(rows.length)),
  'everything taken out': (store) => store.run('DELETE FROM entries'),
  'two entries that change places': async (store, rows, below) => {
    const one = below(rows.length);
    const other = (one + 1 + below(rows.length - 1)) % rows.length;
    await store.run('UPDATE entries SET sequence = ? WHERE id = ?', rows[other]!.sequence, rows[one]!.id);
    await store.run('UPDATE entries SET sequence = ? WHERE id = ?', rows[one]!.sequence, rows[other]!.id);
  },
  'an entry put in the place of another': async (store, rows, below) => {
    const one = below(rows.length);
    const other = (one + 1 + below(rows.length - 1)) % rows.length;
    await store.run('UPDATE entries SET envelope = ? WHERE id = ?', rows[one]!.envelope, rows[other]!.id);
  },
  'a column alone': (store, rows, below) => {
    const column = ['hash', 'previous'][below(2)]!;
    return store.run(`UPDATE entries SET ${column} = ? WHERE id = ?`, 'ab'.repeat(32), rows[below(rows.length)]!.id);
  },
};

class Undone extends Error {}

describeStores('tampering', (makePlace) => {
  let place: Place;
  let collector: Collector;
  const { next, device } = browser();
  beforeAll(async () => {
    place = await makePlace();
    collector = await openCollector(place.address);
    for (let number = 0; number < entries; number++) await collector.post(await next(incidentEntry(number)));
  });
  afterAll(async () => {
    await collector.close();
    await place.remove();
  });

  const isAllWhole = async (store: Parameters<typeof checkChains>[0]) => {
    for await (const report of checkChains(store, collector.signer.key)) if (!isWhole(report)) return false;
    return true;
  };

  it(`is told, ${times} times of ${times}`, { timeout: 60_000 }, async () => {
    expect(await isAllWhole(collector.store)).toBe(true);
    const below = numbers(957);
    const kinds = Object.entries(tamperings);
    const untold: string[] = [];
    for (let time = 0; time < times; time++) {
      const [name, tamper] = kinds[time % kinds.length]!;
      const undone = collector.store.transaction(async (inside) => {
        await tamper(inside, await rowsOf(inside, device), below);
        if (await isAllWhole({ ...inside, snapshot: (work) => work(inside) })) untold.push(name);
        throw new Undone();
      });
      await expect(undone).rejects.toThrow(Undone);
    }
    expect(untold).toEqual([]);
    expect(await isAllWhole(collector.store)).toBe(true);
  });
});
