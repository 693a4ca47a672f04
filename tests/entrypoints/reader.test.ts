// The desk's worker, with a stand-in that hangs or dies over some files: only they are *cannot tell*, and the next question is answered.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftToAssess } from '@/assessment/assessment.ts';
import { createReader } from '@/entrypoints/desk/reader.ts';
import { strictDefault } from '@/policy/default.ts';

interface Asked {
  gatehouse: string;
  id: number;
  name: string;
  ask: { draft?: DraftToAssess };
}

let workers: PracticeWorker[] = [];

/** Answers like the real one, until it meets a file named `hang` or `crash`. */
class PracticeWorker extends EventTarget {
  onerror?: () => void;
  isStuck = false;
  isEnded = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(asked: Asked): void {
    if (asked.gatehouse === 'ask') queueMicrotask(() => this.answer(asked));
  }
  terminate(): void {
    this.isEnded = true;
  }
  private answer({ id, name, ask }: Asked): void {
    if (this.isStuck || this.isEnded) return;
    if (name === 'digest') {
      this.say({ gatehouse: 'reply', id, reply: { ok: true, answer: [] } });
      return;
    }
    for (const file of ask.draft?.files ?? []) {
      if (typeof file.content === 'string') continue;
      this.say({ gatehouse: 'progress', id, progress: { part: file.name, share: 0 } });
      if (file.name === 'hang') this.isStuck = true;
      if (file.name === 'crash') this.onerror?.();
      if (this.isStuck || this.isEnded) return;
    }
    const answer = ask.draft?.files.map(({ name: file, content }) => [
      file,
      typeof content === 'string' ? content : 'read',
    ]);
    this.say({ gatehouse: 'reply', id, reply: { ok: true, answer } });
  }
  private say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
  vi.stubGlobal('Worker', PracticeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const draftWith = (...names: string[]) =>
  ({ files: names.map((name, index) => ({ id: `${index}`, name, content: new Blob() })) }) as unknown as DraftToAssess;

const never = new AbortController().signal;

async function read(...names: string[]): Promise<unknown> {
  const result = createReader(1).assess(draftWith(...names), strictDefault, never, () => undefined);
  await vi.advanceTimersByTimeAsync(400_000);
  return result;
}

describe('a file over which the worker', () => {
  it.each([
    ['hangs', 'hang', 'time-out'],
    ['dies', 'crash', 'error'],
  ])('%s is cannot tell, and the others are read', async (_, name, why) => {
    expect(await read('a', name, 'b')).toEqual([
      ['a', 'read'],
      [name, why],
      ['b', 'read'],
    ]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('falls silent, and others after it, is given up with them in the end', async () => {
    const names = ['hang', 'hang', 'crash', 'a'];
    expect(await read(...names)).toEqual([
      ['hang', 'time-out'],
      ['hang', 'time-out'],
      ['crash', 'error'],
      ['a', 'read'],
    ]);
  });
});

describe('reading that was cancelled', () => {
  it('leaves no stuck worker behind for the next question', async () => {
    const reader = createReader(1);
    const cancelled = new AbortController();
    const first = reader.assess(draftWith('hang'), strictDefault, cancelled.signal, () => undefined);
    await vi.advanceTimersByTimeAsync(1_500);
    cancelled.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    // Asked while nobody knows yet that the worker is stuck.
    const second = reader.assess(draftWith('a'), strictDefault, never, () => undefined);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await second).toEqual([['a', 'read']]);
  });

  it('keeps a worker that goes on answering', async () => {
    const reader = createReader(1);
    const cancelled = new AbortController();
    cancelled.abort();
    await expect(reader.assess(draftWith('a'), strictDefault, cancelled.signal, () => undefined)).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(3_000);
    await reader.assess(draftWith('a'), strictDefault, never, () => undefined);
    expect(workers).toHaveLength(1);
  });
});
