import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addAccount } from '../../collector/accounts.ts';
import { createApp } from '../../collector/app.ts';
import { readConfig } from '../../collector/config.ts';
import { describeStores } from './describe-stores.ts';
import { type FirmSignIn, startFirmSignIn } from './firm-sign-in.ts';
import { freePort } from './free-port.ts';
import { type Collector, openCollector, url } from './office.ts';
import { noLine, without } from './store-without-room.ts';
import type { Place } from './stores.ts';

// The provider says that it is no production one.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);
vi.spyOn(console, 'info').mockImplementation(() => undefined);

describeStores('signing in with the firm’s account', (makePlace) => {
  let place: Place;
  let firm: FirmSignIn;
  let collector: Collector;
  beforeAll(async () => {
    firm = await startFirmSignIn(`${url}/api/oidc/back`);
    place = await makePlace();
    collector = await openCollector(place.address, {
      ...{ GATEHOUSE_OIDC_ISSUER: firm.issuer, GATEHOUSE_OIDC_CLIENT: firm.clientId },
      GATEHOUSE_OIDC_SECRET: firm.secret,
    });
  });
  afterAll(async () => {
    await collector.close();
    await Promise.all([place.remove(), firm.close()]);
  });

  let people = 0;
  const person = async (claims: { email_verified?: boolean | undefined } = {}, hasAccount = true) => {
    people += 1;
    const name = `person-${people}-${crypto.randomUUID()}`;
    const address = `${name}@firm.example`;
    firm.people.set(name, { email: address, email_verified: true, ...claims });
    const account = { id: crypto.randomUUID(), address, name, roles: ['dpo' as const] };
    if (hasAccount) await addAccount(collector.store, account, null, collector.clock.now);
    return { name, address, account };
  };
  const begin = async () => {
    const left = await collector.ask('/api/oidc');
    expect(left.status).toBe(302);
    return { to: left.headers.get('location')!, cookie: left.headers.get('set-cookie')!.split(';')[0]! };
  };
  const end = async (back: string, cookie: string) => {
    const answer = await collector.ask(back.slice(url.length), { headers: { cookie } });
    return { where: answer.headers.get('location'), session: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const signIn = async (name: string) => {
    const { to, cookie } = await begin();
    return end(await firm.signIn(to, name), cookie);
  };
  const me = async (cookie: string) => (await collector.ask('/api/me', { headers: { cookie } })).status;

  it('lets in who has an account here, and writes it down', async () => {
    const { name, account } = await person();
    const { where, session } = await signIn(name);
    expect(where).toBe(`${url}/`);
    expect(await (await collector.ask('/api/me', { headers: { cookie: session } })).json()).toEqual(account);
    const audit = await collector.store.all('SELECT action, object, outcome FROM audit WHERE account = ?', account.id);
    expect(audit).toEqual([{ action: 'signed-in', object: 'by the firm', outcome: 'allowed' }]);
  });

  it('binds nobody to an account where it cannot be written down who came in', async () => {
    const { name, account } = await person();
    const { to, cookie } = await begin();
    const back = await firm.signIn(to, name);
    const { store, config, signer, clock } = collector;
    const world = { store: without(store, noLine), config, signer, now: () => clock.now, version: '0.1.0' };
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await createApp(world).request(back, { headers: { cookie } })).status).toBe(503);
    said.mockRestore();
    const bound = () => store.all('SELECT subject FROM identities WHERE account = ?', account.id);
    expect(await bound()).toEqual([]);
    expect(await me((await signIn(name)).session)).toBe(200);
    expect(await bound()).toHaveLength(1);
  });

  it.each([
    ['whose address has no account here', {}, false],
    ['whose address the provider has not verified', { email_verified: false }, true],
    ['whose address the provider does not say it has verified', { email_verified: undefined }, true],
  ])('lets nobody in %s', async (_, claims, hasAccount) => {
    const { name } = await person(claims, hasAccount);
    const { where, session } = await signIn(name);
    expect(where).toBe(`${url}/#sign-in=no-account`);
    expect(await me(session)).toBe(401);
  });

  it.each([
    ['lets in whose address the provider says nothing of', undefined, ''],
    ['lets nobody in whose address it says is not verified', false, '#sign-in=no-account'],
  ])('%s, where its addresses are the firm’s own', async (_, isVerified, where) => {
    const { name } = await person({ email_verified: isVerified });
    const trusting = await openCollector(place.address, {
      ...{ GATEHOUSE_OIDC_ISSUER: firm.issuer, GATEHOUSE_OIDC_CLIENT: firm.clientId },
      ...{ GATEHOUSE_OIDC_SECRET: firm.secret, GATEHOUSE_OIDC_ADDRESSES: 'own' },
    });
    const left = await trusting.ask('/api/oidc');
    const back = await firm.signIn(left.headers.get('location')!, name);
    const cookie = left.headers.get('set-cookie')!.split(';')[0]!;
    const answer = await trusting.ask(back.slice(url.length), { headers: { cookie } });
    expect(answer.headers.get('location')).toBe(`${url}/${where}`);
    await trusting.close();
  });

  it('says on the sign-in page that the provider cannot be reached', async () => {
    const alone = await openCollector(place.address, {
      ...{ GATEHOUSE_OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`, GATEHOUSE_OIDC_CLIENT: 'register' },
      GATEHOUSE_OIDC_SECRET: 'secret',
    });
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await alone.ask('/api/oidc');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${url}/#sign-in=failed`]);
    expect(said.mock.calls.flat().join()).toMatch(/^collector: the firm's sign-in cannot be reached: \w+$/);
    said.mockRestore();
    await alone.close();
  });

  it('knows somebody again by the provider’s name for them, and gives their address to nobody else', async () => {
    const { name, address } = await person();
    await signIn(name);
    firm.people.set(name, { email: 'renamed@firm.example' });
    expect((await signIn(name)).where).toBe(`${url}/`);
    const other = await person({}, false);
    firm.people.set(other.name, { email: address, email_verified: true });
    expect((await signIn(other.name)).where).toBe(`${url}/#sign-in=no-account`);
  });

  it('lets nobody in whose account was closed', async () => {
    const { name, account } = await person();
    await signIn(name);
    await collector.store.run('UPDATE accounts SET closed_at = 1 WHERE id = ?', account.id);
    expect((await signIn(name)).where).toBe(`${url}/#sign-in=no-account`);
  });

  it.each([
    ['in another browser', async (back: string) => [back, '']],
    ['of another sign-in', async (back: string) => [back, (await begin()).cookie]],
    ['with another code', async (back: string, cookie: string) => [back.replace(/code=[^&]+/, 'code=guessed'), cookie]],
    ['with another state', async (back: string, cookie: string) => [back.replace(/state=[^&]+/, 'state=x'), cookie]],
    ['with no code', async (_: string, cookie: string) => [`${url}/api/oidc/back`, cookie]],
  ])('takes no answer %s', async (_, change) => {
    const { name } = await person();
    const { to, cookie } = await begin();
    const [back, with_] = await change(await firm.signIn(to, name), cookie);
    const { where, session } = await end(back!, with_!);
    expect(where).toBe(`${url}/#sign-in=failed`);
    expect(await me(session)).toBe(401);
  });

  it('writes down once a minute that somebody came back in vain', async () => {
    collector.clock.now += 60_000;
    const refusals = async () =>
      (await collector.store.all("SELECT at FROM audit WHERE action = 'signed-in' AND outcome = 'refused'")).length;
    const before = await refusals();
    for (let times = 0; times < 5; times += 1) await collector.ask('/api/oidc/back?code=guessed&state=x');
    expect(await refusals()).toBe(before + 1);
  });

  it('takes an answer once, and none after ten minutes', async () => {
    const { name } = await person();
    const first = await begin();
    const back = await firm.signIn(first.to, name);
    expect((await end(back, first.cookie)).where).toBe(`${url}/`);
    expect((await end(back, first.cookie)).where).toBe(`${url}/#sign-in=failed`);
    const late = await begin();
    const lateBack = await firm.signIn(late.to, name);
    collector.clock.now += 10 * 60_000;
    expect((await end(lateBack, late.cookie)).where).toBe(`${url}/#sign-in=failed`);
  });

  it('gives an account made for it no password that could be guessed', async () => {
    const admin = await collector.signedIn('admin');
    const body = { address: 'New.One@firm.example', name: 'New One', roles: ['reader'] };
    expect((await admin.send('POST', '/api/accounts', body)).status).toBe(201);
    expect((await admin.send('POST', '/api/accounts', body)).status).toBe(409);
    firm.people.set('new', { email: 'new.one@firm.example', email_verified: true });
    expect((await signIn('new')).where).toBe(`${url}/`);
    const headers = { origin: url, 'content-type': 'application/json' };
    const typed = JSON.stringify({ address: 'new.one@firm.example', password: 'null' });
    expect((await collector.ask('/api/sign-in', { method: 'POST', headers, body: typed })).status).toBe(401);
  });
});

it.each([
  ['half of it', { GATEHOUSE_OIDC_ISSUER: 'https://id.firm.example' }],
  [
    'a word that is none',
    {
      ...{ GATEHOUSE_OIDC_ISSUER: 'https://id.firm.example', GATEHOUSE_OIDC_CLIENT: 'a' },
      ...{ GATEHOUSE_OIDC_SECRET: 'b', GATEHOUSE_OIDC_ADDRESSES: 'yes' },
    },
  ],
  [
    'a provider over plain http',
    { GATEHOUSE_OIDC_ISSUER: 'http://id.firm.example', GATEHOUSE_OIDC_CLIENT: 'a', GATEHOUSE_OIDC_SECRET: 'b' },
  ],
])('%s stops the start', (_, settings) => {
  expect(readConfig(settings)).toHaveProperty('problems');
});
