import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { newContactKeys } from '../../incidents/contact-keys.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import type { Acknowledgement, Entry } from '../../incidents/incident.ts';
import { seal } from '../../incidents/sealed.ts';
import { segmentOf } from '../../incidents/segment.ts';
import { type Signer, toBase64Url } from '../../incidents/signing.ts';
import { amendmentEntry, incidentEntry, reportEntry, uuid, work } from '../incidents/entries.ts';
import { attackingEntries, attackingHeartbeat } from '../incidents/script-everywhere.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, oddAbout, openCollector, refusalsOf, start, url } from './office.ts';
import type { Place } from './stores.ts';

async function signerOf(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  return { key, privateKey: pair.privateKey };
}

let number = 0;
/** Another incident each time. */
const another = () => incidentEntry(++number);
const guidanceReadBy = (actor: Acknowledgement['actor']): Entry => ({
  type: 'acknowledgement',
  acknowledgement: { id: uuid(++number), at: 1, actor, policyVersion: '1' },
});

describeStores('intake', (makePlace) => {
  let place: Place;
  let collector: Collector;
  beforeAll(async () => {
    place = await makePlace();
    collector = await openCollector(place.address);
  });
  afterAll(async () => {
    await collector.close();
    await place.remove();
  });

  const reports = async (device: string) => {
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === device) return report;
    throw new Error('no chain');
  };
  const post = (path: string, content: unknown) =>
    collector.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${collector.token}` },
      body: JSON.stringify(content),
    });
  const stored = async (id: string) =>
    (await collector.store.all<{ envelope: string }>('SELECT envelope FROM entries WHERE id = ?', id)).map(
      ({ envelope }) => JSON.parse(envelope),
    );

  it('names what it stored, and stores it as it came', async () => {
    const { next, device } = browser();
    for (const entry of [another(), amendmentEntry(++number, number - 1, 'not-sent', start), reportEntry(++number)]) {
      const envelope = await next(entry);
      const answer = await collector.post(envelope);
      expect([answer.status, await answer.json()]).toEqual([200, { received: [envelope.id] }]);
      expect(await stored(envelope.id)).toEqual([envelope]);
    }
    expect(await reports(device)).toMatchObject({ entries: 3, missing: [], edited: [], torn: [] });
    expect(await oddAbout(collector, device)).toEqual({});
  });

  it('stores once what comes many times at once, and says each time that it has it', async () => {
    const { next, device } = browser();
    const envelope = await next(another());
    const answers = await Promise.all(Array.from({ length: 12 }, () => collector.post(envelope)));
    for (const answer of answers) expect(await answer.json()).toEqual({ received: [envelope.id] });
    expect(await stored(envelope.id)).toHaveLength(1);
    expect(await oddAbout(collector, device)).toEqual({});
  });

  it('keeps the first of two entries with one id, and says that there were two', async () => {
    const { next, device } = browser();
    const envelope = await next(another());
    await collector.post(envelope);
    const forged = { ...envelope, hash: 'f'.repeat(64) };
    expect((await collector.post(forged)).status).toBe(422);
    expect(await stored(envelope.id)).toEqual([envelope]);
    expect(await oddAbout(collector, device)).toEqual({ conflict: [1] });
  });

  it('sees a gap, and sees it close when what was missing comes late', async () => {
    const { next, device } = browser();
    const envelopes = [await next(another()), await next(another()), await next(another()), await next(another())];
    for (const at of [0, 3]) await collector.post(envelopes[at]);
    expect(await reports(device)).toMatchObject({ missing: [[2, 3]] });
    const admin = await collector.signedIn('admin');
    const missing = async () => {
      const { devices } = await (await admin.get('/api/coverage')).json();
      return devices.find((one: { device: string }) => one.device === device).missing;
    };
    expect(await missing()).toBe(2);
    for (const at of [2, 1]) await collector.post(envelopes[at]);
    expect(isWhole(await reports(device))).toBe(true);
    expect(await missing()).toBe(0);
    expect(await oddAbout(collector, device)).toEqual({});
  });

  it('sees a fork: two entries for one place, and one that follows nothing', async () => {
    const [one, other] = [browser(), browser()];
    const first = await one.next(another());
    const instead = await other.next(another());
    await collector.post(first);
    const claimed = { ...instead, sentFrom: first.sentFrom };
    expect((await collector.post(claimed)).status).toBe(200);
    const second = await other.next(another());
    await collector.post({ ...second, sequence: 2, previous: 'a'.repeat(64), sentFrom: first.sentFrom });
    expect(await oddAbout(collector, one.device)).toEqual({ edited: [2], fork: [1], unlinked: [2] });
    expect(await reports(one.device)).toMatchObject({ torn: [1, 2], edited: [2] });
  });

  it("sees a copy of another device's entry", async () => {
    const { next } = browser();
    const envelope = await next(another());
    await collector.post(envelope);
    const thief = crypto.randomUUID();
    const copied = { ...envelope, sentFrom: { ...envelope.sentFrom, device: thief } };
    expect(await (await collector.post(copied)).json()).toEqual({ received: [envelope.id] });
    expect(await stored(envelope.id)).toEqual([envelope]);
    expect(await oddAbout(collector, thief)).toEqual({ replay: [1] });
  });

  it("takes nothing as if it were of the collector's own chain, and counts who tries", async () => {
    const envelope = await browser().next(another());
    await collector.post(envelope);
    const dpo = await collector.signedIn('dpo');
    const note = { about: envelope.id, change: { do: 'note', text: 'rang' } };
    const { entry } = await (await dpo.send('POST', '/api/work', note)).json();
    const { device } = entry.sentFrom;
    const [before, known] = [await reports(device), (await refusalsOf(collector)).malformed ?? 0];
    const forged = { ...(await browser(device).next(another())), sequence: before.entries + 1, previous: entry.hash };
    expect((await collector.post(forged)).status).toBe(422);
    expect((await post('/api/heartbeat', attackingHeartbeat(device))).status).toBe(422);
    expect((await refusalsOf(collector)).malformed).toBe(known + 2);
    expect([await stored(forged.id), await reports(device)]).toEqual([[], before]);
    expect(await oddAbout(collector, device)).toEqual({});
  });

  it('takes no step in the name of who is signed in here, and every other', async () => {
    const { next } = browser();
    await collector.post(await next(incidentEntry(9_000)));
    for (const [n, from] of (['signed-in', 'typed', 'policy'] as const).entries()) {
      const done = work(9_000 + n, 9_000, { do: 'note', text: 'a step' });
      const sent = await next({ type: 'work', work: { ...done, by: { value: 'dpo@firm.example', from } } });
      expect((await collector.post(sent)).status, from).toBe(from === 'signed-in' ? 422 : 200);
    }
  });

  it('keeps what is not what was hashed, and says so', async () => {
    const { next, device } = browser();
    const envelope = await next(incidentEntry(++number, { destination: 'own' }));
    const edited = structuredClone(envelope);
    if (edited.entry.type === 'incident') edited.entry.incident.destination = 'internal';
    expect((await collector.post(edited)).status).toBe(200);
    expect(await oddAbout(collector, device)).toEqual({ edited: [1] });
    expect(await reports(device)).toMatchObject({ edited: [1] });
  });

  it('takes a day its browser signed, and says of one that is not signed by it', async () => {
    const [own, stranger] = [await signerOf(), await signerOf()];
    const days = async (signers: readonly Signer[], change: (entry: Entry) => Entry = (entry) => entry) => {
      const { next, device } = browser();
      for (const signer of signers) {
        const last = await next(another());
        const { sequence } = last;
        await collector.post(last);
        const closed = await segmentOf(sequence, last, signer, crypto.randomUUID(), 1);
        await collector.post(await next(change(closed)));
      }
      return { odd: await oddAbout(collector, device), unsigned: (await reports(device)).unsigned };
    };
    expect(await days([own, own])).toEqual({ odd: {}, unsigned: [] });
    expect(await days([own, stranger])).toEqual({ odd: { unsigned: [4] }, unsigned: [4] });
    const forged = await days([own], (entry) =>
      entry.type === 'segment' ? { ...entry, segment: { ...entry.segment, day: '2020-01-01' } } : entry,
    );
    expect(forged).toEqual({ odd: { unsigned: [2] }, unsigned: [2] });
  });

  it('says when details come unsealed though the firm seals them', async () => {
    const { keys } = await newContactKeys();
    collector.config.sealTo = keys.sealTo;
    try {
      const { next, device } = browser();
      const actor = { value: 'staff-0123456789', from: 'sealed' } as const;
      const sealed = await seal({ actor: 'sam' }, keys.sealTo, '1');
      const other = await seal({ actor: 'sam' }, (await newContactKeys()).keys.sealTo, '1');
      const nobody = { value: '', from: 'unknown' } as const;
      for (const entry of [
        incidentEntry(++number, { actor, sealed }),
        incidentEntry(++number),
        reportEntry(++number, { actor, sealed: other }),
        incidentEntry(++number, { actor: nobody }),
        ...[actor, nobody, { value: 'sam@firm.example', from: 'policy' } as const].map(guidanceReadBy),
      ])
        expect((await collector.post(await next(entry))).status).toBe(200);
      expect(await oddAbout(collector, device)).toEqual({ unsealed: [2, 3, 7] });
    } finally {
      delete collector.config.sealTo;
    }
  });

  it('takes entries without a device, and claims nothing about their chain', async () => {
    const { next } = browser();
    const { sentFrom, ...rest } = await next(another());
    expect((await collector.post({ ...rest, sentFrom: { extensionVersion: sentFrom.extensionVersion } })).status).toBe(
      200,
    );
    expect(await reports('')).toMatchObject({ missing: [], edited: [], torn: [] });
  });

  it('notices by the heartbeat what never came, and a chain that got shorter', async () => {
    const { next, device } = browser();
    await collector.post(await next(another()));
    const health = {
      ...{ problems: 2, gate: false, privateWindows: false, degraded: ['gmail'] },
      missing: { gmail: ['send'] },
      scan: { count: 3, p50: 4, p95: 90 },
    };
    const beat = (sequence: number, waiting: number, chain = 'intact', ahead = 0) =>
      collector.ask('/api/heartbeat', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${collector.token}` },
        body: JSON.stringify({
          ...{ gatehouse: 1, type: 'heartbeat', device, at: collector.clock.now + ahead, sequence, chain, waiting },
          extensionVersion: '0.1.0',
          policy: { version: '7', source: 'managed' },
          ...(sequence === 3 ? { health } : {}),
        }),
      });
    const dpo = await collector.signedIn('dpo');
    const seen = async () => {
      const { devices } = await (await dpo.get('/api/coverage')).json();
      return devices.find((one: { device: string }) => one.device === device);
    };
    expect((await beat(3, 2)).status).toBe(200);
    expect(await seen()).toMatchObject({ missing: 0, policyVersion: '7', isSilent: false });
    await beat(3, 0);
    expect(await seen()).toMatchObject({ missing: 2, health });
    await beat(1, 0, 'lost');
    expect(await oddAbout(collector, device)).toEqual({ lost: [1], shortened: [1] });
    for (const ahead of [-3_500_000, 3_500_000]) await beat(3, 0, 'intact', ahead);
    expect(await oddAbout(collector, device)).not.toHaveProperty('clock');
    for (const ahead of [-3_700_000, 3_700_000]) await beat(3, 0, 'intact', ahead);
    expect(await oddAbout(collector, device)).toHaveProperty('clock', [0]);
    collector.clock.now += 8 * 24 * 3_600_000;
    const later = await collector.signedIn('dpo');
    const { devices } = await (await later.get('/api/coverage')).json();
    expect(devices.find((one: { device: string }) => one.device === device).isSilent).toBe(true);
  });

  it('marks no browser for good by what anybody with the token can post: who looked into it says so, and what is new is marked again', async () => {
    const { next, device } = browser();
    await collector.post(await next(another()));
    const beat = (sequence: number) =>
      post('/api/heartbeat', {
        ...attackingHeartbeat(device),
        ...{ at: collector.clock.now, sequence, chain: 'intact', waiting: 0 },
      });
    const forged = { ...(await browser(device).next(another())), sequence: 2_000_000 };
    for (const sequence of [3_000_000, 1]) await beat(sequence);
    expect((await collector.post(forged)).status).toBe(200);
    const [dpo, reader] = [await collector.signedIn('dpo'), await collector.signedIn('reader')];
    const seen = async () => {
      const { devices } = await (await dpo.get('/api/coverage')).json();
      const { missing, odd } = devices.find((one: { device: string }) => one.device === device);
      return { missing, odd: odd.map(({ kind }: { kind: string }) => kind).sort() };
    };
    expect(await seen()).toEqual({ missing: 2_999_998, odd: ['edited', 'shortened'] });
    const look = {
      why: 'posted with the token of last year, by 0113 496 0100',
      ...{ at: collector.clock.now, missing: 2_999_998 },
    };
    expect((await reader.send('POST', `/api/coverage/${device}`, look)).status).toBe(403);
    for (const nobody of [
      'no-such-device',
      (await collector.store.all<{ device: string }>('SELECT device FROM chain_here'))[0]!.device,
    ])
      expect((await dpo.send('POST', `/api/coverage/${nobody}`, look)).status).toBe(404);
    expect((await dpo.send('POST', `/api/coverage/${device}`, look)).status).toBe(204);
    const lines = await collector.store.all(
      "SELECT account, object FROM audit WHERE action = 'looked-into' AND outcome = 'allowed'",
    );
    expect(lines).toEqual([
      { account: dpo.id, object: `${device.slice(0, 8)}: posted with the token of last year, by …` },
    ]);
    collector.clock.now += 60_000;
    await beat(1);
    expect(await seen()).toEqual({ missing: 0, odd: [] });
    for (const sequence of [9, 5]) await beat(sequence);
    expect((await seen()).odd).toEqual(['shortened']);
    expect(Object.keys(await oddAbout(collector, device)).sort()).toEqual(['edited', 'shortened']);
  });

  it('marks a browser for what came after what somebody was shown and looked into', async () => {
    const { next, device } = browser();
    const chain: Envelope[] = [];
    for (let number = 0; number < 9; number += 1) chain.push(await next(another()));
    const dpo = await collector.signedIn('dpo');
    const seen = async () => {
      const { at, devices } = await (await dpo.get('/api/coverage')).json();
      const { missing, odd } = devices.find((one: { device: string }) => one.device === device);
      return { at, missing, odd: odd.map(({ kind }: { kind: string }) => kind).sort() };
    };
    const lookInto = async ({ at, missing }: { at: number; missing: number }) => {
      const said = await dpo.send('POST', `/api/coverage/${device}`, { why: 'a reason', at, missing });
      expect(said.status).toBe(204);
    };
    const beat = (sequence: number) =>
      post('/api/heartbeat', {
        ...attackingHeartbeat(device),
        ...{ at: collector.clock.now, sequence, chain: 'intact', waiting: 0 },
      });
    await collector.post(chain[0]);
    await collector.post(chain[3]);
    const first = await seen();
    expect(first).toMatchObject({ missing: 2, odd: [] });
    collector.clock.now += 60_000;
    await collector.post(chain[6]);
    await beat(9);
    for (const sequence of [8, 9]) await beat(sequence);
    expect(await seen()).toMatchObject({ missing: 6, odd: ['shortened'] });
    await lookInto(first);
    const second = await seen();
    expect(second).toMatchObject({ missing: 4, odd: ['shortened'] });
    // Sent again, or by a colleague who was shown the same: that is no second look.
    await lookInto(first);
    expect(await seen()).toEqual(second);
    collector.clock.now += 60_000;
    await lookInto(await seen());
    expect(await seen()).toMatchObject({ missing: 0, odd: [] });
    await lookInto(first);
    await beat(9);
    expect(await seen()).toMatchObject({ missing: 2, odd: [] });
  });

  it('says once where a proxy seems to stand before it that nobody told it of', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const warned = () =>
      said.mock.calls.flat().filter((line) => String(line).includes('GATEHOUSE_TRUSTED_PROXY')).length;
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    await collector.ask('/api/ready');
    expect(warned()).toBe(0);
    for (let times = 0; times < 3; times += 1) await collector.ask('/api/ready', { headers });
    expect(warned()).toBe(1);
    const told = await openCollector(place.address, { GATEHOUSE_TRUSTED_PROXY: 'yes' });
    await told.ask('/api/ready', { headers });
    expect(warned()).toBe(1);
    expect(said.mock.calls.join()).not.toContain('198.51');
    await told.close();
    said.mockRestore();
  });

  it.each([
    ['no token', '{}', { authorization: '' }, 401, 'stranger'],
    ['a token nobody made', '{}', { authorization: `Bearer ${'x'.repeat(43)}` }, 401, 'stranger'],
    ['half an object', '{"gatehouse":', {}, 400, 'malformed'],
    ['another type', '{}', { 'content-type': 'text/plain' }, 415, 'malformed'],
    ['an object that is none of ours', '{"zanzibar":1}', {}, 422, 'malformed'],
    ['a list', '[]', {}, 422, 'malformed'],
    ['brackets without end', '['.repeat(1_000_000), {}, 400, 'malformed'],
    ['brackets that end, a million deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000), {}, 422, 'malformed'],
    ['a prototype', '{"__proto__":{"gatehouse":1}}', {}, 422, 'malformed'],
    ['three megabytes', `"${'z'.repeat(3_000_000)}"`, {}, 413, 'oversized'],
  ])('refuses %s, counts it, and repeats nothing of it', async (_, body, headers, status, kind) => {
    const before = (await refusalsOf(collector))[kind] ?? 0;
    const answer = await collector.post(body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/zanzibar|zzz|xxx/);
    expect((await refusalsOf(collector))[kind]).toBe(before + 1);
  });

  it.each([
    ['a time that no calendar shows', { at: Number.MAX_SAFE_INTEGER }],
    ['a time before there were any', { at: -1 }],
    ['a number of people that is none', { people: 0.5 }],
  ])('refuses an incident with %s', async (_, wrong) => {
    const envelope = structuredClone(await browser().next(another()));
    if (envelope.entry.type === 'incident') Object.assign(envelope.entry.incident, wrong);
    expect((await collector.post(envelope)).status).toBe(422);
  });

  it('takes the largest numbers and every text a browser may send, on one chain, each once', async () => {
    const { next, device } = browser();
    const all = [];
    for (const entry of attackingEntries(90, start)) all.push(await next(entry));
    const last = all.at(-1)!;
    all.push({
      ...last,
      id: uuid(91_000),
      sequence: Number.MAX_SAFE_INTEGER,
      entry: incidentEntry(0, { id: uuid(91_000) }),
      type: 'incident' as const,
    });
    for (const envelope of all) expect((await collector.post(envelope)).status).toBe(200);
    for (const envelope of all) expect(await stored(envelope.id)).toEqual([envelope]);
    expect(await oddAbout(collector, device)).toEqual({ edited: [Number.MAX_SAFE_INTEGER] });
    expect((await post('/api/heartbeat', attackingHeartbeat(device))).status).toBe(200);
  });

  it('stands with a zero in a text, wherever that is', async () => {
    const { next, device } = browser();
    const envelope = await next(reportEntry(++number, { what: 'a\0b' }));
    const sentFrom = { extensionVersion: '1\0', device };
    expect((await collector.post({ ...envelope, sentFrom })).status).toBe(200);
    expect(await stored(envelope.id)).toEqual([{ ...envelope, sentFrom }]);
    const policy = { version: '\0', source: 'managed' as const };
    expect((await post('/api/heartbeat', { ...attackingHeartbeat(device), policy })).status).toBe(200);
    const body = JSON.stringify({ address: 'a\0@firm.example', password: 'p\0'.repeat(8) });
    const headers = { 'content-type': 'application/json', origin: url };
    expect((await collector.ask('/api/sign-in', { method: 'POST', headers, body })).status).toBe(422);
    expect((await collector.ask('/api/accounts/a%00b', { method: 'PATCH', headers, body })).status).toBe(401);
  });

  it('reads no more of an endless body than it must', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const answer = await collector.ask('/api/entries', {
      ...{ method: 'POST', body: endless, duplex: 'half' },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${collector.token}` },
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  it('refuses a field too many with its place and without its value', async () => {
    const envelope = structuredClone(await browser().next(another()));
    Object.assign(envelope.entry.type === 'incident' ? envelope.entry.incident : {}, { subject: 'zanzibar' });
    const answer = await collector.post(envelope);
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { problem: 'something is missing, too long or unknown at entry.incident.subject' },
    ]);
  });
});
