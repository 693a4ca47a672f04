// What the collector's page knows and asks, without a browser: a server that answers from a list.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entries, entriesHere } from '../../collector/page/entries.ts';
import { portsFor } from '../../collector/page/register-ports.ts';
import type { Account } from '../../collector/roles.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { browser } from './office.ts';

const me: Account = { id: 'me', address: 'priya@firm.example', name: 'Priya', roles: ['dpo'] };

/** By method and path without what is asked: what the server says now. */
let server: Record<string, (query: URLSearchParams) => [status: number, body?: unknown]>;
let asked: { path: string; headers: Headers }[];

beforeEach(() => {
  asked = [];
  server = {};
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(address, 'https://register.firm.example');
    const path = `${init.method ?? 'GET'} ${pathname}`;
    asked.push({ path, headers: new Headers(init.headers) });
    const [status, body] = server[path]?.(searchParams) ?? [404, { problem: 'not-found' }];
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});
afterEach(() => {
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
  const work = () =>
    portsFor(entries, me, 'Firm', () => false).work(uuid(1), { do: 'note', text: 'rang' }, 'nobody asks');
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

  it('that was read before the answer came is there once, and is read anew after something was erased', async () => {
    const [first] = await read();
    stored.push(step);
    settled = 2;
    expect(await read()).toEqual([first, step.id]);
    entries.take(step);
    expect(await read()).toEqual([first, step.id]);
    entries.take(await next(incidentEntry(4)));
    entries.forget();
    expect(await read()).toEqual([first, step.id]);
  });
});
