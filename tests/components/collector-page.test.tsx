// The collector's page with a server that answers from a list: what it says of what it could not do.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Collector } from '@/collector/page/Collector.tsx';
import type { Account } from '@/collector/roles.ts';
import { translateIn } from './messages.ts';
import { named, press, render, type, wait } from './render.tsx';

const t = translateIn('en');
const me: Account = { id: 'me', address: 'priya@firm.example', name: 'Priya Nair', roles: ['dpo'] };

/** By method and path without what is asked: what the server says now. */
let server: Record<string, () => [status: number, body?: unknown]>;
let sent: unknown[];

beforeEach(() => {
  sent = [];
  location.hash = '';
  server = {
    'GET /api/me': () => [200, me],
    'GET /api/register': () => [200, { entries: [] }],
    'GET /api/register/end': () => [200, { end: 0, erased: 0 }],
  };
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body: told }: RequestInit = {}) => {
    if (told) sent.push(JSON.parse(String(told)));
    const { pathname } = new URL(address, 'https://register.firm.example');
    const [status, body] = server[`${method} ${pathname}`]?.() ?? [404, { problem: 'not-found' }];
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const open = () => render(<Collector t={t} version="0.1.0" firm="Firm" hasFirmSignIn={false} />);
const said = (container: HTMLElement, text: string) =>
  wait(() => vi.waitFor(() => expect(container.textContent).toContain(text), { timeout: 10_000 }));
const unsaid = (container: HTMLElement, text: string) =>
  wait(() => vi.waitFor(() => expect(container.textContent).not.toContain(text), { timeout: 10_000 }));
const comeBack = () => wait(async () => dispatchEvent(new Event('focus')));

describe('the collector’s page', () => {
  it('says that nothing new is shown while nobody is signed in, and no more once somebody is', async () => {
    const container = await open();
    await said(container, t('register_empty'));
    const out = () => [401, { problem: 'signed-out' }] as [number, unknown];
    const before = { ...server };
    for (const path of Object.keys(server)) server[path] = out;
    await comeBack();
    await said(container, t('collector_not_up_to_date'));
    server = before;
    await comeBack();
    await unsaid(container, t('collector_not_up_to_date'));
  });

  it('has somebody sign in at that line, over the page', async () => {
    const container = await open();
    await said(container, t('register_empty'));
    for (const path of ['GET /api/register/end', 'GET /api/me']) server[path] = () => [401, { problem: 'signed-out' }];
    await comeBack();
    await said(container, t('collector_not_up_to_date'));
    await press(named(container.querySelector('main')!, t('collector_sign_in')));
    await said(container, t('collector_again_kept'));
  });

  it('says over the page who is signed in by now, where it is somebody else, and leaves the page as it is', async () => {
    const container = await open();
    await said(container, t('register_empty'));
    const refused = () => [401, { problem: 'somebody-else' }] as [number, unknown];
    server['GET /api/me'] = () => [200, { ...me, id: 'other', name: 'Alex Reed' }];
    server['GET /api/register/end'] = refused;
    await comeBack();
    await press(named(container.querySelector('main')!, t('collector_sign_in')));
    await said(container, t('collector_again_other', ['Alex Reed']));
    await comeBack();
    expect(container.querySelector('.who')!.textContent).toContain(me.name);
    server['GET /api/me'] = () => [200, me];
    server['GET /api/register/end'] = () => [200, { end: 0, erased: 0 }];
    await comeBack();
    await unsaid(container, t('collector_again_other', ['Alex Reed']));
    await unsaid(container, t('collector_not_up_to_date'));
  });

  it.each([
    ['coverage', { at: 1, devices: [], refusals: [], clock: [], jobs: [], silenceDays: 7, retentionDays: 90 }],
    ['audit', { lines: [], isMore: false }],
  ])('asks again for %s where no answer came', async (part, answer) => {
    location.hash = part;
    server[`GET /api/${part}`] = () => [500, { problem: 'failed' }];
    const container = await open();
    await said(container, t('collector_problem_failed'));
    server[`GET /api/${part}`] = () => [200, answer];
    await press(named(container, t('register_again')));
    await unsaid(container, t('collector_problem_failed'));
    await said(container, t(part === 'audit' ? 'collector_audit_caption' : 'collector_devices_none'));
  });

  it('sends with why a mark was looked into what was shown of it', async () => {
    location.hash = 'coverage';
    const device = {
      ...{ device: 'd1', firstAt: 1, heardAt: 1, extensionVersion: '1', policyVersion: '1', policySource: 'managed' },
      ...{ entries: 5, missing: 2, isSilent: false, odd: [] },
    };
    const rest = { refusals: [], clock: [], jobs: [], silenceDays: 7, retentionDays: 90 };
    server['GET /api/coverage'] = () => [200, { at: 1_234, devices: [device], ...rest }];
    server['POST /api/coverage/d1'] = () => [204];
    const container = await open();
    await said(container, t('collector_look_into'));
    await type(container.querySelector<HTMLInputElement>('input[name=why]')!, 'a reason');
    await press(named(container, t('collector_look_into_do')));
    await wait(() =>
      vi.waitFor(() => expect(sent).toEqual([{ why: 'a reason', at: 1_234, missing: 2 }]), { timeout: 10_000 }),
    );
  });
});
