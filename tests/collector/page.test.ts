// What the collector's page knows and asks, without a browser: a server that answers from a list.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAs, look, send } from '../../collector/page/ask.ts';
import { type Entries, entriesHere } from '../../collector/page/entries.ts';
import { portsFor } from '../../collector/page/register-ports.ts';
import type { Account } from '../../collector/roles.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { browser } from './office.ts';

const me: Account = { id: 'me', address: 'priya@firm.example', name: 'Priya', roles: ['dpo'] };

/** By method and path without what is asked: what the server says now. */
let server: Record<string, (query: URLSearchParams) => [status: number, body?: unknown]>;
let asked: { path: string; headers: Headers; body: string }[];

beforeEach(() => {
  asked = [];
  server = {};
  askAs(me.id);
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(address, 'https://register.firm.example');
    const path = `${init.method ?? 'GET'} ${pathname}`;
    asked.push({ path, headers: new Headers(init.headers), body: String(init.body) });
    const [status, body] = (await server[path]?.(searchParams)) ?? [404, { problem: 'not-found' }];
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});
afterEach(() => {
  askAs(undefined);
  vi.unstubAllGlobals();
});

describe('a step of one’s own', () => {
  const { next } = browser();
  let entries: Entries;
  /** What is stored, in its order, and how much of it is settled. */
  let stored: Envelope[];
  let settled: number;
  let step: Envelope;
  beforeEach(async () => {
    stored = [await next(incidentEntry(1))];
    settled = 1;
    step = await next(incidentEntry(2));
    entries = entriesHere();
    server['GET /api/register'] = (query) => {
      const after = Number(query.get('after'));
      const given = stored.slice(after, settled);
      return [200, { entries: given, ...(given.length > 0 && { last: after + given.length }) }];
    };
    server['POST /api/work'] = () => {
      stored.push(step);
      return [201, { entry: step }];
    };
  });
  const work = (ports = portsFor(entries, me, 'Firm', () => false)) =>
    ports.work(uuid(1), { do: 'note', text: 'rang' }, 'nobody asks');
  const read = async () => (await entries.all())!.map(({ id }) => id);

  it('shows once it is stored, while somebody else is storing something, and once', async () => {
    const [first] = await read();
    expect(await work()).toBe('stored');
    expect(await read()).toEqual([first, step.id]);
    const theirs = await next(incidentEntry(3));
    stored.splice(1, 0, theirs);
    settled = 3;
    expect(await read()).toEqual([first, step.id, theirs.id]);
    expect(await read()).toEqual([first, step.id, theirs.id]);
  });

  it.each([
    ['was lost', () => Promise.reject(new TypeError('lost'))],
    ['says that it failed', () => [500, { problem: 'failed' }] as [number, unknown]],
  ])('is the same one when it is asked for again because the answer %s, and another after that', async (_, lost) => {
    const takes = server['POST /api/work']!;
    const ports = portsFor(entries, me, 'Firm', () => false);
    server['POST /api/work'] = lost as typeof takes;
    await work(ports);
    server['POST /api/work'] = takes;
    await work(ports);
    await work(ports);
    const ids = asked.flatMap(({ path, body }) => (path === 'POST /api/work' ? JSON.parse(body).id : []));
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('that was read before the answer came is there once', async () => {
    const [first] = await read();
    stored.push(step);
    settled = 2;
    expect(await read()).toEqual([first, step.id]);
    entries.take(step);
    expect(await read()).toEqual([first, step.id]);
  });
});

describe('what somebody else erased', () => {
  it('goes from an open page, without what is left being fetched again', async () => {
    const { next } = browser();
    const [first, second, third] = [
      await next(incidentEntry(1)),
      await next(incidentEntry(2)),
      await next(incidentEntry(3)),
    ];
    let stored = [first, second];
    let gone: string[] = [];
    let erased = 5;
    server['GET /api/register'] = (query) => {
      const given = stored.slice(Number(query.get('after')));
      const since = query.get('erased');
      return [
        200,
        {
          ...{ entries: given, ...(given.length > 0 && { last: stored.length }), erased },
          ...(since !== null && Number(since) < erased && { gone }),
        },
      ];
    };
    server['GET /api/register/end'] = () => [200, { end: stored.length, erased }];
    const entries = entriesHere();
    let shown: readonly string[] = [];
    const read = async () => {
      shown = (await entries.all())!.map(({ id }) => id);
    };
    await read();
    expect(shown).toEqual([first.id, second.id]);
    await entries.whenNew(async () => expect.fail('nothing is new'));
    [gone, erased] = [[first.hash], 6];
    asked = [];
    await entries.whenNew(read);
    expect(shown).toEqual([second.id]);
    stored = [...stored, third];
    [gone, erased] = [[second.hash], 7];
    await entries.askAgain(read);
    expect(shown).toEqual([third.id]);
    await entries.whenNew(async () => expect.fail('nothing is new'));
  });
});

describe('a page whose session has ended', () => {
  it('says that it is not up to date, asks no more than who is signed in, and goes on once somebody is', async () => {
    const told: boolean[] = [];
    const entries = entriesHere((isOut) => told.push(isOut));
    const read = vi.fn(async () => void (await entries.all()));
    const pathsOf = async (work: () => Promise<unknown>) => {
      asked = [];
      await work();
      return asked.map(({ path }) => path);
    };
    const out = () => [401, { problem: 'signed-out' }] as [number, unknown];
    Object.assign(server, { 'GET /api/register/end': out, 'GET /api/register': out, 'GET /api/me': out });
    expect(await pathsOf(() => entries.whenNew(read))).toEqual(['GET /api/register/end']);
    expect(told.at(-1)).toBe(true);
    for (let times = 0; times < 2; times += 1)
      expect(await pathsOf(() => entries.whenNew(read))).toEqual(['GET /api/me']);
    expect(told.at(-1)).toBe(true);
    server['GET /api/me'] = () => [200, { ...me, id: 'somebody else' }];
    expect(await pathsOf(() => entries.whenNew(read))).toEqual(['GET /api/me']);
    server['GET /api/me'] = () => [200, me];
    server['GET /api/register/end'] = () => [200, { end: 1, erased: 0 }];
    server['GET /api/register'] = () => [200, { entries: [], last: 1 }];
    expect(await pathsOf(() => entries.whenNew(read))).toEqual([
      'GET /api/me',
      'GET /api/register/end',
      'GET /api/register',
    ]);
    expect(told.at(-1)).toBe(false);
    expect(await pathsOf(() => entries.whenNew(read))).toEqual(['GET /api/register/end']);
  });

  it.each([
    ['the latest are read', (entries: Entries) => entries.latest(5)],
    ['somebody asks for what is new', (entries: Entries) => entries.askAgain(async () => {})],
  ])('says so and takes it back by itself where %s', async (_, ask) => {
    const told: boolean[] = [];
    const entries = entriesHere((isOut) => told.push(isOut));
    const out = () => [401, { problem: 'signed-out' }] as [number, unknown];
    Object.assign(server, { 'GET /api/register': out, 'GET /api/register/end': out });
    await ask(entries);
    server = {
      'GET /api/register': () => [200, { entries: [] }],
      'GET /api/register/end': () => [200, { end: 0, erased: 0 }],
    };
    await ask(entries);
    expect(told).toEqual([true, false]);
  });

  it('is none where the server does not answer', async () => {
    const told: boolean[] = [];
    server['GET /api/register/end'] = () => [500, { problem: 'failed' }];
    await entriesHere((isOut) => told.push(isOut)).whenNew(async () => {});
    expect(told).toEqual([]);
  });
});

it('says with all it asks whose page it is, but not where somebody leaves, and not before anybody is signed in', async () => {
  const whose = async (path: string) => {
    await send('POST', path, {});
    const { headers } = asked.at(-1)!;
    return [headers.get('gatehouse-account'), headers.get('content-type')];
  };
  expect(await whose('/api/work')).toEqual([me.id, 'application/json']);
  expect((await whose('/api/sign-out'))[0]).toBeNull();
  await look('/api/register/end');
  expect(asked.at(-1)!.headers.get('gatehouse-account')).toBe(me.id);
  askAs(undefined);
  expect((await whose('/api/work'))[0]).toBeNull();
});
