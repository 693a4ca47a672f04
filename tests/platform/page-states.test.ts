import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageState } from '@/guard/ports.ts';
import type { From } from '@/platform/messages/service.ts';
import { composesOpen, forgetState, keepState, stateOf } from '@/platform/page-states.ts';

const top: From = {
  speaker: 'content-script',
  tab: 3,
  frame: 0,
  document: 'one',
  host: 'mail.example',
  topHost: 'mail.example',
};
const none: PageState = { webmail: 'none', composes: 0, health: 'well' };
const roundcube: PageState = { webmail: 'roundcube', composes: 1, health: 'well' };
const generic: PageState = { webmail: 'generic', composes: 2, health: 'degraded' };

/** Address of each open tab. */
const open = new Map<number, string>();

beforeEach(() => {
  fakeBrowser.reset();
  open.clear();
  open.set(3, 'https://mail.example/?_task=mail');
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (tab) => {
    if (!open.has(tab)) throw new Error('no such tab');
    return { id: tab, url: open.get(tab) } as never;
  });
});

describe('the state of a tab', () => {
  it('is unwatched before any script spoke', async () => {
    expect(await stateOf(3)).toEqual(none);
  });

  it('names the most telling frame, adds composes, and is degraded if one is', async () => {
    await keepState(none, top);
    await keepState(generic, { ...top, frame: 5 });
    await keepState(roundcube, { ...top, frame: 6 });
    expect(await stateOf(3)).toEqual({ webmail: 'roundcube', composes: 3, health: 'degraded' });
  });

  it('keeps every frame when all speak at once', async () => {
    await Promise.all([1, 2, 3, 4].map((frame) => keepState(roundcube, { ...top, frame })));
    expect((await stateOf(3)).composes).toBe(4);
  });

  it('begins anew with a new top document', async () => {
    await keepState(none, top);
    await keepState(roundcube, { ...top, frame: 5 });
    await keepState(none, { ...top, document: 'two' });
    expect(await stateOf(3)).toEqual(none);
  });

  it('keeps the last ruling', async () => {
    const last = { action: 'block', people: 957, destination: 'own' } as const;
    await keepState({ ...roundcube, last }, top);
    expect((await stateOf(3)).last).toEqual(last);
  });

  it('is not that of a page on another host that stood there before', async () => {
    await keepState(roundcube, top);
    open.set(3, 'https://news.example/');
    expect(await stateOf(3)).toEqual(none);
    open.set(3, 'about:blank');
    expect(await stateOf(3)).toEqual(none);
  });

  it('is unwatched where there is no such tab', async () => {
    await keepState(roundcube, { ...top, tab: 99 });
    expect(await stateOf(99)).toEqual(none);
  });

  it('is forgotten when the tab closes', async () => {
    await keepState(roundcube, top);
    await forgetState(3);
    expect(await stateOf(3)).toEqual(none);
  });
});

describe('open compose windows', () => {
  it('are counted over all tabs that are still there', async () => {
    open.set(4, 'https://mail.example/');
    await keepState(roundcube, top);
    await keepState(generic, { ...top, tab: 4 });
    await keepState(roundcube, { ...top, tab: 5 });
    await fakeBrowser.storage.session.set({ 'desk/claimed/3/1': {} });
    expect(await composesOpen()).toBe(3);
  });
});
