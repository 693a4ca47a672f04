// Erasing over the whole register: what was imported goes by time as what was recorded here, holds keep it wherever the step lies, and what
// was erased does not come back.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Taken } from '@/incidents/envelope.ts';
import type { Entry } from '@/incidents/incident.ts';
import type { Change } from '@/incidents/work.ts';
import { createErasing } from '@/platform/erasing.ts';
import { openImported } from '@/platform/journal/imported.ts';
import { createJournal } from '@/platform/journal/journal.ts';
import { createKeys } from '@/platform/keys.ts';
import { amendmentEntry, envelopesOf, incidentEntry, uuid, workEntry } from '../incidents/entries.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-21T12:00:00Z');
/** So long entries are kept. */
const kept = 30 * day;
let now = start;
let names = 0;

function profile() {
  const name = `erasing-${names}`;
  const journal = createJournal({ signer: createKeys(`keys-${name}`).signer, now: () => now }, name);
  const imported = openImported(`imported-${name}`, () => now);
  const erasing = createErasing(journal, imported);
  /** Everybody was told, and another hour begins. */
  const settled = async () => {
    now += 3_600_000;
    await journal.settle((await journal.waiting()).map(({ sequence }) => sequence));
  };
  return { journal, imported, erasing, settled, eraseOld: () => erasing.byTime(now - kept, 'post') };
}

const step = (number: number, about: number, change: Change, at = now): Entry => {
  const entry = workEntry(number, about, change);
  return entry.type === 'work' ? { ...entry, work: { ...entry.work, at } } : entry;
};
const hold = (isHeld: boolean): Change => ({ do: 'hold', isHeld, why: '' });
const imports = (...entries: Entry[]): Promise<Taken[]> => envelopesOf(entries);
const kinds = (entries: readonly { entry: Entry }[]) => entries.map(({ entry }) => entry.type);

beforeEach(() => {
  fakeBrowser.reset();
  names += 1;
  now = start;
});

describe('what was imported', () => {
  it('goes when its time is up, counted from when it came, and that is said, signed, with its hashes', async () => {
    const { journal, imported, eraseOld } = profile();
    const mail = await imports(incidentEntry(1, { at: now - 2 * kept }), amendmentEntry(2, 1, 'sent', now - 2 * kept));
    await imported.keep(mail);
    await eraseOld();
    expect(kinds(await imported.list())).toEqual(['incident', 'amendment']);
    now += kept + 1;
    await eraseOld();
    expect(await imported.list()).toEqual([]);
    const [said] = await journal.list();
    expect(said?.entry).toMatchObject({
      type: 'erasure',
      erasure: { why: 'retention', entries: 2, listed: mail.map(({ sequence, hash }) => ({ sequence, hash })) },
    });
    expect(await journal.health()).toMatchObject({ chain: 'intact' });
  });

  it('does not come back, not even when the record of that is gone', async () => {
    const { journal, imported, eraseOld, settled } = profile();
    const mail = await imports(incidentEntry(1));
    await imported.keep(mail);
    now += kept + day;
    await eraseOld();
    expect(await imported.keep([...mail, ...(await imports(incidentEntry(2)))])).toEqual({ erased: 1 });
    expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(2)]);
    for (const _ of ['goes', 'is gone']) {
      await settled();
      await journal.erase(now + 2 * kept);
    }
    expect(await imported.keep(mail)).toEqual({ erased: 1 });
  });

  it('stays while there is a step on it that is not old, and goes with its steps', async () => {
    const { journal, imported, eraseOld, settled } = profile();
    await imported.keep(await imports(incidentEntry(1)));
    now += kept - day;
    await journal.append(step(1, 1, { do: 'note', text: 'looked at' }));
    await settled();
    now += 2 * day;
    await eraseOld();
    expect(kinds(await imported.list())).toEqual(['incident']);
    expect(kinds(await journal.list())).toContain('work');
    now += kept;
    // The day is closed, that is told, and it goes.
    for (const _ of ['closed', 'gone']) {
      await eraseOld();
      await settled();
    }
    expect(await imported.list()).toEqual([]);
    expect(kinds(await journal.list())).not.toContain('work');
  });

  it('is kept by a hold here, with that step, until it ends', async () => {
    const { journal, imported, eraseOld, settled } = profile();
    await imported.keep(await imports(incidentEntry(1), incidentEntry(2)));
    await journal.append(step(1, 1, hold(true)));
    await settled();
    now += 3 * kept;
    for (const _ of ['once', 'again']) {
      await eraseOld();
      await settled();
    }
    expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(1)]);
    expect(kinds(await journal.list())).toContain('work');
    await journal.append(step(2, 1, hold(false)));
    await settled();
    now += 2 * kept;
    await eraseOld();
    expect(await imported.list()).toEqual([]);
  });

  it.each([
    ['not by a hold somebody mailed', undefined, 0],
    ["by one in a register that is the reader's own", true as const, 2],
  ])('is kept %s', async (_, isOwn, left) => {
    const { imported, eraseOld } = profile();
    const mail = await imports(incidentEntry(1), step(1, 1, hold(true)));
    await imported.keep(mail.map((one) => ({ ...one, ...(isOwn && { isOwn }) })));
    now += 3 * kept;
    await eraseOld();
    expect(await imported.list()).toHaveLength(left);
  });
});

