// What somebody who can write to the store would do to it, and what `verify` says: the key of the collector is not in the store.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ChainReport, checkChains, isWhole } from '../../collector/chains.ts';
import type { Config } from '../../collector/config.ts';
import type { Database, Statements, Value } from '../../collector/database.ts';
import { receiveInside } from '../../collector/entries.ts';
import { beginSigning, readErased } from '../../collector/erasing.ts';
import { jobsOf } from '../../collector/jobs/index.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { notice } from '../../collector/notices.ts';
import { record } from '../../collector/own-chain.ts';
import { isKnownRoot, readEnds } from '../../collector/signed-ends.ts';
import { NoKey, signerFor } from '../../collector/signing-key.ts';
import { beginAnew, startingSigner } from '../../collector/starting-key.ts';
import { FullStore } from '../../collector/store-trouble.ts';
import { appendTo, hashEntry } from '../../incidents/chain.ts';
import { envelopeOf } from '../../incidents/envelope.ts';
import { erasureOf } from '../../incidents/segment.ts';
import { amendmentEntry, incidentEntry, uuid } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, oddAbout, openCollector, signingKey } from './office.ts';
import type { Place } from './stores.ts';

const aDay = 24 * 3_600_000;

/** By browser; `here` is the collector's own chain. Only what is odd. */
type Said = Partial<Record<'browser' | 'here', Partial<ChainReport>>> & { ends?: 'altered' };

/** Writes a chain anew from `from` on, each entry another, hashed and linked as it should be. */
async function rewrite(inside: Statements, device: string, from: number, through = 7): Promise<void> {
  const [before] = await inside.all<{ sequence: number; hash: string }>(
    'SELECT sequence, hash FROM entries WHERE device = ? AND sequence = ?',
    ...[device, from - 1],
  );
  let head = before!;
  await inside.run('DELETE FROM entries WHERE device = ? AND sequence >= ?', device, from);
  for (let sequence = from; sequence <= through; sequence += 1) {
    const chained = await appendTo(head, incidentEntry(100 + sequence));
    head = chained;
    await receiveInside(inside, envelopeOf(chained, '0.1.0', device), true, 0, []);
  }
}

