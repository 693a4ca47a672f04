// A clock that was set back, or ahead, or both: who is in stays in or is told to sign in again, nothing is shut for a year, nothing is erased
// early, and the jump is said.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../collector/database.ts';
import { receiveInside } from '../../collector/entries.ts';
import { inviteFirst } from '../../collector/invitations.ts';
import { clock } from '../../collector/jobs/clock.ts';
import { jobsOf } from '../../collector/jobs/index.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { browser, type Collector, oddAbout, openCollector, password, start, url } from './office.ts';
import { startSmtpSink } from './smtp-sink.ts';

const anHour = 3_600_000;
const aDay = 24 * anHour;
const aYear = 365 * aDay;
const json = { 'content-type': 'application/json', origin: url };

let collector: Collector;
let really = 0;
let looks: ReturnType<typeof clock>;
const open = async (settings: Record<string, string> = {}) => {
  collector = await openCollector(':memory:', settings);
  collector.clock.now = start;
  really = 0;
  looks = clock(() => really);
};
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await collector.close();
});

const world = () => ({ ...collector, now: () => collector.clock.now, version: '0.1.0' });
/** So much time passes, and the clock jumps so far besides. */
const pass = async (time: number, jump = 0) => {
  really += time;
  collector.clock.now += time + jump;
  await runJob(looks, world());
};
const erase = (store = collector.store) =>
  runJob(jobsOf(world()).find(({ name }) => name === 'retention')!, { ...world(), store });
/** As if the clock had been looked at all the time. */
const eraseByClock = async (store = collector.store) => {
  await collector.store.run(
    "INSERT INTO jobs (name, done_at) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at",
    collector.clock.now,
  );
  return erase(store);
};
const jumps = async () => {
  const dpo = await collector.signedIn('dpo');
  const { clock: seen } = await (await dpo.get('/api/coverage')).json();
  return seen.map(({ kind, day }: { kind: string; day: number }) => `${kind} ${Math.round((day - start) / aDay)}`);
};
const left = async () =>
  (
    await collector.store.all<{ id: string }>("SELECT id FROM entries WHERE envelope IS NOT NULL AND type <> 'erasure'")
  ).map(({ id }) => id);

describe('the look at the clock', () => {
  it.each([
    ['nothing, as time passes', [60_000, 0], []],
    ['nothing, an hour more or less', [60_000, -3_500_000], []],
    ['a day back', [60_000, -aDay], ['clock-back -1']],
    ['a day ahead', [60_000, aDay], ['clock-forward 1']],
    ['a year ahead', [60_000, aYear], ['clock-forward 365']],
  ] as const)('says %s', async (_, [time, jump], expected) => {
    await pass(0);
    await pass(time, jump);
    expect(await jumps()).toEqual(expected);
  });

  it.each([
    ['off for two days', 2 * aDay, []],
    ['off for two weeks, or set ahead', 14 * aDay, ['clock-forward 14']],
    ['set back while it was off', -2 * aDay, ['clock-back -2']],
  ] as const)('says of a register that was %s', async (_, time, expected) => {
    await pass(0);
    looks = clock(() => 5);
    collector.clock.now += time;
    await runJob(looks, world());
    expect(await jumps()).toEqual(expected);
  });

  it('knows of a past in which nobody looked', async () => {
    await collector.store.run("INSERT INTO jobs (name, done_at) VALUES ('retention', ?)", start - 14 * aDay);
    await pass(0);
    expect(await jumps()).toEqual(['clock-forward 0']);
  });

  it('is in the daily mail for a week', async () => {
    const sink = await startSmtpSink();
    await collector.close();
    const mail = {
      GATEHOUSE_SMTP_URL: sink.url,
      GATEHOUSE_MAIL_FROM: 'r@firm.example',
      GATEHOUSE_CONTACT: 'd@firm.example',
    };
    await open(mail);
    const told = async () => {
      await runJob(jobsOf(world()).find(({ name }) => name === 'digest')!, world());
      return /clock jumped/.test(sink.mails.at(-1)!);
    };
    await pass(0);
    expect(await told()).toBe(false);
    await pass(60_000, -aDay);
    expect(await told()).toBe(true);
    await pass(9 * aDay);
    expect(await told()).toBe(false);
    await sink.close();
  });
});

describe('who signs in', () => {
  const signIn = (address: string, secret = password) =>
    collector.ask('/api/sign-in', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ address, password: secret }),
    });
  const cookieOf = async (address: string) => (await signIn(address)).headers.get('set-cookie')!.split(';')[0]!;
  const isIn = async (cookie: string) => (await collector.ask('/api/me', { headers: { cookie } })).status === 200;

  it('is not shut out for a year by wrong passwords of a year ahead', async () => {
    const { address } = await collector.signedIn('dpo');
    collector.clock.now += aYear;
    for (let tries = 0; tries < 5; tries += 1) await signIn(address, 'wrong wrong wrong');
    expect((await signIn(address)).status).toBe(429);
    collector.clock.now = start;
    expect((await signIn(address)).status).toBe(204);
  });

  it('does not stay in for a year, and is asked again', async () => {
    const { address } = await collector.signedIn('dpo');
    collector.clock.now += aYear;
    const cookie = await cookieOf(address);
    expect(await isIn(cookie)).toBe(true);
    collector.clock.now = start;
    expect(await isIn(cookie)).toBe(false);
    expect(await isIn(await cookieOf(address))).toBe(true);
  });

  it('stays in when it is put right by an hour, and goes idle as ever', async () => {
    const { cookie } = await collector.signedIn('dpo');
    collector.clock.now -= anHour;
    expect(await isIn(cookie)).toBe(true);
    collector.clock.now += 31 * 60_000;
    expect(await isIn(cookie)).toBe(false);
  });

  it('is invited for three days by the clock that is right', async () => {
    collector.clock.now += aYear;
    const link = await inviteFirst(collector.store, collector.clock.now);
    collector.clock.now = start;
    const body = JSON.stringify({ secret: link, address: 'a@firm.example', name: 'A', password });
    const welcome = async () => (await collector.ask('/api/welcome', { method: 'POST', headers: json, body })).status;
    expect(await welcome()).toBe(410);
    collector.clock.now += aYear;
    expect(await welcome()).toBe(204);
  });
});

