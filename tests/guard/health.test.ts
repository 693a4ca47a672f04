// A page that is not as its webmail was described: held all the same, and said to the person and to IT.
import { describe, expect, it, vi } from 'vitest';
import type { PageState } from '@/guard/ports.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { settled, startOnPage } from './page.ts';

const onPage = async (compose: Partial<Compose>) => {
  const shadows: ShadowRoot[] = [];
  const attach = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element) {
    const root = document.createElement('div');
    this.append(root);
    shadows.push(root as unknown as ShadowRoot);
    return root as unknown as ShadowRoot;
  });
  const page = startOnPage({ compose });
  await vi.waitFor(() => expect(page.ports.state).toHaveBeenCalled());
  page.at('send').click();
  await settled();
  attach.mockRestore();
  const told = page.ports.state.mock.calls.map(([state]: [PageState]) => state);
  return {
    ...page,
    told: told.find(({ composes }) => composes > 0)!,
    marker: shadows.map((one) => one.textContent).join(),
  };
};

it('is well, and the marker says nothing of it, where everything is as known', async () => {
  const { told, marker, left } = await onPage({});
  expect(told).toMatchObject({ webmail: 'practice', health: 'well', missing: [] });
  expect(marker).not.toContain('marker_degraded');
  expect(left).toHaveBeenCalledOnce();
});

it('is not well where it cannot even be said what is missing', async () => {
  const { told } = await onPage({
    get missing(): never {
      throw new TypeError('the page is not as expected');
    },
  });
  expect(told).toMatchObject({ health: 'degraded', missing: ['compose'] });
});

it('says what is missing, and judges and lets go all the same', async () => {
  const { told, marker, left, judged } = await onPage({ missing: ['send', 'recipients'] });
  expect(told).toMatchObject({ health: 'degraded', missing: ['recipients', 'send'] });
  expect(marker).toContain('marker_degraded');
  expect(judged()).toHaveLength(1);
  expect(left).toHaveBeenCalledOnce();
});

it('does not bother the person with an account that is not shown', async () => {
  const { told, marker } = await onPage({ missing: ['account'] });
  expect(told).toMatchObject({ health: 'degraded', missing: ['account'] });
  expect(marker).not.toContain('marker_degraded');
});

describe('where somebody writes, and no compose window is found', () => {
  const onPage = async (id: string, isHosted: boolean, hasSeen = false) => {
    const { ports, at } = startOnPage({}, { isHosted });
    if (hasSeen) await vi.waitFor(() => expect(ports.state).toHaveBeenCalled());
    document.body.insertAdjacentHTML('beforeend', '<input id="search"><div id="chat" contenteditable="true"></div>');
    at('compose').remove();
    at(id).focus();
    await settled(400);
    return ports.state.mock.calls.at(-1)?.[0] as PageState | undefined;
  };

  it('is said at a provider', async () => {
    expect(await onPage('chat', true)).toMatchObject({ health: 'degraded', missing: ['compose'], composes: 0 });
  });

  it.each([
    ['elsewhere, where any page has texts', 'chat', false, false],
    ['where one was found before: a chat stands beside it', 'chat', true, true],
    ['in a field of one line', 'search', true, false],
  ])('is not said %s', async (_, id, isHosted, hasSeen) => {
    expect((await onPage(id, isHosted, hasSeen))?.health ?? 'well').toBe('well');
  });
});
