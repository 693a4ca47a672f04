import { afterEach, describe, expect, it, vi } from 'vitest';
import { answer, ask, type Endpoint, hear, tell } from '@/platform/messages/channel.ts';

interface Sums {
  add: { ask: { a: number; b: number }; answer: number };
  count: { ask: { to: number }; answer: string; progress: number };
  wait: { ask: Record<string, never>; answer: never };
  fail: { ask: { text: string }; answer: never };
  size: { ask: { bytes: ArrayBuffer }; answer: number };
}

const open: MessagePort[] = [];

function pair(): [Endpoint, Endpoint] {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return [port1, port2] as unknown as [Endpoint, Endpoint];
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

const handlers = {
  add: ({ a, b }: { a: number; b: number }) => a + b,
  count: async ({ to }: { to: number }, _: AbortSignal, progress: (n: number) => void) => {
    for (let n = 1; n <= to; n += 1) {
      progress(n);
      await new Promise((resume) => setTimeout(resume, 100));
    }
    return 'done';
  },
  wait: (_: Record<string, never>, signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  fail: ({ text }: { text: string }): never => {
    throw new TypeError(`cannot read ${text}`);
  },
  size: ({ bytes }: { bytes: ArrayBuffer }) => bytes.byteLength,
};

describe('asking over a channel', () => {
  it('answers each of many asks under way with its own answer', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    const replies = await Promise.all([1, 2, 3].map((n) => ask<Sums, 'add'>(near, 'add', { a: n, b: 10 })));
    expect(replies).toEqual([11, 12, 13].map((sum) => ({ ok: true, answer: sum })));
  });

  it('lets both ends ask over the same port', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    answer<Sums>(near, { ...handlers, add: ({ a, b }) => a * b });
    const there = ask<Sums, 'add'>(near, 'add', { a: 3, b: 4 });
    const back = ask<Sums, 'add'>(far, 'add', { a: 3, b: 4 });
    expect([await there, await back]).toEqual([
      { ok: true, answer: 7 },
      { ok: true, answer: 12 },
    ]);
  });

  it('tells progress, and progress keeps it from being taken for silent', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    const steps: number[] = [];
    const reply = await ask<Sums, 'count'>(
      near,
      'count',
      { to: 5 },
      { silentAfter: 450, onProgress: (n) => steps.push(n) },
    );
    expect(reply).toEqual({ ok: true, answer: 'done' });
    expect(steps).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives up on a silent end and aborts the work there', async () => {
    const [near, far] = pair();
    const aborted = vi.fn();
    answer<Sums>(far, {
      ...handlers,
      wait: (payload, signal) => {
        signal.addEventListener('abort', aborted);
        return handlers.wait(payload, signal);
      },
    });
    expect(await ask<Sums, 'wait'>(near, 'wait', {}, { silentAfter: 30 })).toEqual({ ok: false, why: 'silent' });
    await vi.waitFor(() => expect(aborted).toHaveBeenCalledOnce());
  });

  it('is cancelled by its signal, before or during the ask', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    const controller = new AbortController();
    const reply = ask<Sums, 'wait'>(near, 'wait', {}, { signal: controller.signal });
    controller.abort();
    expect(await reply).toEqual({ ok: false, why: 'cancelled' });
    expect(await ask<Sums, 'add'>(near, 'add', { a: 1, b: 1 }, { signal: controller.signal })).toEqual({
      ok: false,
      why: 'cancelled',
    });
  });

  it('says by name what was thrown, never its message, which may quote content', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    const reply = await ask<Sums, 'fail'>(near, 'fail', { text: 'CANARY' });
    expect(reply).toEqual({ ok: false, why: 'failed', error: 'TypeError' });
  });

  it('says so when nobody answers that name, inherited names included', async () => {
    const [near, far] = pair();
    answer<Sums>(far, handlers);
    for (const name of ['nothing', 'toString', '__proto__'])
      expect(await ask<Sums, 'add'>(near, name as 'add', { a: 1, b: 1 })).toEqual({ ok: false, why: 'unknown' });
  });

  it('replies failed when the ask cannot be cloned', async () => {
    const [near] = pair();
    const reply = await ask<Sums, 'add'>(near, 'add', { a: (() => 1) as unknown as number, b: 1 });
    expect(reply).toMatchObject({ ok: false, why: 'failed' });
  });

  it('answers no more after its end was aborted', async () => {
    const [near, far] = pair();
    const controller = new AbortController();
    answer<Sums>(far, handlers, controller.signal);
    controller.abort();
    expect(await ask<Sums, 'add'>(near, 'add', { a: 1, b: 1 }, { silentAfter: 30 })).toEqual({
      ok: false,
      why: 'silent',
    });
  });
});

describe('telling over a channel', () => {
  it('is heard by name and leaves asks alone', async () => {
    const [near, far] = pair();
    const heard: string[] = [];
    hear<{ show: { what: string } }>(far, { show: ({ what }) => heard.push(what) });
    answer<Sums>(far, handlers);
    tell<{ show: { what: string } }, 'show'>(near, 'show', { what: 'dialog' });
    expect(await ask<Sums, 'add'>(near, 'add', { a: 1, b: 2 })).toEqual({ ok: true, answer: 3 });
    expect(heard).toEqual(['dialog']);
  });
});
