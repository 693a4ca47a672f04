import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { From } from '@/platform/messages/service.ts';
import { keepState } from '@/platform/page-states.ts';
import { updateIfIdle, updateIsThere } from '@/platform/updates.ts';

const from: From = {
  speaker: 'content-script',
  tab: 3,
  frame: 0,
  document: 'one',
  host: 'mail.example',
  topHost: 'mail.example',
};
const composing = (composes: number) => keepState({ webmail: 'roundcube', composes, health: 'well' }, from);
const reload = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  reload.mockClear();
  Object.assign(fakeBrowser.runtime, { reload });
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 3, url: 'https://mail.example/' } as never);
});

describe('an update', () => {
  it('is put in place at once where nobody is writing', async () => {
    await composing(0);
    await updateIsThere();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits while a message is being written, also over the death of the worker', async () => {
    await composing(1);
    await updateIsThere();
    await updateIfIdle();
    expect(reload).not.toHaveBeenCalled();
    await composing(0);
    await updateIfIdle();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('that is not there restarts nothing', async () => {
    await updateIfIdle();
    expect(reload).not.toHaveBeenCalled();
  });
});
