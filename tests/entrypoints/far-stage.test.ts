// The stage in the top document, with a background and a line that are stand-ins.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';
import { createFarStage } from '@/entrypoints/desk/far-stage.ts';
import { back, type Stage, type StageAsks } from '@/entrypoints/desk/stage.tsx';
import { answer, type Endpoint } from '@/platform/messages/channel.ts';
import { stageName } from '@/platform/messages/page-port.ts';

const world = vi.hoisted(() => ({
  send: vi.fn(),
  called: vi.fn(),
}));
vi.mock('@/platform/messages/bus.ts', () => ({ send: world.send }));
vi.mock('@/platform/messages/page-port.ts', async (original) => ({
  ...(await original<object>()),
  called: world.called,
}));

const view: DialogView = { state: 'notice', key: 'any' };
const there: DialogAnswer = { ...back, choice: 'sent-after-warning', release: true };
const here: DialogAnswer = { ...back, choice: 'cancelled' };
const until = new AbortController().signal;

let near: Stage;
let lost: AbortController[];

/** A stage that answers; `breaks`: so many go away first. */
function lends(breaks = 0): void {
  world.called.mockImplementation(async () => {
    const { port1, port2 } = new MessageChannel();
    const gone = new AbortController();
    lost.push(gone);
    const isBroken = lost.length <= breaks;
    const breaking = () => {
      setTimeout(() => gone.abort(), 5);
      return new Promise<DialogAnswer>(() => undefined);
    };
    answer<StageAsks>(port2 as unknown as Endpoint, { present: () => (isBroken ? breaking() : there) });
    return { endpoint: port1 as unknown as Endpoint, gone: gone.signal };
  });
}

beforeEach(() => {
  lost = [];
  world.send.mockReset().mockResolvedValue({ ok: true, answer: { known: true } });
  world.called.mockReset();
  near = { present: vi.fn(async () => here), update: vi.fn(), leave: vi.fn() };
});

describe('the stage in the top document', () => {
  it('shows and answers, and the frame of the desk shows nothing', async () => {
    lends();
    const far = createFarStage(near);
    expect(await far.present(view, until)).toEqual(there);
    expect(await far.present(view, until)).toEqual(there);
    expect(near.present).not.toHaveBeenCalled();
    expect(world.send).toHaveBeenCalledTimes(1);
    const [name, { nonce }] = world.send.mock.calls[0] as [string, { nonce: string }];
    expect([name, world.called.mock.calls[0]?.[0]]).toEqual(['stage/want', stageName(nonce)]);
  });

  it('is asked for again, under another name, when it goes away under the question', async () => {
    lends(2);
    expect(await createFarStage(near).present(view, until)).toEqual(there);
    const nonces = world.send.mock.calls.map(([, { nonce }]) => nonce);
    expect(new Set(nonces).size).toBe(3);
  });

  it.each([
    ['when it never comes', () => world.called.mockResolvedValue(undefined)],
    ['when it goes away each time', () => lends(9)],
  ])('gives way to the frame of the desk %s', async (_, make) => {
    make();
    expect(await createFarStage(near).present(view, until)).toEqual(here);
  });

  it('asks nobody any more when the question is over', async () => {
    lends();
    expect(await createFarStage(near).present(view, AbortSignal.abort())).toEqual(back);
    expect(near.present).not.toHaveBeenCalled();
  });
});
