import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeAudit } from '../../collector/audit.ts';
import { checkChains, isWhole } from '../../collector/chains.ts';
import type { Database, Value } from '../../collector/database.ts';
import { jobsOf } from '../../collector/jobs/index.ts';
import { runJob, startJobs } from '../../collector/jobs/job.ts';
import { mailAtOnce } from '../../collector/jobs/mail.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import type { Change } from '../../incidents/work.ts';
import { amendmentEntry, incidentEntry, reportEntry, uuid, workEntry } from '../incidents/entries.ts';
import { attackingEntries } from '../incidents/script-everywhere.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, openCollector, start } from './office.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import type { Place } from './stores.ts';

const aDay = 24 * 3_600_000;

describeStores('jobs', (makePlace) => {
  let place: Place;
  let sink: SmtpSink;
  let collector: Collector;
  let status = 200;
  let refuses = (_: string) => false;
  const forwarded: string[] = [];
  const engine = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const answers = refuses(text) ? 400 : status;
      if (answers === 200) forwarded.push(text);
      response.writeHead(answers).end('{}');
    });
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => engine.listen(0, '127.0.0.1', listening));
    [place, sink] = [await makePlace(), await startSmtpSink()];
    collector = await openCollector(place.address, {
      GATEHOUSE_SMTP_URL: sink.url,
      GATEHOUSE_MAIL_FROM: 'register@firm.example',
      GATEHOUSE_CONTACT: 'dpo@firm.example',
      GATEHOUSE_FIRM: 'Brightwater <b>Kitchens</b>',
      GATEHOUSE_FORWARD_URL: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`,
    });
  });
  afterAll(async () => {
    await collector.close();
    await Promise.all([place.remove(), sink.close(), new Promise((closed) => engine.close(closed))]);
  });

  const worldHere = (store = collector.store) => ({
    store,
    config: collector.config,
    signer: collector.signer,
    now: () => collector.clock.now,
    version: '0.1.0',
  });
  const run = (name: string, store = collector.store) => {
    const world = worldHere(store);
    return runJob(jobsOf(world).find((job) => job.name === name)!, world);
  };
  /** The last one, with the lines that were broken for the way put together. */
  const mailed = () => sink.mails.at(-1)!.replaceAll('=\r\n', '');
  const waiting = async (target: string) =>
    (await collector.store.all('SELECT entry FROM outgoing WHERE target = ?', target)).length;
  const stateOf = async (name: string) =>
    (
      await collector.store.all<{ failures: number; last_failure: string }>('SELECT * FROM jobs WHERE name = ?', name)
    )[0];

  it('mails counts and nothing else, together for what came meanwhile, and not again', async () => {
    const { next } = browser();
    const script = { code: 'other', text: '<img src=x onerror=alert(1)> zanzibar' };
    for (const entry of [
      incidentEntry(1, { reason: script, outcome: 'left' }),
      incidentEntry(2, { actor: { value: 'zanzibar@firm.example', from: 'account' } }),
      reportEntry(3, { what: '<script>zanzibar</script>' }),
      amendmentEntry(4, 1, 'not-sent'),
      ...attackingEntries(5, start),
    ])
      expect((await collector.post(await next(entry))).status).toBe(200);
    expect(await run('mail')).toBe('done');
    expect(sink.mails).toHaveLength(1);
    const mail = sink.mails[0]!;
    expect(mail).toContain('Subject: Gatehouse: new in the register: 5');
    expect(mail).toMatch(/^To: dpo@firm\.example\r$/m);
    for (const line of ['left: 2', 'near misses: 1', 'reported by staff: 2']) expect(mail).toContain(line);
    expect(mail).toContain('Content-Type: text/plain');
    expect(mail).not.toMatch(/zanzibar|onerror|7\*7|gmail|957/);
    collector.clock.now += 61_000;
    expect(await run('mail')).toBe('nothing');
    expect(await waiting('mail')).toBe(0);
    expect(sink.mails).toHaveLength(1);
  });

  it('keeps what could not be mailed, waits longer each time, and sends it once the server takes it', async () => {
    await collector.post(await browser().next(incidentEntry(10)));
    sink.refuse(true);
    collector.clock.now += 61_000;
    expect(await run('mail')).toBe('failed');
    expect(await stateOf('mail')).toMatchObject({ failures: 1, last_failure: '451' });
    expect(await run('mail')).toBe('not-due');
    collector.clock.now += 30_000;
    expect(await run('mail')).toBe('failed');
    collector.clock.now += 59_000;
    expect(await run('mail')).toBe('not-due');
    sink.refuse(false);
    collector.clock.now += 1_000;
    expect(await waiting('mail')).toBe(1);
    expect(await run('mail')).toBe('done');
    expect(sink.mails.at(-1)).toContain('new in the register: 1');
    expect(await stateOf('mail')).toMatchObject({ failures: 0, last_failure: '' });
  });

  it('says once a day how things stand, silence and holes included', async () => {
    const { next } = browser();
    const [first, , third] = [
      await next(incidentEntry(20)),
      await next(incidentEntry(21)),
      await next(incidentEntry(22)),
    ];
    for (const envelope of [first, third]) await collector.post(envelope);
    expect(await run('signing')).toBe('done');
    expect(await run('digest')).toBe('done');
    expect(await run('digest')).toBe('not-due');
    const mail = mailed();
    expect(mail).toContain('with entries missing: 1');
    expect(mail).toMatch(/Signed ends of all chains, number 1: [0-9a-f]{64}/);
    expect(mail).toContain('browsers that report: 3');
    expect(mail).not.toContain('was changed in the store');
    await collector.store.run("INSERT INTO jobs (name, done_at, last_failure) VALUES ('check', 1, 'altered')");
    // What came between two mails is in one of them, however late the second is.
    collector.clock.now += 60_000;
    await collector.post(await next(incidentEntry(23)));
    collector.clock.now += 3 * aDay;
    expect(await run('digest')).toBe('done');
    expect(sink.mails.at(-1)).toContain('near misses: 1');
    collector.clock.now += aDay;
    expect(await run('digest')).toBe('done');
    expect(sink.mails.at(-1)).toContain('near misses: 0');
    expect(mailed()).toContain('was changed in the store');
  });

  it('says once a day whose 72 hours run and whose are over, by their references alone', async () => {
    const { next } = browser();
    for (const number of [24, 25, 26, 27]) await collector.post(await next(incidentEntry(number)));
    const dpo = await collector.signedIn('dpo');
    const step = async (number: number, change: object) =>
      expect((await dpo.send('POST', '/api/work', { about: uuid(number), change })).status).toBe(201);
    const now = collector.clock.now;
    const hour = 3_600_000;
    const aware = (hoursAgo: number) => ({
      do: 'aware',
      at: now - hoursAgo * hour,
      basis: 'zanzibar',
      who: 'zanzibar',
    });
    await step(24, aware(73));
    await step(25, aware(1));
    await step(26, aware(80));
    await step(26, { do: 'decide', risk: 'none', reasoning: 'zanzibar' });
    collector.clock.now += aDay;
    expect(await run('digest')).toBe('done');
    const mail = mailed();
    const reference = (number: number) => `-${uuid(number).slice(-6).toUpperCase()}`;
    expect(mail).toMatch(new RegExp(`72 hours are over: 1 \\(GH-\\d{8}${reference(24)}\\)`));
    expect(mail).toMatch(new RegExp(`72 hours are running: 1 \\(GH-\\d{8}${reference(25)}\\)`));
    expect(mail).not.toMatch(/zanzibar/);
    for (const number of [26, 27]) expect(mail).not.toContain(reference(number));
  });

  it('passes every entry on once, and keeps what the engine does not take', async () => {
    status = 503;
    expect(await run('otlp')).toBe('failed');
    const all = await waiting('otlp');
    expect(all).toBe(12 + attackingEntries(5, start).length);
    expect(await stateOf('otlp')).toMatchObject({ last_failure: '503' });
    status = 200;
    collector.clock.now += 30_000;
    expect(await run('otlp')).toBe('done');
    expect(forwarded).toHaveLength(all);
    expect(forwarded[0]).toContain(uuid(1));
    expect(await run('otlp')).toBe('nothing');
  });

  it('puts aside what the engine refuses for what it is, passes on what came after it, and offers it again at the next start', async () => {
    const world = worldHere();
    const otlp = jobsOf(world).find(({ name }) => name === 'otlp')!;
    const { next } = browser();
    for (let number = 200; number < 401; number += 1) await collector.post(await next(incidentEntry(number)));
    const last = await next(incidentEntry(401));
    await collector.post(last);
    forwarded.length = 0;
    refuses = (text) => !text.includes(last.id);
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    while ((await runJob(otlp, world)) === 'done');
    expect(said.mock.calls.flat()).toEqual([
      'collector: 200 entries were refused by the log engine, and are kept: see Coverage',
      'collector: 1 entries were refused by the log engine, and are kept: see Coverage',
    ]);
    said.mockRestore();
    expect(forwarded.join()).toContain(last.id);
    expect([await waiting('otlp'), forwarded.length]).toEqual([0, 1]);
    const { jobs } = await (await (await collector.signedIn('dpo')).get('/api/coverage')).json();
    expect(jobs).toContainEqual(expect.objectContaining({ name: 'otlp', waiting: 0, refused: 201, failures: 0 }));
    refuses = () => false;
    expect(await run('otlp')).toBe('done');
    expect(forwarded).toHaveLength(201);
    expect(await run('otlp')).toBe('done');
    expect(forwarded).toHaveLength(202);
  });

  it('does not wait with one job for another that takes long', async () => {
    const stop = new AbortController();
    let looks = 0;
    const ends = Promise.withResolvers<boolean>();
    const hung = { name: 'hung', isDue: () => true, run: () => ends.promise };
    const quick = { name: 'quick', isDue: () => true, run: async () => ++looks > 0 };
    startJobs([hung, quick], worldHere(), 1, stop.signal);
    await vi.waitUntil(() => looks > 1, { timeout: 30_000 });
    stop.abort();
    ends.resolve(true);
  });

  it('does a job in one instance at a time', async () => {
    const other = await openCollector(place.address, {});
    let running = 0;
    let most = 0;
    const slow = {
      name: 'slow',
      isDue: () => true,
      async run() {
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setTimeout(done, 50));
        running -= 1;
        return true;
      },
    };
    const worldOf = ({ store, config, signer }: Collector) => ({ store, config, signer, now: Date.now, version: '' });
    const ran = await Promise.all(
      place.address.startsWith('postgres')
        ? [runJob(slow, worldOf(collector)), runJob(slow, worldOf(other))]
        : [runJob(slow, worldOf(collector)), runJob(slow, worldOf(collector))],
    );
    expect(most).toBe(1);
    expect(ran.sort()).toEqual(['done', 'not-due']);
    await other.close();
  });

  /** So many days later, as the job that looks every hour sees it. */
  const later = async (days: number) => {
    for (const time of [days * aDay - 2 * 3_600_000, 2 * 3_600_000]) {
      collector.clock.now += time;
      await collector.store.run("UPDATE jobs SET done_at = ? WHERE name = 'clock'", collector.clock.now);
      await run('retention');
    }
  };

  it('runs again after a clock that was years ahead, and waits no years', async () => {
    const began = collector.clock.now;
    collector.clock.now += 3650 * aDay;
    expect(await run('digest')).toBe('done');
    sink.refuse(true);
    await collector.post(await browser().next(incidentEntry(60)));
    expect(await run('mail')).toBe('failed');
    sink.refuse(false);
    collector.clock.now = began + aDay;
    expect(await run('digest')).toBe('done');
    expect(await run('mail')).toBe('done');
  });

  it('erases rows past their time as a whole, keeps what is held, and the chains still verify', async () => {
    const { next, device } = browser();
    for (const entry of [incidentEntry(30), incidentEntry(31), amendmentEntry(32, 30, 'not-sent'), incidentEntry(33)])
      await collector.post(await next(entry));
    const dpo = await collector.signedIn('dpo');
    const hold = (isHeld: boolean) =>
      dpo.send('POST', '/api/work', { about: uuid(31), change: { do: 'hold', isHeld, why: 'asked by the court' } });
    expect((await hold(true)).status).toBe(201);
    const left = async () =>
      (
        await collector.store.all<{ id: string }>(
          'SELECT id FROM entries WHERE device = ? AND envelope IS NOT NULL',
          device,
        )
      ).map(({ id }) => id);
    await run('retention');
    const began = collector.clock.now;
    await run('clock');
    // A clock that is years ahead erases nothing for days, nor when it is put right.
    for (const days of [2000, 2006, 0, 6]) {
      collector.clock.now = began + days * aDay;
      await run('clock');
      await run('retention');
      expect(await left()).toHaveLength(4);
    }
    collector.clock.now = began;
    await later(729);
    expect(await left()).toHaveLength(4);
    await later(2);
    expect(await left()).toEqual([uuid(31)]);
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === device) expect([report.erased, isWhole(report)]).toEqual([3, true]);
    const again = await next(incidentEntry(34));
    await collector.post(again);
    expect((await left()).sort()).toEqual([uuid(31), uuid(34)]);
    const late = await collector.signedIn('dpo');
    await late.send('POST', '/api/work', { about: uuid(31), change: { do: 'hold', isHeld: false, why: 'settled' } });
    await later(731);
    expect(await left()).toEqual([]);
  });

  it('keeps lines of the access record for as long as they are there, whatever the clock said when they were written', async () => {
    const [fresh, began] = [await makePlace(), collector.clock.now];
    const own = await openCollector(fresh.address);
    const { store, clock } = own;
    clock.now = began;
    const write = (object: string) =>
      writeAudit(store, { at: clock.now, account: '', action: 'exported', object, outcome: 'allowed' });
    const left = async () =>
      (await store.all<{ object: string }>("SELECT object FROM audit WHERE action = 'exported' ORDER BY position")).map(
        ({ object }) => object,
      );
    /** As the job does that looks every hour, after so many days. */
    const onDay = async (day: number) => {
      clock.now = began + day * aDay;
      await store.run('DELETE FROM jobs');
      await store.run("INSERT INTO jobs (name, done_at) VALUES ('clock', ?)", clock.now);
      const world = { ...own, now: () => clock.now, version: '0.1.0' };
      await runJob(jobsOf(world).find(({ name }) => name === 'retention')!, world);
      return left();
    };
    clock.now = began - 3_650 * aDay;
    await write('years back, before anything');
    clock.now = began;
    await onDay(0);
    await write('first');
    await onDay(1);
    clock.now = began - 3_650 * aDay;
    await write('years back');
    clock.now = began + 365 * aDay;
    await write('ahead');
    const all = ['years back, before anything', 'first', 'years back', 'ahead'];
    expect(await onDay(2)).toEqual(all);
    // It is believed after a week, back and ahead: what is dated by it erases nothing early.
    await onDay(-3_650);
    expect(await onDay(3)).toEqual(all);
    expect(await onDay(729)).toEqual(all);
    expect(await onDay(730.5)).toEqual(all.slice(1));
    expect(await onDay(733)).toEqual([]);
    const shown = (await (await (await own.signedIn('dpo')).get('/api/audit')).json()).lines;
    expect(shown).toEqual([]);
    await own.close();
    await fresh.remove();
  });

  it('keeps what came under a hold after it was found to be past its time', async () => {
    await collector.post(await browser().next(incidentEntry(35)));
    collector.clock.now += 731 * aDay;
    await collector.store.run("UPDATE jobs SET done_at = ? WHERE name = 'clock'", collector.clock.now);
    const dpo = await collector.signedIn('dpo');
    const answers: number[] = [];
    const holding: Database = {
      ...collector.store,
      async all<Row>(sql: string, ...values: Value[]) {
        const rows = await collector.store.all<Row>(sql, ...values);
        if (!/SELECT DISTINCT about/.test(sql)) return rows;
        const body = { about: uuid(35), change: { do: 'hold', isHeld: true, why: 'asked by the court' } };
        answers.push((await dpo.send('POST', '/api/work', body)).status);
        return rows;
      },
    };
    expect([await run('retention', holding), answers]).toEqual(['done', [201]]);
    const left = await collector.store.all('SELECT id FROM entries WHERE about = ? AND envelope IS NOT NULL', uuid(35));
    expect(left).toHaveLength(2);
  });

  it('frees, holds and keeps longer by no step that was sent, but by what the browser says that recorded it', async () => {
    const [recorder, forger] = [browser(), browser()];
    for (const n of [40, 41, 42, 43]) await collector.post(await recorder.next(incidentEntry(n)));
    const dpo = await collector.signedIn('dpo');
    const held = { about: uuid(40), change: { do: 'hold', isHeld: true, why: 'court' } };
    const { entry } = (await (await dpo.send('POST', '/api/work', held)).json()) as { entry: Envelope };
    const forged: [number, Change][] = [
      [40, { do: 'hold', isHeld: false, why: 'settled' }],
      [40, { do: 'undo', work: entry.id }],
      [41, { do: 'hold', isHeld: true, why: 'court' }],
    ];
    for (const [n, [about, change]] of forged.entries())
      expect((await collector.post(await forger.next(workEntry(n, about, change)))).status).toBe(200);
    await run('clock');
    await later(720);
    // What comes late about a row makes it no younger, but for what its own browser says of it.
    await collector.post(await forger.next(workEntry(10, 42, { do: 'note', text: 'again' })));
    await collector.post(await forger.next(amendmentEntry(44, 42, 'sent', collector.clock.now)));
    await collector.post(await recorder.next(amendmentEntry(45, 43, 'sent', collector.clock.now)));
    await later(11);
    const left = await collector.store.all<{ id: string }>(
      'SELECT id FROM entries WHERE device = ? AND envelope IS NOT NULL',
      recorder.device,
    );
    expect(left.map(({ id }) => id).sort()).toEqual([uuid(40), uuid(43), uuid(45)]);
  });

  it('takes a step once, however often it is asked for under its id', async () => {
    await collector.post(await browser().next(incidentEntry(46)));
    const dpo = await collector.signedIn('dpo');
    const ask = async (change: object, id: string) => {
      const answer = await dpo.send('POST', '/api/work', { id, about: uuid(46), change });
      return { status: answer.status, hash: (await answer.json()).entry?.hash as string };
    };
    for (const change of [
      { do: 'note', text: 'rang' },
      // Done once, it is not allowed a second time.
      { do: 'status', status: 'breach', why: '' },
    ]) {
      const id = crypto.randomUUID();
      const answers = await Promise.all([ask(change, id), ask(change, id)]);
      answers.push(await ask(change, id));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
    }
    // The id of another step, or of something else, takes nothing and breaks no chain.
    const note = { about: uuid(46), change: { do: 'note', text: 'a' } };
    const { id, sentFrom } = (await (await dpo.send('POST', '/api/work', note)).json()).entry as Envelope;
    const other = await collector.signedIn('dpo');
    for (const [who, taken, text] of [
      [dpo, id, 'b'],
      [other, id, 'a'],
      [dpo, uuid(46), 'a'],
    ] as const) {
      const step = { id: taken, about: uuid(46), change: { do: 'note', text } };
      expect((await who.send('POST', '/api/work', step)).status).toBe(409);
    }
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === sentFrom.device) expect(isWhole(report)).toBe(true);
    const steps = await collector.store.all("SELECT hash FROM entries WHERE about = ? AND type = 'work'", uuid(46));
    expect(steps.length).toBe(3);
  });

  it('records work in the name of who is signed in, on a chain of its own', async () => {
    await collector.post(await browser().next(incidentEntry(40)));
    const [dpo, reader] = [await collector.signedIn('dpo'), await collector.signedIn('reader')];
    const note = { about: uuid(40), change: { do: 'note', text: 'rang the sender' } };
    expect((await reader.send('POST', '/api/work', note)).status).toBe(403);
    expect((await dpo.send('POST', '/api/work', { ...note, about: uuid(999) })).status).toBe(404);
    expect((await dpo.send('POST', '/api/work', { ...note, by: 'somebody else' })).status).toBe(422);
    const made = await Promise.all(Array.from({ length: 5 }, () => dpo.send('POST', '/api/work', note)));
    const bodies = await Promise.all(made.map((answer) => answer.json()));
    expect(bodies[0].entry.entry.work).toMatchObject({
      by: { value: dpo.address, from: 'signed-in' },
      about: uuid(40),
    });
    const masked = { ...note, change: { do: 'note', text: 'rang sam@client.example on 0113 496 0100' } };
    const { entry } = await (await dpo.send('POST', '/api/work', masked)).json();
    expect(entry.entry.work.change.text).toBe('rang … on …');
    const { device } = bodies[0].entry.sentFrom;
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === device) expect(isWhole(report)).toBe(true);
    expect(new Set(bodies.map(({ entry }) => entry.sequence)).size).toBe(5);
  });

  it('refuses a step that the entry does not allow as it stands now', async () => {
    await collector.post(await browser().next(incidentEntry(48)));
    const dpo = await collector.signedIn('dpo');
    const take = async (change: object) => {
      const answer = await dpo.send('POST', '/api/work', { about: uuid(48), change });
      const { entry, problem } = await answer.json();
      return [answer.status, problem ?? entry.entry.work.id];
    };
    const become = (status: string) => take({ do: 'status', status, why: '' });
    expect(await become('closed')).toEqual([409, 'changed']);
    const [, breach] = await become('breach');
    expect(await become('closed')).toEqual([409, 'changed']);
    expect(await become('breach')).toEqual([409, 'changed']);
    expect((await take({ do: 'undo', work: breach }))[0]).toBe(201);
    expect(await take({ do: 'undo', work: breach })).toEqual([409, 'changed']);
    expect((await become('not-breach'))[0]).toBe(201);
    const both = await Promise.all([become('closed'), become('closed')]);
    expect(both.map(([status]) => status).sort()).toEqual([201, 409]);
  });

  it('mails the signed ends of one moment, though another instance signs meanwhile', async () => {
    collector.clock.now += aDay;
    await collector.post(await browser().next(incidentEntry(50)));
    const signing: Database = {
      ...collector.store,
      async all<Row>(sql: string, ...values: Value[]) {
        if (/FROM signed_roots/.test(sql)) expect(await run('signing')).toBe('done');
        return collector.store.all<Row>(sql, ...values);
      },
    };
    expect(await run('digest', signing)).toBe('done');
    expect(mailed()).toContain('Signed ends of all chains, number');
  });

  it('sends the same again under the same name, and under another where more has come', async () => {
    const fresh = await makePlace();
    const own = await openCollector(fresh.address, {
      ...{ GATEHOUSE_SMTP_URL: sink.url, GATEHOUSE_MAIL_FROM: 'r@firm.example', GATEHOUSE_CONTACT: 'dpo@firm.example' },
    });
    const names: string[] = [];
    let isLost = true;
    const job = mailAtOnce(async ({ messageId }) => {
      names.push(messageId);
      if (isLost) throw new Error('the answer was lost');
    });
    const send = async () => {
      own.clock.now += 3_600_000;
      await runJob(job, { ...own, now: () => own.clock.now, version: '0.1.0' });
    };
    await own.post(await browser().next(incidentEntry(11)));
    await send();
    await send();
    await own.post(await browser().next(incidentEntry(12)));
    isLost = false;
    await send();
    expect(names).toHaveLength(3);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
    await own.close();
    await fresh.remove();
  });
});
