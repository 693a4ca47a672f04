// A page that is not as its webmail was described: held all the same, and said to the person and to IT.
import { expect, it, vi } from 'vitest';
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