it('says when a token was last used, though that was once a year ahead', async () => {
  const { next } = browser();
  collector.clock.now += aYear;
  await collector.post(await next(incidentEntry(1, { at: start })));
  collector.clock.now = start;
  await collector.post(await next(incidentEntry(2, { at: start })));
  const [token] = await collector.store.all<{ used_at: number }>('SELECT used_at FROM intake_tokens');
  expect(token!.used_at).toBe(start);
});

it('misses a browser last heard of a year ahead, until it is heard of again', async () => {
  const { next, device } = browser();
  const dpo = () => collector.signedIn('dpo');
  const isSilent = async () => (await (await (await dpo()).get('/api/coverage')).json()).devices[0].isSilent;
  collector.clock.now += aYear;
  await collector.post(await next(incidentEntry(1, { at: start })));
  collector.clock.now = start;
  expect(await isSilent()).toBe(true);
  await collector.post(await next(incidentEntry(2, { at: start })));
  expect(await isSilent()).toBe(false);
  expect(await oddAbout(collector, device)).toEqual({});
});

it('marks a browser whose entries are of the future, for a week', async () => {
  const { next, device } = browser();
  await collector.post(await next(incidentEntry(1, { at: start + aDay })));
  expect(await oddAbout(collector, device)).toEqual({ clock: [0] });
  const odd = async () =>
    (await (await (await collector.signedIn('dpo')).get('/api/coverage')).json()).devices[0].odd.length;
  expect(await odd()).toBe(1);
  collector.clock.now += 8 * aDay;
  expect(await odd()).toBe(0);
});

describe('what is past its time', () => {
  it('is erased a week after the clock jumped, not before, and never what is not past it', async () => {
    const { next } = browser();
    await collector.post(await next(incidentEntry(1, { at: start })));
    await pass(0);
    await pass(731 * aDay);
    await collector.post(await next(incidentEntry(2, { at: collector.clock.now })));
    await pass(60_000, -aDay);
    await erase();
    await pass(60_000, aYear);
    await erase();
    await pass(60_000, -aYear);
    await erase();
    expect(await left()).toEqual([uuid(1), uuid(2)]);
    await pass(9 * aDay);
    await erase();
    expect(await left()).toEqual([uuid(2)]);
  });

  it('is left alone by an instance whose clock nobody looked at, or that is another than the one looked at', async () => {
    const { next } = browser();
    await collector.post(await next(incidentEntry(1, { at: start })));
    collector.clock.now += 731 * aDay;
    expect(await erase()).toBe('nothing');
    await pass(0);
    collector.clock.now += aYear;
    expect(await erase()).toBe('nothing');
    expect(await left()).toEqual([uuid(1)]);
    collector.clock.now -= aYear;
    expect(await erase()).toBe('done');
    expect(await left()).toEqual([]);
  });

  it('is not what came while the clock here stood years back', async () => {
    const { next } = browser();
    collector.clock.now = start - 10 * aYear;
    await collector.post(await next(incidentEntry(1, { at: start })));
    collector.clock.now = start;
    await eraseByClock();
    expect(await left()).toEqual([uuid(1)]);
    collector.clock.now = start + 731 * aDay;
    await eraseByClock();
    expect(await left()).toEqual([]);
  });

  it('goes some at a time, so that what comes meanwhile waits for these alone', async () => {
    const { next } = browser();
    await collector.store.transaction(async (inside) => {
      for (let number = 1; number <= 450; number += 1)
        await receiveInside(inside, await next(incidentEntry(number, { at: start })), true, start, []);
    });
    collector.clock.now = start + 731 * aDay;
    const { store } = collector;
    const lefts = [(await left()).length];
    const counting: Database = {
      ...store,
      async transaction(work) {
        const result = await store.transaction(work);
        lefts.push((await left()).length);
        return result;
      },
    };
    expect(await eraseByClock(counting)).toBe('done');
    expect(lefts).toEqual([450, 250, 50, 0]);
  });

  it('is kept where a hold of now follows its end of a year ahead', async () => {
    const { next } = browser();
    await collector.post(await next(incidentEntry(1, { at: start })));
    const hold = async (isHeld: boolean) => {
      const dpo = await collector.signedIn('dpo');
      const answer = await dpo.send('POST', '/api/work', {
        about: uuid(1),
        change: { do: 'hold', isHeld, why: 'court' },
      });
      expect(answer.status).toBe(201);
    };
    await hold(true);
    collector.clock.now += aYear;
    await hold(false);
    collector.clock.now = start + 60_000;
    await hold(true);
    collector.clock.now = start + 800 * aDay;
    expect(await eraseByClock()).toBe('done');
    expect(await left()).toContain(uuid(1));
  });
});