describe('a record that names the hash of another', () => {
  it('takes nothing of that one with it, and keeps it from nothing', async () => {
    const { journal, imported, eraseOld, erasing, settled } = profile();
    const [held, waiting] = (await imports(incidentEntry(1), incidentEntry(2))) as [Taken, Taken];
    const [one, two] = (await imports(incidentEntry(3), incidentEntry(4))) as [Taken, Taken];
    await imported.keep([held, { ...one, hash: held.hash }, { ...two, hash: waiting.hash }]);
    await journal.append(step(1, 1, hold(true)));
    await settled();
    await erasing.byId([uuid(4)], 'post');
    now += kept + day;
    await eraseOld();
    expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(1)]);
    expect(await imported.keep([waiting])).toEqual({ erased: 0 });
    expect(await imported.keep([{ ...one, hash: held.hash }])).toEqual({ erased: 1 });
  });
});

it('what came while the clock stood years back is not old once it is right', async () => {
  const { imported, eraseOld } = profile();
  now -= 1_000 * day;
  await imported.keep(await imports(incidentEntry(1, { at: start - day }), incidentEntry(2, { at: start - 2 * kept })));
  now = start;
  await eraseOld();
  expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(1)]);
});

describe("at a person's request", () => {
  it('takes what was recorded here and what was imported, says both, and keeps both from coming back', async () => {
    const { journal, imported, erasing } = profile();
    const own = await journal.append(incidentEntry(1));
    const mail = await imports(incidentEntry(2), incidentEntry(3), step(1, 2, { do: 'note', text: '' }));
    await imported.keep(mail);
    expect(await erasing.byId([uuid(1), uuid(2)], 'hand')).toEqual({ entries: 3, held: 0, waiting: 0 });
    expect(kinds(await journal.list())).toEqual(['erased', 'erasure']);
    expect((await journal.list())[1]?.entry).toMatchObject({
      erasure: { why: 'request', listed: [{ hash: own.hash }, { hash: mail[0]!.hash }, { hash: mail[2]!.hash }] },
    });
    expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(3)]);
    expect(await imported.keep(mail)).toEqual({ erased: 2 });
    expect(await journal.health()).toMatchObject({ chain: 'intact' });
  });

  it('leaves an imported row that is held here, or whose step here nobody has been told of', async () => {
    const { journal, imported, erasing, settled } = profile();
    await imported.keep(await imports(incidentEntry(1), incidentEntry(2)));
    await journal.append(step(1, 1, hold(true)));
    await settled();
    await journal.append(step(2, 2, { do: 'note', text: '' }));
    expect(await erasing.byId([uuid(1), uuid(2)], 'post')).toEqual({ entries: 0, held: 1, waiting: 1 });
    expect(await imported.list()).toHaveLength(2);
    expect(kinds(await journal.list())).toEqual(['work', 'work']);
  });

  it('is done next time where a worker died after it was said', async () => {
    const { imported, erasing } = profile();
    await imported.keep(await imports(incidentEntry(1), incidentEntry(2)));
    vi.spyOn(imported, 'erase').mockRejectedValueOnce(new Error('died'));
    await expect(erasing.byId([uuid(1)], 'hand')).rejects.toThrow('died');
    expect(await imported.list()).toHaveLength(2);
    await erasing.byId([uuid(2)], 'hand');
    expect(await imported.list()).toEqual([]);
  });

  it('is done within the hour, too, where nothing is old yet', async () => {
    const { imported, erasing, eraseOld } = profile();
    await imported.keep(await imports(incidentEntry(1), incidentEntry(2)));
    vi.spyOn(imported, 'erase').mockRejectedValueOnce(new Error('died'));
    await expect(erasing.byId([uuid(1)], 'hand')).rejects.toThrow('died');
    await eraseOld();
    expect((await imported.list()).map(({ id }) => id)).toEqual([uuid(2)]);
  });

  it('says more than one envelope can hold in several', async () => {
    const { journal, imported, erasing } = profile();
    await imported.keep(await imports(...Array.from({ length: 2_100 }, (_, n) => amendmentEntry(10 + n, 1, 'sent'))));
    expect(await erasing.byId([uuid(1)], 'hand')).toMatchObject({ entries: 2_100 });
    expect(kinds(await journal.list())).toEqual(['erasure', 'erasure']);
  });
});
