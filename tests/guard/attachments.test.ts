import { describe, expect, it, vi } from 'vitest';
import { readAttachments } from '@/guard/attachments.ts';
import type { Attachment, Draft } from '@/webmails/webmail.ts';

const { signal } = new AbortController();
const draft = (...attachments: Attachment[]): Draft => ({
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  body: '',
  isHtml: false,
  attachments,
});
const content = new Blob(['a,b\n']);

describe('attachments of a draft', () => {
  it('are loaded once for as long as they stay the same', async () => {
    const reader = readAttachments();
    const load = vi.fn(async () => content);
    const one = draft({ id: '1', name: 'list.csv', load });
    await reader.read(document.body, one, signal);
    expect(await reader.read(document.body, one, signal)).toEqual([{ id: '1', name: 'list.csv', content }]);
    expect(load).toHaveBeenCalledOnce();
  });

  it.each<[string, Partial<Attachment>]>([
    ['id', { id: '2' }],
    ['name', { name: 'other.csv' }],
    ['size', { size: 5 }],
  ])('are loaded anew with another %s', async (_, change) => {
    const reader = readAttachments();
    const load = vi.fn(async () => content);
    await reader.read(document.body, draft({ id: '1', name: 'list.csv', size: 4, load }), signal);
    await reader.read(document.body, draft({ id: '1', name: 'list.csv', size: 4, load, ...change }), signal);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('of one compose window are not taken for those of another', async () => {
    const reader = readAttachments();
    const load = vi.fn(async () => content);
    await reader.read(document.createElement('div'), draft({ id: '1', name: 'list.csv', load }), signal);
    await reader.read(document.createElement('div'), draft({ id: '1', name: 'list.csv', load }), signal);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('that cannot be loaded say so, and are tried again', async () => {
    const reader = readAttachments();
    const load = vi.fn<() => Promise<Blob>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(content);
    const one = draft({ id: '1', name: 'list.csv', load }, { id: '2', name: 'no link.csv' });
    const reasons = (await reader.read(document.body, one, signal)).map((file) => file.content);
    expect(reasons).toEqual(['not-reachable', 'not-reachable']);
    expect((await reader.read(document.body, one, signal))[0]!.content).toBe(content);
  });

  it('that take too long are told apart from those that fail', async () => {
    const load = () => Promise.reject(new DOMException('slow', 'TimeoutError'));
    const [file] = await readAttachments().read(document.body, draft({ id: '1', name: 'list.csv', load }), signal);
    expect(file!.content).toBe('time-out');
  });
});
