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

it('is well where only the account is not shown, and does not bother the person with it', async () => {
  const { told, marker } = await onPage({ missing: ['account'] });
  expect(told).toMatchObject({ health: 'well', missing: ['account'] });
  expect(marker).not.toContain('marker_degraded');
});

it('is known before it was first looked at: what is judged at once is recorded as of this webmail', () => {
  const { guard, ports } = startOnPage();
  expect(ports.state).not.toHaveBeenCalled();
  expect(guard.state()).toMatchObject({ webmail: 'practice', composes: 1 });
});

describe('where somebody writes, and no compose window is found', () => {
  const about = '<label>Subject <input></label>';
  const send = '<button>Send</button>';
  const onPage = async (id: string, isHosted: boolean, beside = about + send, hasSeen = false) => {
    const { ports, at } = startOnPage({}, { isHosted });
    if (hasSeen) await vi.waitFor(() => expect(ports.state).toHaveBeenCalled());
    document.body.insertAdjacentHTML(
      'beforeend',
      `<input id="search"><div id="chat" contenteditable="true"></div>${beside}`,
    );
    at('compose').remove();
    at(id).focus();
    await settled(400);
    return ports.state.mock.calls.at(-1)?.[0] as PageState | undefined;
  };

  it('is said at a provider', async () => {
    expect(await onPage('chat', true)).toMatchObject({ health: 'degraded', missing: ['compose'], composes: 0 });
  });

  it.each<[string, ...Parameters<typeof onPage>]>([
    ['elsewhere, where any page has texts', 'chat', false],
    ['where one was found before: a chat stands beside it', 'chat', true, about + send, true],
    ['in a field of one line', 'search', true],
    ['of a note in the calendar', 'chat', true, '<button>Save</button>'],
    ['of an automatic answer in the settings', 'chat', true, `${about}<button>Save changes</button>`],
    ['of a chat', 'chat', true, send],
  ])('is not said %s', async (_, ...page) => {
    expect((await onPage(...page))?.health ?? 'well').toBe('well');
  });
});
