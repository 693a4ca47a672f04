// Pages that are not as they were described: every name the description holds on to is another, one part at a time and all at once. What
// must not go is held all the same, and what is read by its shape is said.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import type { PageState } from '@/guard/ports.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { webmails } from '@/webmails/index.ts';
import type { ComposePart } from '@/webmails/webmail.ts';
import { block, portsFor } from '../guard/fake-ports.ts';
import { requestIn } from './all-requests.ts';
import { loadPractice } from './practice.ts';
import { drifted, driftOf, type StructurePage, structurePages } from './structure-pages.ts';

const draft = {
  to: ['kim@client.test', 'bob@corp.test'],
  bcc: ['hidden@personal.test'],
  subject: 'Our list',
  body: '<p>957 clients</p>',
};
const drifts = structurePages.flatMap((webmail) =>
  (['recipients', 'body', 'send', undefined] as const)
    // What is not described cannot drift.
    .filter((part) => part === undefined || !webmail.missing.includes(part))
    .map((part): [string, ComposePart | undefined, StructurePage] => [webmail.id, part, webmail]),
);

describe.each(drifts)('%s, with another %s', (id, part, expected) => {
  it('is held, read and said', async () => {
    const change = (text: string) => drifted(text, part);
    const { open } = loadPractice(expected.page, expected.address, change);
    const root = open(draft);
    const ports = portsFor({ assess: async () => block });
    const ended = new AbortController();
    onTestFinished(() => ended.abort());
    const left = vi.fn();
    const send = (root.querySelector(change(expected.send)) ?? document.querySelector(change(expected.send)))!;
    send.addEventListener('mouseup', left);
    send.addEventListener('click', left);
    startGuard(window, ports, ended.signal).join(guardDrafts(webmails, requestIn));
    await vi.waitFor(() => expect(ports.state).toHaveBeenCalled());

    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      send.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true }));
    await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce());
    expect(left, 'the page must not see it').not.toHaveBeenCalled();

    const [judged] = ports.assess.mock.calls.find(([, , foreground]) => foreground)!;
    const read = [...judged.to, ...judged.cc, ...judged.bcc].join();
    for (const address of [...draft.to, ...draft.bcc]) expect(read).toContain(address);
    expect(judged.body).toContain('957 clients');
    const state = ports.state.mock.calls.map(([one]: [PageState]) => one).findLast(({ composes }) => composes > 0)!;
    expect(state).toMatchObject({ webmail: id, health: 'degraded' });
    const lost = part ? [part] : (['recipients', 'body', 'send'] as const).filter((one) => driftOf(expected, one));
    for (const one of lost)
      expect(
        [one, 'compose'].some((name) => state.missing!.includes(name as ComposePart)),
        one,
      ).toBe(true);
  });
});
