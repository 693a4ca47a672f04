// A collector for tests, without a socket: its store, its clock, and hands that post, sign in and ask.
import * as v from 'valibot';
import { addAccount } from '../../collector/accounts.ts';
import { createApp } from '../../collector/app.ts';
import type { Config } from '../../collector/config.ts';
import { readConfig } from '../../collector/config.ts';
import { type Database, isPostgres } from '../../collector/database.ts';
import { makeToken } from '../../collector/intake-tokens.ts';
import { openStore } from '../../collector/open-store.ts';
import { answersOf } from '../../collector/openapi.ts';
import type { Role } from '../../collector/roles.ts';
import { routes } from '../../collector/routes/index.ts';
import { hashPassword } from '../../collector/secrets.ts';
import { startSession } from '../../collector/sessions.ts';
import { signerFor } from '../../collector/signing-key.ts';
import { appendTo } from '../../incidents/chain.ts';
import { type Envelope, envelopeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../../incidents/incident.ts';
import type { Signer } from '../../incidents/signing.ts';

export const url = 'https://register.firm.example';
export const password = 'a long enough password';
export const start = Date.parse('2026-11-29T09:00:00Z');

/** The same for every instance on one PostgreSQL. */
export const signingKey = 'W1q0v2Yb3c9Zr7m8Kx5n4Jt6Hs1Gd0Fa2Lp3Qo9Iu8E';

/** Cheap to check: what a check costs is no matter here. */
const hashed = hashPassword(password, { N: 2 ** 4, r: 8, p: 1 });

export interface Collector {
  store: Database;
  signer: Signer;
  config: Config;
  clock: { now: number };
  token: string;
  ask(path: string, init?: RequestInit & { place?: string }): Promise<Response>;
  post(content: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A new account with these roles, signed in: asks in its name. */
  signedIn(...roles: Role[]): Promise<Person>;
  close(): Promise<void>;
}

export interface Person {
  id: string;
  address: string;
  cookie: string;
  get(path: string): Promise<Response>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Response>;
}

let people = 0;

export async function openCollector(address: string, settings: Record<string, string> = {}): Promise<Collector> {
  const signing = isPostgres(address) ? { GATEHOUSE_SIGNING_KEY: signingKey } : {};
  const read = readConfig({ GATEHOUSE_URL: url, DATABASE_URL: address, ...signing, ...settings });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { config } = read;
  const store = await openStore(address);
  const clock = { now: start };
  const signer = (await signerFor(config, { makes: true }))!;
  const app = createApp({ store, config, now: () => clock.now, version: '0.1.0', signer });
  const token = await makeToken(store, 'test', start);
  const ask: Collector['ask'] = async (path, { place = '192.0.2.1', ...init } = {}) => {
    const answer = await app.fetch(new Request(`${url}${path}`, init), {
      incoming: { socket: { remoteAddress: place } },
    });
    await expectDescribed(init.method ?? 'GET', path, answer);
    return answer;
  };
  return {
    ...{ store, config, clock, token, signer, ask },
    post: (content, headers) =>
      ask('/api/entries', {
        method: 'POST',
        body: typeof content === 'string' ? content : JSON.stringify(content),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      }),
    async signedIn(...roles) {
      people += 1;
      const id = crypto.randomUUID();
      const person = { id, address: `person-${id}@firm.example`, name: `Person ${people}`, roles };
      await addAccount(store, person, await hashed, clock.now);
      const cookie = (await startSession(store, person, clock.now)).split(';')[0]!;
      return {
        ...{ id, address: person.address, cookie },
        get: (path) => ask(path, { headers: { cookie } }),
        send: (method, path, body) =>
          ask(path, {
            method,
            headers: { cookie, origin: url, 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          }),
      };
    },
    close: () => store.close(),
  };
}

/** A browser that records and posts: `next` chains an entry and wraps it. */
export function browser(device = crypto.randomUUID()) {
  let head: ChainedEntry | null = null;
  return {
    device,
    async next(entry: Entry): Promise<Envelope> {
      head = await appendTo(head, entry);
      return envelopeOf(head, '0.1.0', device);
    },
  };
}

export async function refusalsOf({ store }: Collector): Promise<Record<string, number>> {
  const rows = await store.all<{ kind: string; times: number }>(
    "SELECT kind, SUM(times) AS times FROM notices WHERE device = '' GROUP BY kind",
  );
  return Object.fromEntries(rows.map(({ kind, times }) => [kind, Number(times)]));
}

export async function oddAbout({ store }: Collector, device: string): Promise<Record<string, number[]>> {
  const rows = await store.all<{ kind: string; sequence: number }>(
    'SELECT kind, sequence FROM notices WHERE device = ? ORDER BY sequence',
    device,
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, same]) => [kind, same.map((one) => one.sequence)]),
  );
}

/** Whatever a route answers, the API's description says so. */
async function expectDescribed(method: string, path: string, answer: Response): Promise<void> {
  const { status } = answer;
  const { pathname } = new URL(path, url);
  const asked = routes.find(
    (route) =>
      route.method === method.toLowerCase() && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(pathname),
  );
  if (asked && !(status in answersOf(asked))) throw new Error(`${method} ${asked.path} answers ${status}, undescribed`);
  // A register may hold what was put into its store behind its back.
  const form = asked?.path === '/api/register' ? undefined : asked?.gives?.[status];
  const isBare = status < 400 && form === undefined;
  const body = await answer.clone().text();
  if (!asked || isBare) {
    if (asked && asked.path !== '/api/register' && body !== '')
      throw new Error(`${method} ${asked.path} answers what is not described`);
    return;
  }
  v.parse(form ?? v.strictObject({ problem: v.string() }), JSON.parse(body));
}
