// Who hears that a request was stopped: the frame with the message, or the page, or whoever can be made to.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onStopped } from '@/platform/gate/on-stopped.ts';
import { type Stopped, tellStopped } from '@/platform/gate/stopped.ts';
import { keepState } from '@/platform/page-states.ts';

type Listener = (message: unknown, sender: unknown, answer: (isTold: unknown) => void) => void;

/** Frames of a tab by their number: those with the part that knows messages, and how many messages are written in each. */
let frames: Map<number, { hear: Listener; stopped: ReturnType<typeof vi.fn>; composes: number }>;
const loaded = vi.fn();

function frame(id: number, composes: number): ReturnType<typeof vi.fn> {
  const stopped = vi.fn();
  const listening = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(() => undefined);
  onStopped({ composes: () => Array.from({ length: composes }, () => ({})) as never, stopped });
  frames.set(id, { hear: listening.mock.calls.at(-1)![0] as unknown as Listener, stopped, composes });
  return stopped;
}

beforeEach(() => {
  fakeBrowser.reset();
  frames = new Map();
  loaded.mockReset();
  Object.assign(globalThis, { chrome: fakeBrowser });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (
    _tab: number,
    message: Stopped,
    { frameId }: { frameId?: number },
  ) => {
    const asked = [...frames].filter(([id]) => frameId === undefined || id === frameId);
    let answer: unknown;
    for (const [, { hear }] of asked) hear(message, {}, (said) => (answer ??= said));
    if (asked.length === 0) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer;
  }) as never);
  Object.assign(fakeBrowser.scripting, { executeScript: loaded });
});

const told = async () => {
  for (const [id, { composes }] of frames) {
    const from = { tab: 3, frame: id, document: `d${id}`, host: 'mail.example', topHost: 'mail.example' };
    await keepState({ webmail: 'gmail', composes, health: 'well' }, { speaker: 'content-script', ...from });
  }
  await tellStopped(3, 'send');
  return Object.fromEntries([...frames].map(([id, { stopped }]) => [id, stopped.mock.calls.length]));
};

describe('a request that was stopped is told', () => {
  it('to the frame with the message in it, wherever that is', async () => {
    frame(0, 0);
    frame(7, 1);
    expect(await told()).toEqual({ 0: 0, 7: 1 });
    expect(loaded).not.toHaveBeenCalled();
  });

  it('to one frame where several have a message in them, so that it is recorded once', async () => {
    for (const id of [0, 7, 8]) frame(id, id === 0 ? 0 : 1);
    expect(await told()).toEqual({ 0: 0, 7: 1, 8: 0 });
  });

  it('to the next where the first has gone, or has none any more', async () => {
    for (const id of [5, 6, 7]) frame(id, 1);
    await told();
    frames.delete(5);
    frame(6, 0);
    frame(7, 1);
    await tellStopped(3, 'send');
    expect([...frames].map(([id, { stopped }]) => [id, stopped.mock.calls.length])).toEqual([
      [6, 0],
      [7, 1],
    ]);
  });

  it('to the page where no message is written any more', async () => {
    frame(0, 0);
    frame(7, 0);
    expect(await told()).toEqual({ 0: 1, 7: 0 });
    expect(loaded).not.toHaveBeenCalled();
  });

  it('to the page that never needed the part that can say it: it is put there', async () => {
    frame(7, 0);
    loaded.mockImplementation(async ({ files }: { files: string[] }) => files[0] === 'drafts.js' && frame(0, 0));
    expect(await told()).toEqual({ 0: 1, 7: 0 });
  });

  it('to nobody where there is nobody, and that is no error', async () => {
    loaded.mockRejectedValue(new Error('gone'));
    await expect(tellStopped(3, 'send')).resolves.toBeUndefined();
    await expect(tellStopped(-1, 'send')).resolves.toBeUndefined();
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledTimes(2);
  });
});

it('is none of what others say to the page', () => {
  const stopped = frame(0, 1);
  for (const message of [undefined, {}, { gatehouse: 'other', kind: 'send' }, { gatehouse: 'stopped' }])
    frames.get(0)!.hear(message, {}, vi.fn());
  expect(stopped).not.toHaveBeenCalled();
});