describeStores('a store that somebody writes to', (makePlace) => {
  let place: Place;
  let collector: Collector;
  let device: string;
  beforeEach(async () => {
    place = await makePlace();
    collector = await openCollector(place.address);
    const sender = browser();
    device = sender.device;
    for (let number = 1; number <= 6; number += 1) await collector.post(await sender.next(incidentEntry(number)));
    await collector.post(await sender.next(amendmentEntry(7, 2, 'sent')));
  });
  afterEach(async () => {
    await collector.close();
    await place.remove();
  });

  const run = (name: string) => {
    const world = { ...collector, now: () => collector.clock.now, version: '0.1.0' };
    return runJob(jobsOf(world).find((job) => job.name === name)!, world);
  };
  /** As if the clock had gone on all the while. */
  const later = async (days: number) => {
    collector.clock.now += days * aDay;
    await collector.store.run("UPDATE jobs SET done_at = ? WHERE name = 'clock'", collector.clock.now);
    expect(await run('retention')).toBe('done');
  };
  const askedToErase = async (...numbers: number[]) => {
    const dpo = await collector.signedIn('dpo');
    const answer = await dpo.send('POST', '/api/register/erasures', { rows: numbers.map(uuid) });
    expect(answer.status).toBe(200);
  };

  const verify = async (store: Database = collector.store): Promise<Said> => {
    const said: Said = {};
    for await (const report of checkChains(store, collector.signer.key)) {
      if (isWhole(report)) continue;
      const { device: whose, entries: _, erased: __, altered, ...places } = report;
      expect(altered).toBeGreaterThan(0);
      const odd = Object.fromEntries(Object.entries(places).filter(([, found]) => found.length > 0));
      said[whose === device ? 'browser' : 'here'] = odd;
    }
    const { root, isSigned, ends } = await store.snapshot((inside) => readEnds(inside, collector.signer.key));
    if (!isSigned && (root || ends.length > 0)) said.ends = 'altered';
    return said;
  };
  const erasedOf = async () => {
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === device) return report.erased;
    return undefined;
  };

  it('is whole as it is, after what a person asked to have erased, and after what was past its time', async () => {
    await run('signing');
    expect(await verify()).toEqual({});
    await askedToErase(2);
    expect([await verify(), await erasedOf()]).toEqual([{}, 2]);
    await run('clock');
    await later(800);
    expect([await verify(), await erasedOf()]).toEqual([{}, 7]);
    // What vouches for it has no time that is up, and nobody can ask for it.
    await later(800);
    const own = await collector.store.all<{ id: string }>("SELECT id FROM entries WHERE type = 'erasure'");
    const dpo = await collector.signedIn('dpo');
    await dpo.send('POST', '/api/register/erasures', { rows: own.map(({ id }) => id) });
    expect([await verify(), await erasedOf()]).toEqual([{}, 7]);
  });

  const edited: Said = { browser: { edited: [5] } };
  const beyond = 2 ** 60;
  const changes: [string, string, Said][] = [
    ['when it came', 'received_at = 1', {}],
    ['when it came and of when it is', 'received_at = 1, at = 1', edited],
    ['of when it is, to a time that no number holds', `received_at = 1, at = ${beyond}`, edited],
    [
      'its place, to one that no number holds',
      `received_at = 1, at = 1, sequence = ${beyond}`,
      {
        browser: {
          edited: [beyond],
          missing: [
            [5, 5],
            [8, beyond - 1],
          ],
        },
      },
    ],
    ['where it belongs', `received_at = 1, at = 1, about = '${uuid(9)}'`, edited],
    [
      'what it says of its time',
      `received_at = 1, at = 1, envelope = REPLACE(envelope, '"at":', '"at":1,"was":')`,
      edited,
    ],
    ['that it came as it was recorded', 'received_at = 1, at = 1, is_intact = 0', edited],
  ];
  it.each(changes)('erases nothing before its time where somebody changed %s, and says so', async (_, change, said) => {
    await run('signing');
    await run('clock');
    await collector.store.run(`UPDATE entries SET ${change} WHERE device = ? AND sequence = 5`, device);
    await later(8);
    expect(await erasedOf()).toBe(0);
    expect((await oddAbout(collector, device)).altered).toEqual(said.browser && [0]);
    expect(await verify()).toEqual(said);
  });

  it('erases nothing of which somebody wrote that it came edited, and says that it is so once, not each hour', async () => {
    await run('signing');
    await run('clock');
    await notice(collector.store, device, 'edited', 5, 1);
    await collector.store.run('UPDATE entries SET received_at = 1, at = 1 WHERE device = ? AND sequence = 5', device);
    await later(8);
    await later(1);
    expect(await erasedOf()).toBe(0);
    const told = await collector.store.all("SELECT device, times FROM notices WHERE kind = 'altered'");
    expect(told).toEqual([{ device, times: 1 }]);
    expect(await verify()).toEqual(edited);
  });

  it('erases what never was as its hash says, once its time is up', async () => {
    const forged = { ...(await browser().next(incidentEntry(50))), sequence: 2 };
    await collector.post(forged);
    await run('signing');
    await run('clock');
    await later(800);
    const [row] = await collector.store.all<{ envelope: null }>('SELECT envelope FROM entries WHERE id = ?', uuid(50));
    expect(row).toEqual({ envelope: null });
  });

  it('is whole while another instance erases, each time something is looked at', async () => {
    await run('signing');
    let number = 1;
    const erasing: Database = {
      ...collector.store,
      async all<Row>(sql: string, ...values: Value[]) {
        if (/SELECT id, device, sequence, previous/.test(sql) && values[0] === device && number < 6)
          await askedToErase(++number);
        return collector.store.all<Row>(sql, ...values);
      },
    };
    expect(await verify(erasing)).toEqual({});
    expect(number).toBe(2);
    expect(await erasedOf()).toBe(2);
  });

  it('is read again where something is empty, not for a gap', async () => {
    await run('signing');
    let readings = 0;
    let snapshots = 0;
    const counting: Database = {
      ...collector.store,
      all<Row>(sql: string, ...values: Value[]) {
        if (/type = 'erasure'/.test(sql)) readings += 1;
        return collector.store.all<Row>(sql, ...values);
      },
      snapshot: (work) => {
        snapshots += 1;
        return collector.store.snapshot(work);
      },
    };
    await collector.store.run('DELETE FROM entries WHERE sequence = 3 AND device = ?', device);
    expect(await verify(counting)).toEqual({ browser: { missing: [[3, 3]] } });
    const once = [readings, snapshots];
    await collector.store.run('UPDATE entries SET envelope = NULL WHERE sequence = 5 AND device = ?', device);
    expect(await verify(counting)).toEqual({ browser: { missing: [[3, 3]], emptied: [5] } });
    expect([readings, snapshots]).toEqual([2 * once[0]!, 2 * once[1]! + 1]);
  });

  it('of a version that did not sign is taken over once, with how many were empty', async () => {
    await collector.store.run('UPDATE entries SET envelope = NULL, erased_at = 1 WHERE sequence < 4');
    expect(await verify()).toEqual({ browser: { emptied: [1, 2, 3] } });
    // Whatever comes first, signing begins before it.
    await askedToErase(4);
    const { key } = collector.signer;
    expect([await verify(), await erasedOf()]).toEqual([{}, 4]);
    expect(await readErased(collector.store, key)).toMatchObject({ earlier: 3, beganAt: collector.clock.now });
    await collector.store.run('UPDATE entries SET envelope = NULL WHERE sequence = 5 AND device = ?', device);
    await run('signing');
    expect(await verify()).toEqual({ browser: { emptied: [5] } });
    expect(await readErased(collector.store, key)).toMatchObject({ earlier: 3 });
  });

  it.each([
    [
      'the signed ends',
      async () => {
        await run('signing');
        collector.clock.now += aDay;
        expect(await run('signing')).toBe('done');
      },
    ],
    ['an erasure', () => askedToErase(2)],
  ])('is started by the key of %s alone, and none is made beside it', async (_, sign) => {
    const { store, config, signer } = collector;
    const other = { ...config, signingKey };
    if (config.signingKey === signingKey) other.signingKey = [...signingKey].reverse().join('').replace(/^./, 'A');
    const elsewhere = { database: join(tmpdir(), `gatehouse-${crypto.randomUUID()}`) };
    const started = async (by: Pick<Config, 'signingKey' | 'database'>) =>
      startingSigner(store, by).then(
        ({ key }) => key,
        (thrown) => {
          expect(thrown).toBeInstanceOf(NoKey);
          return thrown.message;
        },
      );
    // Before anything is signed, it is the key of the first that was started.
    expect(await started(config)).toBe(signer.key);
    expect(await started(other)).toContain('GATEHOUSE_SIGNING_KEY is not the one that this store was started with');
    expect(await started(elsewhere)).toContain(`${elsewhere.database}.key is not here`);
    await sign();
    expect(await started(config)).toBe(signer.key);
    expect(await started(other)).toContain('GATEHOUSE_SIGNING_KEY is not the one');
    expect(await started(elsewhere)).toContain(`${elsewhere.database}.key is not here`);
    expect(existsSync(`${elsewhere.database}.key`)).toBe(false);
    // It writes nothing, and so starts where nothing can be written.
    const full: Database = {
      ...store,
      run: () => Promise.reject(new FullStore()),
      transaction: () => Promise.reject(new FullStore()),
    };
    expect(await startingSigner(full, config)).toMatchObject({ key: signer.key });
    // What was changed in the store since is for verify to say.
    await store.run("UPDATE signed_roots SET signature = '' WHERE number = 2");
    expect(await started(config)).toBe(signer.key);
  });

  it('has not begun to sign where another key did', async () => {
    const other = await signerFor({ database: ':memory:' }, { makes: true });
    await collector.store.transaction(async (inside) => {
      const entry = await erasureOf({ why: 'request', entries: 0, listed: [] }, other!, crypto.randomUUID(), 1);
      await record(inside, entry, '0.1.0', 1);
    });
    await collector.store.run('UPDATE entries SET envelope = NULL WHERE sequence = 4 AND device = ?', device);
    // Nor does it while that is the key of the store, which was put back or given another while this instance ran.
    const { signer, clock } = collector;
    const signing = { signer, version: '0.1.0' };
    const begin = collector.store.transaction((inside) => beginSigning(inside, clock.now, signing));
    await expect(begin).rejects.toBeInstanceOf(NoKey);
    expect(await run('signing')).toBe('failed');
    expect(await erasedOf()).toBe(0);
    await collector.store.transaction((inside) => beginAnew(inside, clock.now, signing));
    await askedToErase(2);
    expect(await erasedOf()).toBe(3);
    expect(await readErased(collector.store, collector.signer.key)).toMatchObject({ earlier: 1 });
  });

  const tamperings: [string, (inside: Statements) => Promise<unknown>, Said][] = [
    [
      'an entry emptied as if its time were up',
      (inside) =>
        inside.run('UPDATE entries SET envelope = NULL, erased_at = 1 WHERE sequence = 3 AND device = ?', device),
      { browser: { emptied: [3] } },
    ],
    [
      'one emptied, with the hash of one that was erased',
      (inside) =>
        inside.run(
          `UPDATE entries SET envelope = NULL, hash = (SELECT hash FROM entries WHERE sequence = 2 AND device = ?)
           WHERE sequence = 3 AND device = ?`,
          ...[device, device],
        ),
      { browser: { emptied: [3], torn: [4] } },
    ],
    [
      'another link to what was erased',
      (inside) =>
        inside.run(`UPDATE entries SET previous = '${'ab'.repeat(32)}' WHERE sequence = 2 AND device = ?`, device),
      { browser: { emptied: [2], torn: [2] } },
    ],
    [
      'the word that something was erased emptied',
      (inside) => inside.run("UPDATE entries SET envelope = NULL WHERE type = 'erasure' AND sequence = 2"),
      { browser: { emptied: [2, 7] }, here: { emptied: [2] } },
    ],
    [
      'an entry emptied, and the word that it was erased written without the key',
      async (inside) => {
        const [own] = await inside.all<{ hash: string; envelope: string }>(
          "SELECT hash, envelope FROM entries WHERE type = 'erasure' AND sequence = 2",
        );
        const [three] = await inside.all<{ hash: string; previous: string }>(
          'SELECT hash, previous FROM entries WHERE sequence = 3 AND device = ?',
          device,
        );
        const written = JSON.parse(own!.envelope);
        written.entry.erasure.listed.push({ sequence: 3, ...three });
        written.hash = await hashEntry(written.sequence, written.previous, written.entry);
        await inside.run(
          "UPDATE entries SET envelope = ?, hash = ? WHERE type = 'erasure' AND sequence = 2",
          ...[JSON.stringify(written), written.hash],
        );
        await inside.run('UPDATE entries SET envelope = NULL WHERE sequence = 3 AND device = ?', device);
      },
      { browser: { emptied: [2, 3, 7] }, here: { rewritten: [2], unsigned: [2] } },
    ],
    [
      'an end cut off, with the place that is written down for it',
      async (inside) => {
        await inside.run('DELETE FROM entries WHERE sequence > 5 AND device = ?', device);
        await inside.run('UPDATE devices SET highest = 5, places = 5, said_sequence = 0 WHERE device = ?', device);
      },
      { browser: { missing: [[6, 7]] } },
    ],
    [
      'a browser taken out as if it had never been',
      async (inside) => {
        for (const table of ['entries', 'devices', 'notices'])
          await inside.run(`DELETE FROM ${table} WHERE device = ?`, device);
      },
      { browser: { missing: [[1, 7]] } },
    ],
    ['entries written anew', (inside) => rewrite(inside, device, 6), { browser: { rewritten: [7] } }],
    [
      'entries written anew to a longer chain',
      (inside) => rewrite(inside, device, 6, 9),
      { browser: { rewritten: [7] } },
    ],
    [
      'the end of the own chain cut off',
      async (inside) => {
        await inside.run('DELETE FROM entries WHERE sequence > 1 AND device IN (SELECT device FROM chain_here)');
        await inside.run(`UPDATE devices SET highest = 1, places = 1 WHERE device IN (SELECT device FROM chain_here)`);
        await inside.run(
          `UPDATE chain_here SET sequence = 1, hash = (SELECT hash FROM entries WHERE sequence = 1 AND entries.device = chain_here.device)`,
        );
      },
      { browser: { emptied: [2, 7] }, here: { missing: [[2, 2]] } },
    ],
    [
      'an end cut off, and taken out of the signed ends',
      async (inside) => {
        for (const table of ['entries', 'devices', 'signed_ends'])
          await inside.run(`DELETE FROM ${table} WHERE device = ?`, device);
      },
      { ends: 'altered' },
    ],
    [
      'another end put into the signed ends',
      async (inside) => {
        await rewrite(inside, device, 6);
        await inside.run(
          `UPDATE signed_ends SET hash = (SELECT hash FROM entries WHERE entries.device = signed_ends.device AND sequence = 7)
           WHERE device = ?`,
          device,
        );
      },
      { ends: 'altered' },
    ],
    [
      'the newest signature taken out',
      (inside) => inside.run('DELETE FROM signed_roots WHERE number = 2'),
      { ends: 'altered' },
    ],
    ['every signature taken out', (inside) => inside.run('DELETE FROM signed_roots'), { ends: 'altered' }],
  ];
  it('is checked once a day, and where it was changed that is shown to who looks; what never came is not', async () => {
    const sender = browser();
    const came = [
      await sender.next(incidentEntry(21)),
      await sender.next(incidentEntry(22)),
      await sender.next(incidentEntry(23)),
    ];
    for (const envelope of [came[0]!, came[2]!]) await collector.post(envelope);
    await collector.post({ ...(await browser().next(incidentEntry(24))), hash: 'ab'.repeat(32) });
    expect(await run('signing')).toBe('done');
    expect([await run('check'), await run('check')]).toEqual(['done', 'not-due']);
    await collector.store.run('DELETE FROM entries WHERE sequence = 3 AND device = ?', device);
    collector.clock.now += aDay;
    expect([await run('check'), await run('check')]).toEqual(['done', 'not-due']);
    const dpo = await collector.signedIn('dpo');
    const seen = await (await dpo.get('/api/coverage')).json();
    const oddOf = (id: string) =>
      seen.devices
        .find((one: { device: string }) => one.device === id)
        .odd.filter(({ kind }: { kind: string }) => kind !== 'clock');
    expect(oddOf(device)).toMatchObject([{ kind: 'altered', times: 1 }]);
    expect(oddOf(sender.device)).toEqual([]);
    expect(seen.jobs.find(({ name }: { name: string }) => name === 'check')).toMatchObject({
      failures: 0,
      lastFailure: 'altered',
      doneAt: collector.clock.now,
    });
    // And again each day for as long as it is so, not more often.
    for (const hours of [1, 22]) {
      collector.clock.now += hours * 3_600_000;
      expect(await run('check')).toBe('not-due');
    }
    collector.clock.now += 3_600_000;
    expect(await run('check')).toBe('done');
    const notices = await collector.store.all("SELECT device, times FROM notices WHERE kind = 'altered'");
    expect(notices).toEqual([{ device, times: 2 }]);
  });

  it('signs each day anew, and knows what was signed before from what was not', async () => {
    const { store, signer } = collector;
    const roots: string[] = [];
    for (const number of [8, 9, 10]) {
      await collector.post(await browser().next(incidentEntry(number)));
      expect(await run('signing')).toBe('done');
      expect(await run('signing')).toBe('not-due');
      const { root, isSigned } = await readEnds(store, signer.key);
      expect([root!.number, isSigned, await verify()]).toEqual([number - 7, true, {}]);
      roots.push(root!.ends);
      collector.clock.now += aDay;
    }
    for (const root of roots) expect(await isKnownRoot(store, signer.key, root)).toBe(true);
    expect(await isKnownRoot(store, signer.key, 'ab'.repeat(32))).toBe(false);
    // Put back as it was a day before: what was written down elsewhere tells.
    await store.run('DELETE FROM signed_roots WHERE number = 3');
    expect(await isKnownRoot(store, signer.key, roots[2]!)).toBe(false);
  });

  it('that was signed and is no more, days after signing began, is not signed anew', async () => {
    await run('signing');
    for (const table of ['signed_roots', 'signed_ends']) await collector.store.run(`DELETE FROM ${table}`);
    collector.clock.now += 3 * aDay;
    expect(await run('signing')).toBe('failed');
  });

  it.each(tamperings)('says %s', async (_, tamper, said) => {
    await run('signing');
    await askedToErase(2);
    collector.clock.now += aDay;
    expect(await run('signing')).toBe('done');
    expect(await verify()).toEqual({});
    await collector.store.transaction(tamper);
    expect(await verify()).toEqual(said);
    // And is not signed over.
    collector.clock.now += aDay;
    expect(await run('signing')).toBe(said.ends ? 'failed' : 'done');
    expect(await verify()).toEqual(said);
  });
});
