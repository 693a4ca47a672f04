import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background.ts';
import { newContactKeys, readContactKeys } from '@/incidents/contact-keys.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { unseal } from '@/incidents/sealed.ts';
import type { Messages } from '@/platform/messages/messages.ts';
import { asked } from '../platform/incident-asked.ts';

const home = 'chrome-extension://test-extension-id/';
const id = 'test-extension-id';
const page = 'https://mail.firm.example/compose?draft=7';
const guard = { id, url: page, tab: { id: 4, url: page }, frameId: 0, documentId: 'top' };
const desk = { id, url: `${home}desk.html`, tab: { id: 4 }, frameId: 8, documentId: 'desk' };
const register = { id, url: `${home}register.html`, tab: { id: 9 }, frameId: 0 };
const nonce = 'f3a9'.repeat(8);
const posts: { id: string; text: string }[] = [];

const setAccessLevel = vi.fn(async () => undefined);

type Answered<N extends keyof Messages> = { ok: true; answer: Messages[N]['answer'] } | { ok: false; why: string };

function say<N extends keyof Messages>(sender: object, name: N, ask: unknown): Promise<Answered<N>> {
  return new Promise(
    (resolve) =>
      void fakeBrowser.runtime.onMessage.trigger({ gatehouse: name, ask }, sender as never, resolve as never),
  );
}

async function list(): Promise<ChainedEntry[]> {
  const said = await say(register, 'register/list', {});
  return said.ok ? said.answer.entries : [];
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('indexedDB', new IDBFactory());
  posts.length = 0;
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async (_url: string, { headers, body }: RequestInit) => {
    posts.push({ id: new Headers(headers).get('idempotency-key') ?? '', text: String(body) });
    return new Response(null, { status: 204 });
  });
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  Object.assign(fakeBrowser.permissions, { contains: async () => false });
  Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
  const managed = fakeBrowser.storage.managed as unknown as { set(values: object): Promise<void> };
  await managed.set({ version: '7', reporting: { url: 'https://dpo.firm.example/in', token: 'CANARY' } });
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 4, url: page } as never);
  Object.assign(fakeBrowser, { webRequest: { onBeforeRequest: { addListener: vi.fn() } } });
  background.main();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openDesk(): Promise<void> {
  await say(guard, 'desk/announce', { nonce });
  expect(await say(desk, 'desk/claim', { nonce })).toMatchObject({
    ok: true,
    answer: { host: 'mail.firm.example' },
  });
}

