import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setPassword } from '../../collector/accounts.ts';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { inviteFirst } from '../../collector/invitations.ts';
import { type Role, roles } from '../../collector/roles.ts';
import { registerPage } from '../../collector/routes/answers.ts';
import { routes } from '../../collector/routes/index.ts';
import { hashPassword } from '../../collector/secrets.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, openCollector, password, start, url } from './office.ts';
import type { Place } from './stores.ts';

vi.mock('../../collector/secrets.ts', async (original) => {
  const real = await original<typeof import('../../collector/secrets.ts')>();
  return { ...real, hashPassword: vi.fn(real.hashPassword) };
});

const aYear = 365 * 24 * 3_600_000;
const json = { 'content-type': 'application/json', origin: url };

describeStores('access', (makePlace) => {
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

  const lines = () =>
    collector.store.all<{ account: string; action: string; object: string; outcome: string }>(
      'SELECT account, action, object, outcome FROM audit ORDER BY position',
    );
  const signIn = (address: string, secret: string, from = '192.0.2.7') =>
    collector.ask('/api/sign-in', {
      ...{ method: 'POST', headers: json, place: from },
      body: JSON.stringify({ address, password: secret }),
    });

  describe('every route that asks for an account', () => {
    const guarded = routes.filter(({ who }) => who !== 'anyone' && who !== 'sender');
    const pathOf = (path: string) => path.replace(/:\w+/, 'some-id');

    it.each(guarded.map(({ method, path }) => [method, path] as const))(
      '%s %s refuses whoever is not signed in, and writes it down',
      async (method, path) => {
        const before = (await lines()).length;
        const answer = await collector.ask(pathOf(path), { method: method.toUpperCase(), headers: { origin: url } });
        expect(answer.status).toBe(401);
        expect((await lines()).slice(before)).toMatchObject([{ account: '', outcome: 'refused' }]);
      },
    );

    const withRoles = guarded.flatMap(({ method, path, who }) =>
      typeof who === 'string'
        ? []
        : roles.filter((role) => !who.includes(role)).map((role) => ({ method, path, role })),
    );
    const people = new Map<Role, Awaited<ReturnType<Collector['signedIn']>>>();
    it.each(withRoles)('$method $path refuses a $role, and writes it down', async ({ method, path, role }) => {
      if (!people.has(role)) people.set(role, await collector.signedIn(role));
      const person = people.get(role)!;
      const before = (await lines()).length;
      const { status } =
        method === 'get'
          ? await person.get(pathOf(path))
          : await person.send(method.toUpperCase() as 'POST', pathOf(path), {});
      expect(status).toBe(403);
      expect((await lines()).slice(before)).toMatchObject([{ account: person.id, outcome: 'refused' }]);
    });
  });

  it('writes down what strangers try, and not how often within a minute', async () => {
    const tries = async () =>
      (await lines()).filter(
        ({ action, account, outcome }) => action === 'saw-register' && account === '' && outcome === 'refused',
      ).length;
    collector.clock.now += 60_000;
    const before = await tries();
    for (let times = 0; times < 20; times += 1) expect((await collector.ask('/api/register')).status).toBe(401);
    expect(await tries()).toBe(before + 1);
    collector.clock.now += 60_000;
    await collector.ask('/api/register');
    expect(await tries()).toBe(before + 2);
  });

  it('writes down what strangers try, though the clock stood a year ahead when one tried before', async () => {
    const tries = async () =>
      (await lines()).filter(({ action, account }) => action === 'saw-coverage' && account === '').length;
    collector.clock.now += aYear;
    await collector.ask('/api/coverage');
    collector.clock.now -= aYear;
    const before = await tries();
    for (let times = 0; times < 2; times += 1) await collector.ask('/api/coverage');
    expect(await tries()).toBe(before + 1);
  });

  it('does not call it a refused try when somebody who is not signed in opens the page', async () => {
    const before = (await lines()).length;
    expect((await collector.ask('/api/me')).status).toBe(401);
    expect((await collector.ask('/api/me', { headers: { cookie: `__Host-gatehouse=${'A'.repeat(43)}` } })).status).toBe(
      401,
    );
    expect((await lines()).length).toBe(before);
  });

  it('shows a long register in pages that say how far it goes', async () => {
    const reader = await collector.signedIn('reader');
    await collector.store.transaction(async (inside) => {
      for (let number = 0; number < 2_001; number++)
        await inside.run(
          `INSERT INTO entries (id, device, sequence, previous, hash, type, about, at, received_at, is_intact, envelope)
           VALUES (?, 'long', ?, '', '', 'incident', '', 0, 0, 1, ?)`,
          ...[`long-${number}`, number, JSON.stringify({ number })],
        );
    });
    const first = await (await reader.get('/api/register')).json();
    expect(first.entries).toHaveLength(2_000);
    expect(first.next).toBe(first.last);
    const second = await (await reader.get(`/api/register?after=${first.next}`)).json();
    expect(first.end).toBe(second.last);
    expect(second.next).toBeUndefined();
    expect(second.entries.at(-1)).toEqual({ number: 2_000 });
    const { entries: latest, ...rest } = await (await reader.get('/api/register?latest=3')).json();
    expect(latest).toEqual([{ number: 1_998 }, { number: 1_999 }, { number: 2_000 }]);
    expect(rest).toEqual({});
    expect((await (await reader.get('/api/register?latest=99999')).json()).entries).toHaveLength(2_000);
    for (const odd of ['-1', 'x', '1.5e400'])
      expect((await reader.get(`/api/register?latest=${odd}`)).status).toBe(200);
    expect((await lines()).slice(-5)).toContainEqual(expect.objectContaining({ object: 'the latest 3' }));
    await collector.store.run("DELETE FROM entries WHERE device = 'long'");
  });

  it('shows the register to its readers, page by page, and writes down who saw and who exported', async () => {
    const { next } = browser();
    const envelope = await next(incidentEntry(1));
    await collector.post(envelope);
    const [reader, dpo] = [await collector.signedIn('reader'), await collector.signedIn('dpo')];
    const { last, ...page } = await (await reader.get('/api/register')).json();
    expect(page).toEqual({ entries: [envelope], erased: 0 });
    v.parse(registerPage, { last, ...page });
    expect(await (await reader.get(`/api/register?after=${last}`)).json()).toEqual({ entries: [], erased: 0 });
    const exporting = { form: 'csv', entries: 1 };
    expect((await reader.send('POST', '/api/register/exports', exporting)).status).toBe(403);
    expect((await dpo.send('POST', '/api/register/exports', exporting)).status).toBe(204);
    expect((await lines()).slice(-4)).toMatchObject([
      { account: reader.id, action: 'saw-register', object: 'after 0', outcome: 'allowed' },
      { account: reader.id, action: 'saw-register', object: `after ${last}`, outcome: 'allowed' },
      { account: reader.id, action: 'exported', outcome: 'refused' },
      { account: dpo.id, action: 'exported', object: '1 as csv', outcome: 'allowed' },
    ]);
    const shown = (await (await dpo.get('/api/audit')).json()).lines;
    expect(
      shown.some((line: { who: string; action: string }) => line.who === dpo.address && line.action === 'exported'),
    ).toBe(true);
  });

  it('refuses what a page asks in the name of another account than the one that is signed in', async () => {
    await collector.post(await browser().next(incidentEntry(3)));
    const [dpo, other] = [await collector.signedIn('dpo'), await collector.signedIn('dpo')];
    const ask = (path: string, account: string, body?: unknown) =>
      collector.ask(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...{ cookie: dpo.cookie, origin: url, 'content-type': 'application/json' },
          'gatehouse-account': account,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const note = { about: uuid(3), change: { do: 'note', text: 'rang' } };
    const before = (await lines()).length;
    for (const [path, body] of [['/api/work', note], ['/api/register']] as const) {
      const answer = await ask(path, other.id, body);
      expect([answer.status, await answer.json()]).toEqual([401, { problem: 'somebody-else' }]);
    }
    expect((await lines()).slice(before)).toMatchObject([
      { account: dpo.id, action: 'worked', object: 'from a page of somebody else', outcome: 'refused' },
      { account: dpo.id, action: 'saw-register', object: 'from a page of somebody else', outcome: 'refused' },
    ]);
    expect((await ask('/api/work', dpo.id, note)).status).toBe(201);
    expect((await ask('/api/me', other.id)).status).toBe(200);
  });

  it('says whether there is anything new without a line, and keeps nobody signed in by it', async () => {
    await collector.post(await browser().next(incidentEntry(2)));
    const reader = await collector.signedIn('reader');
    const { last } = await (await reader.get('/api/register')).json();
    const before = (await lines()).length;
    expect(await (await reader.get('/api/register/end')).json()).toEqual({ end: last, erased: 0 });
    expect((await lines()).length).toBe(before);
    const cookie = { cookie: reader.cookie };
    const minutes = async (count: number, headers: Record<string, string>) => {
      for (let minute = 0; minute < count; minute += 1) {
        collector.clock.now += 60_000;
        await collector.ask('/api/register/end', { headers: { ...cookie, ...headers } });
      }
      return (await collector.ask('/api/me', { headers: { ...cookie, 'gatehouse-unattended': '1' } })).status;
    };
    expect(await minutes(20, {})).toBe(200);
    expect(await minutes(29, { 'gatehouse-unattended': '1' })).toBe(200);
    expect(await minutes(2, { 'gatehouse-unattended': '1' })).toBe(401);
  });

  it('says which entries were erased since, and that some were, to who has read them', async () => {
    const { next } = browser();
    const envelopes = [await next(incidentEntry(811)), await next(incidentEntry(812))];
    for (const envelope of envelopes) await collector.post(envelope);
    const [reader, dpo] = [await collector.signedIn('reader'), await collector.signedIn('dpo')];
    const { last, erased } = await (await reader.get('/api/register')).json();
    const end = async () => (await (await reader.get('/api/register/end')).json()).erased;
    const news = async (since: number) => (await reader.get(`/api/register?after=${last}&erased=${since}`)).json();
    expect(await end()).toBe(erased);
    expect(await news(erased)).toEqual({ entries: [], erased });
    await dpo.send('POST', '/api/register/erasures', { rows: [uuid(811)] });
    const now = await end();
    expect(now).toBeGreaterThan(erased);
    expect(await news(erased)).toEqual({ entries: [], erased: now, gone: [envelopes[0]!.hash] });
    expect(await news(now)).toEqual({ entries: [], erased: now });
    for (const odd of ['-1', 'x', '1.5e400'])
      expect((await reader.get(`/api/register?erased=${odd}`)).status).toBe(200);
  });

  it.each([
    ['print', 'reader', 204],
    ['copy', 'reader', 403],
    ['copy', 'dpo', 204],
  ] as const)('notes a %s of a %s: %i', async (form, role, status) => {
    const person = await collector.signedIn(role);
    expect((await person.send('POST', '/api/register/exports', { form, entries: 3 })).status).toBe(status);
    const outcome = status === 204 ? 'allowed' : 'refused';
    expect((await lines()).at(-1)).toMatchObject({ account: person.id, action: 'exported', outcome });
  });

  it('erases what is about one employee, but not what is held, and writes it down; the chain is still whole', async () => {
    const { device, next } = browser();
    for (const number of [801, 802, 803]) await collector.post(await next(incidentEntry(number)));
    const dpo = await collector.signedIn('dpo');
    const change = { do: 'hold', isHeld: true, why: 'court' };
    expect((await dpo.send('POST', '/api/work', { about: uuid(802), change })).status).toBe(201);
    const before = (await lines()).length;
    const said = await dpo.send('POST', '/api/register/erasures', { rows: [801, 802].map(uuid) });
    expect(await said.json()).toEqual({ entries: 1, held: 1 });
    expect((await dpo.send('POST', '/api/register/questions', {})).status).toBe(204);
    expect((await lines()).slice(before)).toMatchObject([
      { account: dpo.id, action: 'erased', object: "1 entries, at a person's request", outcome: 'allowed' },
      { account: dpo.id, action: 'asked-for-person', outcome: 'allowed' },
    ]);
    const left = await collector.store.all<{ id: string }>(
      'SELECT id FROM entries WHERE device = ? AND envelope IS NOT NULL ORDER BY sequence',
      device,
    );
    expect(left.map(({ id }) => id)).toEqual([uuid(802), uuid(803)]);
    for await (const report of checkChains(collector.store, collector.signer.key))
      if (report.device === device) expect(isWhole(report)).toBe(true);
  });

  it('makes the first account by the link of any start, once, and ends the links of the others', async () => {
    const fresh = await makePlace();
    const first = await openCollector(fresh.address);
    const links = [await inviteFirst(first.store, start), await inviteFirst(first.store, start)];
    const welcome = (secret: string, address: string) =>
      first.ask('/api/welcome', {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ secret, address, name: 'First', password }),
      });
    const said = [];
    for (const secret of links) said.push((await welcome(secret, `first-${said.length}@firm.example`)).status);
    expect(said).toEqual([204, 410]);
    expect(await first.store.all('SELECT id FROM accounts')).toHaveLength(1);
    await first.close();
    await fresh.remove();
  });

  it('makes the first account by its link, once', async () => {
    const link = await inviteFirst(collector.store, start);
    const welcome = (secret: string, address = 'First@Firm.example') =>
      collector.ask('/api/welcome', {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ secret, address, name: 'First', password }),
      });
    expect((await welcome('A'.repeat(43))).status).toBe(410);
    expect((await welcome(link)).status).toBe(204);
    expect((await welcome(link)).status).toBe(410);
    const answer = await signIn('first@firm.example', password);
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^__Host-gatehouse=[\w-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/);
    const me = await collector.ask('/api/me', { headers: { cookie: cookie.split(';')[0]! } });
    expect(await me.json()).toMatchObject({ address: 'first@firm.example', roles: ['dpo', 'admin'] });
  });

  it('does not make an account whose link has ended', async () => {
    const link = await inviteFirst(collector.store, start - 4 * 24 * 3_600_000);
    const body = JSON.stringify({ secret: link, address: 'late@firm.example', name: 'Late', password });
    expect((await collector.ask('/api/welcome', { method: 'POST', headers: json, body })).status).toBe(410);
  });

  it('stops guessing: five tries at an account, even for the right password, until a quarter of an hour is over', async () => {
    const { address } = await collector.signedIn('reader');
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(address, 'wrong wrong wrong')).status).toBe(401);
    expect((await signIn(address, password)).status).toBe(429);
    const failed = await collector.store.all<{ who: string }>('SELECT who FROM tries');
    expect(JSON.stringify(failed)).not.toContain(address);
    collector.clock.now += 16 * 60_000;
    expect((await signIn(address, password)).status).toBe(204);
  });

  it('counts guesses that come at the same moment: no more of them are looked at', async () => {
    const { address } = await collector.signedIn('reader');
    const said = await Promise.all(Array.from({ length: 12 }, () => signIn(address, 'wrong wrong wrong')));
    expect(said.filter(({ status }) => status === 429)).toHaveLength(7);
    const before = (await lines()).length;
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(address, password)).status).toBe(429);
    expect((await lines()).length).toBe(before);
  });

  it('counts what one place tries at many accounts, but nobody who signs in there', async () => {
    const at = '192.0.2.99';
    const { address } = await collector.signedIn('reader');
    for (let times = 0; times < 31; times += 1) expect((await signIn(address, password, at)).status).toBe(204);
    const others = await Promise.all(Array.from({ length: 32 }, () => collector.signedIn('reader')));
    const said = await Promise.all(others.map((other) => signIn(other.address, 'wrong wrong wrong', at)));
    expect(said.filter(({ status }) => status === 401)).toHaveLength(30);
    expect((await signIn(address, password, at)).status).toBe(429);
    expect((await signIn(address, password, '192.0.2.98')).status).toBe(204);
  });

  it('spends no time on the password of who has no link, and writes such tries down once a minute', async () => {
    collector.clock.now += 60_000;
    const before = (await lines()).length;
    const body = JSON.stringify({ secret: 'B'.repeat(43), address: 'a@firm.example', name: 'A', password });
    vi.mocked(hashPassword).mockClear();
    for (let times = 0; times < 3; times += 1)
      expect((await collector.ask('/api/welcome', { method: 'POST', headers: json, body })).status).toBe(410);
    expect(hashPassword).not.toHaveBeenCalled();
    expect((await lines()).slice(before)).toEqual([
      { account: '', action: 'welcomed', object: '', outcome: 'refused' },
    ]);
  });

  it('answers the same for a wrong password and for an account that is not there', async () => {
    const { address } = await collector.signedIn('reader');
    const [known, unknown] = [await signIn(address, 'wrong wrong wrong'), await signIn('no@firm.example', password)];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
  });

  it('changes nothing for another page, whatever cookie it has', async () => {
    const admin = await collector.signedIn('admin');
    const before = (await lines()).length;
    for (const origin of ['https://evil.example', 'null', `${url}.evil.example`, undefined]) {
      const headers = { cookie: admin.cookie, 'content-type': 'application/json', ...(origin && { origin }) };
      const answer = await collector.ask('/api/tokens', { method: 'POST', headers, body: '{"name":"theirs"}' });
      expect(answer.status).toBe(403);
    }
    const refused = { account: admin.id, action: 'made-token', object: 'from another page', outcome: 'refused' };
    expect((await lines()).slice(before)).toEqual([refused, refused, refused, refused]);
    expect(JSON.stringify(await (await admin.get('/api/tokens')).json())).not.toContain('theirs');
  });

  it('ends a session that was idle for half an hour, one of twelve hours, one that was closed, and those of a changed account', async () => {
    const admin = await collector.signedIn('admin');
    const idle = await collector.signedIn('reader');
    collector.clock.now += 31 * 60_000;
    expect((await idle.get('/api/me')).status).toBe(401);
    const busy = await collector.signedIn('reader');
    for (let quarter = 0; quarter < 47; quarter += 1) {
      collector.clock.now += 15 * 60_000;
      expect((await busy.get('/api/me')).status).toBe(200);
    }
    collector.clock.now += 16 * 60_000;
    expect((await busy.get('/api/me')).status).toBe(401);
    const left = await collector.signedIn('reader');
    await left.send('POST', '/api/sign-out');
    expect((await left.get('/api/me')).status).toBe(401);
    const [again, closed] = [await collector.signedIn('admin'), await collector.signedIn('reader')];
    expect(
      (await again.send('PATCH', `/api/accounts/${closed.id}`, { roles: ['reader'], isClosed: true })).status,
    ).toBe(204);
    expect((await closed.get('/api/me')).status).toBe(401);
    expect((await signIn(closed.address, password)).status).toBe(401);
    expect((await admin.get('/api/me')).status).toBe(401);
  });

  it('never closes the last account that looks after accounts', async () => {
    const admin = await collector.signedIn('admin');
    await collector.store.run("UPDATE accounts SET closed_at = 1 WHERE id <> ? AND roles LIKE '%admin%'", admin.id);
    const change = { roles: ['reader'], isClosed: false };
    expect((await admin.send('PATCH', `/api/accounts/${admin.id}`, change)).status).toBe(409);
  });

  it('rolls a token over: the new one is good beside the old, until the old one is taken back', async () => {
    const admin = await collector.signedIn('admin');
    const made = await (await admin.send('POST', '/api/tokens', { name: 'next year' })).json();
    const { next } = browser();
    const post = async (token: string) =>
      (
        await collector.post(await next(incidentEntry(Math.floor(Math.random() * 1e6) + 1000)), {
          authorization: `Bearer ${token}`,
        })
      ).status;
    expect([await post(made.token), await post(collector.token)]).toEqual([200, 200]);
    const { tokens } = await (await admin.get('/api/tokens')).json();
    expect(JSON.stringify(tokens)).not.toContain(made.token);
    const old = tokens.find(({ name }: { name: string }) => name === 'test');
    expect((await admin.send('DELETE', `/api/tokens/${old.id}`)).status).toBe(204);
    expect([await post(made.token), await post(collector.token)]).toEqual([200, 401]);
    collector.token = made.token;
  });

  it('changes a password only for who knows the old one, and ends every session', async () => {
    const person = await collector.signedIn('reader');
    const fresh = 'another long password';
    expect((await person.send('POST', '/api/password', { old: 'wrong wrong wrong', fresh })).status).toBe(403);
    expect((await person.send('POST', '/api/password', { old: password, fresh: 'short' })).status).toBe(422);
    expect((await person.send('POST', '/api/password', { old: password, fresh })).status).toBe(204);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await signIn(person.address, fresh)).status).toBe(204);
  });

  it('gives an account a new password by a link of an admin, with the roles it had', async () => {
    const [admin, person] = [await collector.signedIn('admin'), await collector.signedIn('reader')];
    const asked = { roles: ['admin'], account: person.id };
    const { link } = await (await admin.send('POST', '/api/invitations', asked)).json();
    expect(link.startsWith(`${url}/#welcome=`)).toBe(true);
    const body = {
      secret: link.split('=')[1],
      address: 'other@firm.example',
      name: 'Other',
      password: 'a new long password',
    };
    const answer = await collector.ask('/api/welcome', { method: 'POST', headers: json, body: JSON.stringify(body) });
    expect(answer.status).toBe(204);
    const signed = await signIn(person.address, body.password);
    const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
    expect(await (await collector.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({ roles: ['reader'] });
  });

  describe('the record of who may do what', () => {
    const welcome = (link: string, address: string) =>
      collector.ask('/api/welcome', {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ secret: link.split('=')[1], address, name: 'Late', password: 'a new long password' }),
      });
    const linkOf = async (admin: Awaited<ReturnType<Collector['signedIn']>>, body: object) =>
      (await (await admin.send('POST', '/api/invitations', body)).json()).link as string;

    it('says which roles were given, and who was closed', async () => {
      const [admin, person] = [await collector.signedIn('admin'), await collector.signedIn('reader')];
      const change = (who: string, roles: Role[], isClosed: boolean) =>
        admin.send('PATCH', `/api/accounts/${who}`, { roles, isClosed });
      const before = (await lines()).length;
      await change(person.id, ['reader', 'dpo'], false);
      await change(person.id, ['reader'], true);
      expect((await lines()).slice(before).map(({ object }) => object)).toEqual([
        `${person.id}: reader dpo`,
        `${person.id}: reader, closed`,
      ]);
      await welcome(await linkOf(admin, { roles: ['dpo', 'admin'] }), 'roles@firm.example');
      expect((await lines()).slice(-2)).toMatchObject([
        { action: 'invited', account: admin.id, object: 'dpo admin' },
        { action: 'welcomed', object: 'dpo admin' },
      ]);
    });

    it('keeps what two admins change of one account, each of whom saw it as it was before', async () => {
      const [one, other] = [await collector.signedIn('admin'), await collector.signedIn('admin')];
      const person = await collector.signedIn('reader');
      const change = (who: typeof one, to: object) => who.send('PATCH', `/api/accounts/${person.id}`, to);
      await Promise.all([change(one, { roles: ['reader', 'dpo'] }), change(other, { isClosed: true })]);
      const { accounts } = await (await one.get('/api/accounts')).json();
      expect(accounts).toContainEqual(
        expect.objectContaining({ id: person.id, roles: ['reader', 'dpo'], isClosed: true }),
      );
      expect((await lines()).at(-1)?.object).toContain(', closed');
    });

    it('changes nobody who is not there, and nothing where nothing is named', async () => {
      const admin = await collector.signedIn('admin');
      expect((await admin.send('PATCH', '/api/accounts/nobody', { isClosed: true })).status).toBe(404);
      expect((await admin.send('PATCH', `/api/accounts/${admin.id}`, {})).status).toBe(422);
    });

    it.each([
      ['closed', { roles: ['admin'], isClosed: true }],
      ['no admin any more', { roles: ['reader'], isClosed: false }],
    ])('is not got round by the links of an admin who is %s', async (_, change) => {
      const [admin, leaving] = [await collector.signedIn('admin'), await collector.signedIn('admin')];
      const [mine, theirs] = [
        await linkOf(admin, { roles: ['reader'] }),
        await linkOf(leaving, { roles: ['dpo', 'admin'] }),
      ];
      expect((await admin.send('PATCH', `/api/accounts/${leaving.id}`, change)).status).toBe(204);
      const at = crypto.randomUUID();
      expect((await welcome(theirs, `theirs-${at}@firm.example`)).status).toBe(410);
      expect((await welcome(mine, `mine-${at}@firm.example`)).status).toBe(204);
    });

    it('is not got round by a link of before links had a maker: it ends with the upgrade, others are made as ever', async () => {
      const fresh = await makePlace();
      const before = await openCollector(fresh.address);
      await before.store.run(
        `CREATE TABLE invitations (hash TEXT PRIMARY KEY, roles TEXT NOT NULL, account TEXT, created_at BIGINT NOT NULL,
         until BIGINT NOT NULL)`,
      );
      await before.store.run("INSERT INTO invitations VALUES ('a', 'admin', NULL, 1, 2)");
      await before.store.run('DROP TABLE links');
      await before.close();
      const after = await openCollector(fresh.address);
      await expect(after.store.all('SELECT * FROM invitations')).rejects.toThrow('invitations');
      const secret = await inviteFirst(after.store, start);
      const body = JSON.stringify({ secret, address: 'first@firm.example', name: 'First', password });
      expect((await after.ask('/api/welcome', { method: 'POST', headers: json, body })).status).toBe(204);
      await after.close();
      await fresh.remove();
    });

    it('lists the links that are good, and lets in nobody by one that was taken back', async () => {
      const [admin, leaving] = [await collector.signedIn('admin'), await collector.signedIn('admin')];
      const person = await collector.signedIn('reader');
      const listed = async () =>
        (await (await admin.get('/api/invitations')).json()).invitations as { id: string; madeBy: string | null }[];
      const already = (await listed()).map(({ id }) => id);
      const links = async () => (await listed()).filter(({ id }) => !already.includes(id));
      const link = await linkOf(admin, { roles: ['reader'] });
      await linkOf(leaving, { roles: ['dpo'] });
      collector.clock.now += 1;
      await linkOf(admin, { roles: ['reader'], account: person.id });
      const until = collector.clock.now + 3 * 24 * 3_600_000;
      expect((await links()).length).toBe(3);
      expect((await links()).at(-1)).toMatchObject({ account: person.id, madeBy: admin.id, roles: ['reader'], until });
      expect(JSON.stringify(await listed())).not.toContain(link.split('=')[1]);
      await admin.send('PATCH', `/api/accounts/${leaving.id}`, { isClosed: true });
      expect((await links()).map(({ madeBy }) => madeBy)).toEqual([admin.id, admin.id]);
      const id = (await links())[0]!.id;
      expect((await person.send('DELETE', `/api/invitations/${id}`)).status).toBe(403);
      expect((await admin.send('DELETE', `/api/invitations/${id}`)).status).toBe(204);
      expect((await lines()).at(-1)).toMatchObject({ action: 'took-link-back', account: admin.id, object: id });
      expect((await welcome(link, 'back@firm.example')).status).toBe(410);
      expect((await admin.send('DELETE', `/api/invitations/${id}`)).status).toBe(404);
      collector.clock.now = until - 1;
      const later = await collector.signedIn('admin');
      const of = async () => (await (await later.get('/api/invitations')).json()).invitations.length as number;
      expect(await of()).toBe(1);
      collector.clock.now += 1;
      expect(await of()).toBe(0);
    });

    it('is not got round by a link for an account that was closed, nor once it is opened again', async () => {
      const [admin, person] = [await collector.signedIn('admin'), await collector.signedIn('reader')];
      const link = await linkOf(admin, { roles: ['reader'], account: person.id });
      const stored = await collector.store.all('SELECT password FROM accounts WHERE id = ?', person.id);
      const close = (isClosed: boolean) =>
        admin.send('PATCH', `/api/accounts/${person.id}`, { roles: ['reader'], isClosed });
      await close(true);
      expect((await welcome(link, person.address)).status).toBe(410);
      await close(false);
      expect((await welcome(link, person.address)).status).toBe(410);
      await collector.store.transaction(async (inside) => {
        await inside.run('UPDATE accounts SET closed_at = 1 WHERE id = ?', person.id);
        await setPassword(inside, person.id, 'another');
      });
      expect(await collector.store.all('SELECT password FROM accounts WHERE id = ?', person.id)).toEqual(stored);
    });
  });

  it('keeps no secret in a form that can be used', async () => {
    const admin = await collector.signedIn('admin');
    const { link } = await (await admin.send('POST', '/api/invitations', { roles: ['reader'] })).json();
    const secrets = [password, collector.token, admin.cookie.split('=')[1]!, link.split('=')[1]];
    for (const table of ['accounts', 'sessions', 'intake_tokens', 'links', 'audit', 'tries']) {
      const kept = JSON.stringify(await collector.store.all(`SELECT * FROM ${table}`));
      for (const secret of secrets) expect(kept, table).not.toContain(secret);
    }
  });

  it('describes every route as it is, and nothing else', async () => {
    const described = await (await collector.ask('/api/openapi.json')).json();
    const operations = Object.entries<Record<string, object>>(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(operations.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    const { requestBody, security } = described.paths['/api/entries'].post;
    expect(security).toEqual([{ sender: [] }]);
    const whole = { $ref: '#/components/schemas/Envelope' };
    expect(described.components.schemas.Envelope.required).toContain('hash');
    expect(JSON.stringify(described)).not.toContain('$defs');
    const { parameters, responses } = described.paths['/api/register'].get;
    expect(parameters.map(({ name, in: where }: { name: string; in: string }) => `${where} ${name}`)).toEqual([
      'query after',
      'query latest',
      'query erased',
    ]);
    expect(responses['200'].content['application/json'].schema.properties.entries).toEqual({
      ...{ type: 'array', items: whole },
    });
    expect(responses['403'].content['application/json'].schema.required).toEqual(['problem']);
    expect(requestBody.content['application/json'].schema).toEqual(whole);
  });
});
