import { describe, expect, it } from 'vitest';
import { extract, extractors } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import { fixture, read, readFixture } from './read.ts';

const limits = () => defaultLimits(Date.now());

describe('extract', () => {
  it('lists every format once, with text, which accepts everything, last', () => {
    const ids = extractors.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('text');
  });

  it('never asks the name what a file is', async () => {
    for (const name of [
      'clients-957.xlsx',
      'story.docx',
      'clients-957.zip',
      'picture.png',
      'document.pdf',
      'password.xlsx',
    ]) {
      const { name: _, ...renamed } = await read(fixture(name), 'holiday.txt');
      const { name: __, ...original } = await readFixture(name);
      expect(renamed, name).toEqual(original);
    }
  });

  it('rejects with the reason of an abort, before and while reading', async () => {
    const file = new Blob([fixture('clients-957.xlsx')]);
    const cancelled = new Error('cancelled');
    await expect(extract(file, 'a', limits(), AbortSignal.abort(cancelled), () => {})).rejects.toBe(cancelled);
    const controller = new AbortController();
    const reading = extract(file, 'a', limits(), controller.signal, () => {});
    controller.abort(cancelled);
    await expect(reading).rejects.toBe(cancelled);
  });

  it('does not start on a file larger than allowed', async () => {
    expect(await read('Jane Doe', 'a.txt', { bytes: 7 })).toEqual({
      name: 'a.txt',
      type: 'unknown',
      unreadable: 'too-large',
    });
  });

  it('keeps the sheets it has read when a later one takes too much', async () => {
    const part = await read(fixture('hidden.xlsx'), 'a.xlsx', { bytes: 60_000 });
    expect(part.unreadable).toBe('too-large');
    expect(part.tables?.[0]?.name).toBe('Cover');
  });

  it('says that a file which can no longer be read is out of reach', async () => {
    const gone = new Blob([fixture('clients-957.csv')]);
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    expect(await extract(gone, 'a.csv', limits(), new AbortController().signal, () => {})).toMatchObject({
      unreadable: 'not-reachable',
    });
  });

  it('tells how far it is, from 0 to 1, never backwards, children included', async () => {
    const text = 'Jane Doe, jane@example.com\n'.repeat(200_000);
    for (const content of [text, fixture('nested.zip'), fixture('hidden.xlsx')]) {
      const shares: number[] = [];
      await extract(new Blob([content]), 'a', limits(), new AbortController().signal, (share) => shares.push(share));
      expect(shares.length).toBeGreaterThan(1);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    }
  });

  it.each(['clients-957.docx', 'clients-957.xlsx'])('tells it within a part too: %s', async (name) => {
    const shares: number[] = [];
    const { signal } = new AbortController();
    await extract(new Blob([fixture(name)]), name, limits(), signal, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const steps = shares.map((share, index) => share - (shares[index - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(0.1);
    expect(shares.length).toBeGreaterThan(30);
  });
});