describe('the background', () => {
  it('records what an announced desk asks, delivers it, and lists it', async () => {
    await openDesk();
    const said = await say(desk, 'incident/record', { incident: asked });
    const [entry] = await list();
    expect(entry?.entry).toMatchObject({
      type: 'incident',
      incident: {
        place: { host: 'mail.firm.example' },
        policy: { version: '7', source: 'managed' },
        people: { estimate: 957 },
      },
    });
    expect(said).toEqual({ ok: true, answer: { id: entry?.entry.type === 'incident' ? entry.entry.incident.id : '' } });
    await vi.waitFor(() => expect(posts).toHaveLength(1));
    expect(posts[0]?.text).toContain(posts[0]?.id);
  });

  it('seals who answered a question under the id of the question, so that the key opens it', async () => {
    const { text, keys } = await newContactKeys();
    const managed = fakeBrowser.storage.managed as unknown as { set(values: object): Promise<void> };
    await managed.set({ version: '8', actor: 'sam@firm.example', keys: { sealTo: keys.sealTo } });
    await openDesk();
    await say(desk, 'incident/open', { incident: { ...asked, choice: 'abandoned' } });
    await say(desk, 'incident/record', { incident: asked });
    const [{ entry }, ...more] = (await list()) as [ChainedEntry, ...ChainedEntry[]];
    expect([entry.type, more]).toEqual(['incident', []]);
    const { id: recorded, sealed } = (entry as Extract<typeof entry, { type: 'incident' }>).incident;
    const { opener } = (await readContactKeys(text))!;
    expect(await unseal(sealed!, opener, recorded)).toMatchObject({ actor: 'sam@firm.example' });
  });

  it('makes the fingerprints of an answered question once', async () => {
    await openDesk();
    const prints = vi.spyOn(crypto.subtle, 'sign');
    const printsOf = async (name: 'incident/open' | 'incident/record', change: object = {}) => {
      prints.mockClear();
      expect(await say(desk, name, { incident: { ...asked, ...change } })).toMatchObject({ ok: true });
      return prints.mock.calls.length;
    };
    const unasked = await printsOf('incident/record', { destination: 'external' });
    await printsOf('incident/open', { choice: 'abandoned' });
    expect([unasked > 0, await printsOf('incident/record')]).toEqual([true, unasked]);
    expect(await list()).toHaveLength(2);
  });

  it('keeps and sends none of what was in the ask and does not belong there', async () => {
    await openDesk();
    const canary = 'CANARY-in-ask';
    await say(desk, 'incident/record', {
      incident: {
        ...asked,
        subject: canary,
        kinds: [{ ...asked.kinds[0], values: [canary] }],
        place: { webmail: 'roundcube', host: canary },
      },
    });
    await vi.waitFor(() => expect(posts).toHaveLength(1));
    const kept = JSON.stringify([
      await list(),
      await fakeBrowser.storage.local.get(null),
      await fakeBrowser.storage.session.get(null),
    ]);
    expect(kept + posts[0]?.text).not.toContain(canary);
    expect(kept + posts[0]?.text).not.toMatch(/kofi|second@/i);
  });

  it('records nothing for a desk nobody announced', async () => {
    expect(await say(desk, 'incident/record', { incident: asked })).toEqual({ ok: false, why: 'failed' });
    expect(await list()).toEqual([]);
  });

  it('lets a desk amend an incident of its own tab, and no other', async () => {
    await openDesk();
    const said = await say(desk, 'incident/record', { incident: asked });
    const incident = said.ok ? said.answer.id : '';
    const elsewhere = { ...desk, tab: { id: 5 } };
    expect(await say(elsewhere, 'incident/amend', { incident, sent: 'sent' })).toEqual({ ok: false, why: 'failed' });
    expect(await say(desk, 'incident/amend', { incident, sent: 'not-sent' })).toMatchObject({ ok: true });
    expect((await list()).map(({ entry }) => entry.type)).toEqual(['incident', 'amendment']);
  });

  it('takes a report from a page of its own', async () => {
    const report = { what: 'sent to the wrong firm', when: 'today', recovered: 'no', people: 'few' };
    expect(await say(register, 'report/record', { report })).toMatchObject({ ok: true });
    expect((await list()).map(({ entry }) => entry.type)).toEqual(['report']);
  });

  it('gives the policy away without its token', async () => {
    const said = await say(register, 'policy/get', {});
    expect(said).toMatchObject({
      ok: true,
      answer: { source: 'managed', policy: { reporting: { url: 'https://dpo.firm.example/in' } } },
    });
    expect(JSON.stringify(said)).not.toContain('CANARY');
  });

  it('tells the popup the state of a page until its tab closes', async () => {
    const state = { webmail: 'roundcube', composes: 1, health: 'well' };
    await say(guard, 'page/state', { state });
    expect(await say(register, 'page/get', { tab: 4 })).toEqual({ ok: true, answer: { ...state, network: false } });
    await fakeBrowser.tabs.onRemoved.trigger(4, { windowId: 0, isWindowClosing: false });
    await vi.waitFor(async () =>
      expect(await say(register, 'page/get', { tab: 4 })).toMatchObject({ answer: { webmail: 'none' } }),
    );
  });

  it('shuts content scripts out of the store', () => {
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('listens to everything it must be woken for before it has done anything', () => {
    const { runtime, alarms, tabs, storage } = fakeBrowser;
    for (const event of [
      runtime.onUpdateAvailable,
      runtime.onMessage,
      runtime.onStartup,
      runtime.onInstalled,
      alarms.onAlarm,
      tabs.onRemoved,
      storage.onChanged,
    ])
      expect(event.hasListeners()).toBe(true);
  });
});
