// What is stored and the line that says who did it are one transaction: where the line cannot be written, nothing was done.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../../collector/app.ts';
import { kept } from '../../collector/backup.ts';
import type { Database } from '../../collector/database.ts';
import { makeToken } from '../../collector/intake-tokens.ts';
import { invite } from '../../collector/invitations.ts';
import { routes } from '../../collector/routes/index.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, oddAbout, openCollector, type Person, password, start, url } from './office.ts';
import { noLine, without } from './store-without-room.ts';
import type { Place } from './stores.ts';

type Asked = [path: string, body?: unknown];

/** By the name in the audit: how each is asked for, after what it needs is there. */
const asked: Record<string, (made: { collector: Collector; person: Person }) => Promise<Asked>> = {
  worked: async () => ['/api/work', { about: uuid(2), change: { do: 'note', text: 'rang' } }],
  erased: async () => ['/api/register/erasures', { rows: [uuid(1)] }],
  exported: async () => ['/api/register/exports', { form: 'csv', entries: 1 }],
  'asked-for-person': async () => ['/api/register/questions', {}],
  'looked-into': async () => [`/api/coverage/${device}`, { why: 'a new laptop', at: start, missing: 1 }],
  invited: async () => ['/api/invitations', { roles: ['reader'] }],
  'made-account': async () => ['/api/accounts', { address: 'new@firm.example', name: 'New', roles: ['dpo'] }],
  'changed-account': async ({ person }) => [`/api/accounts/${person.id}`, { roles: ['admin'], isClosed: false }],
  'took-link-back': async ({ collector, person }) => {
    await invite(collector.store, { roles: ['reader'], account: null, madeBy: person.id }, collector.clock.now);
    const [link] = await collector.store.all<{ id: string }>('SELECT substr(hash, 1, 16) AS id FROM links');
    return [`/api/invitations/${link!.id}`];
  },
  'made-token': async () => ['/api/tokens', { name: 'next year' }],
  'took-token-back': async ({ collector }) => {
    const [token] = await collector.store.all<{ id: string }>('SELECT substr(hash, 1, 16) AS id FROM intake_tokens');
    return [`/api/tokens/${token!.id}`];
  },
  'signed-out': async () => ['/api/sign-out'],
  'changed-password': async () => ['/api/password', { old: password, fresh: 'another long password' }],
};
const { device, next } = browser();

describeStores('what is done', (makePlace) => {
  let place: Place;
  let collector: Collector;
  let person: Person;
  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    place = await makePlace();
    collector = await openCollector(place.address, {
      ...{ GATEHOUSE_OIDC_ISSUER: 'https://id.firm.example', GATEHOUSE_OIDC_CLIENT: 'c', GATEHOUSE_OIDC_SECRET: 's' },
      GATEHOUSE_SEAL_TO: `${'A'.repeat(43)}=`,
    });
    for (const number of [1, 2]) await collector.post(await next(incidentEntry(number)));
    await collector.signedIn('admin');
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await collector.close();
    await place.remove();
  });
  beforeEach(async () => {
    person = await collector.signedIn('reader', 'dpo', 'admin');
  });

  /** Everything but how often was tried, and when a session was last used. */
  const everything = async () => {
    const rows: Record<string, unknown> = {};
    for (const table of [...kept, 'links']) rows[table] = await collector.store.all(`SELECT * FROM ${table}`);
    rows.sessions = await collector.store.all('SELECT hash, account FROM sessions ORDER BY hash');
    return rows;
  };
  const lines = () => collector.store.all('SELECT account, action FROM audit ORDER BY position');
  const ask = async (store: Database, method: string, [path, body]: Asked, headers: Record<string, string> = {}) => {
    const { config, signer } = collector;
    const app = createApp({ store, config, signer, now: () => collector.clock.now, version: '0.1.0' });
    return app.request(`${url}${path}`, {
      method: method.toUpperCase(),
      headers: { cookie: person.cookie, origin: url, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  /** Not without the line, and with it. */
  const expectTogether = async (method: string, what: Asked, refused = noLine, headers = {}) => {
    const before = await everything();
    const answer = await ask(without(collector.store, refused), method, what, headers);
    expect([answer.status, await answer.json()]).toEqual([503, { problem: 'full' }]);
    expect(await everything()).toEqual(before);
    expect((await ask(collector.store, method, what, headers)).status).toBeLessThan(300);
    expect(await everything()).not.toEqual(before);
  };

  it.each(routes.flatMap(({ method, audit }) => (audit && method !== 'get' ? [[audit, method] as const] : [])))(
    'is not, where its line cannot be written: %s',
    async (action, method) => {
      const what = await asked[action]!({ collector, person });
      await expectTogether(method, what);
      expect((await lines()).at(-1)).toEqual({ account: person.id, action });
    },
  );

  it('is not, where its line cannot be written: coming in by a link, and by password', async () => {
    const invitation = { roles: ['reader' as const], account: null, madeBy: null };
    const secret = await invite(collector.store, invitation, collector.clock.now);
    const who = { address: 'late@firm.example', password };
    await expectTogether('post', ['/api/welcome', { ...who, secret, name: 'Late' }]);
    await expectTogether('post', ['/api/sign-in', who]);
    expect(await lines()).toContainEqual(expect.objectContaining({ action: 'welcomed' }));
  });

  it('is not, where what is odd about an entry cannot be said: the browser sends it again', async () => {
    const headers = { authorization: `Bearer ${await makeToken(collector.store, 'this one', start)}` };
    const actor = { value: 'a@firm.example', from: 'account' as const };
    expect((await collector.post(await next(incidentEntry(3, { actor })), headers)).status).toBe(200);
    const envelope = await next(incidentEntry(4, { actor }));
    await expectTogether('post', ['/api/entries', envelope], /INSERT INTO notices[\s\S]*unsealed/, headers);
    expect((await oddAbout(collector, device)).unsealed).toContain(envelope.sequence);
  });
});
