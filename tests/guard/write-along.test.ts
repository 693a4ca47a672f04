import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Compose } from '@/webmails/webmail.ts';
import { startOnPage } from './page.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const blank = () => ({ to: [], cc: [], bcc: [], subject: '', body: '', isHtml: false, attachments: [] });
const start = (compose: Partial<Compose> = {}) => {
  const page = startOnPage({ compose });
  const type = (text: string) => {
    page.at<HTMLTextAreaElement>('body').value = text;
    page.at('body').dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { ...page, type };
};

describe('while a person writes', () => {
  it('the draft is judged when they pause, not before', async () => {
    const { ports, type } = start();
    await vi.advanceTimersByTimeAsync(2_000);
    ports.assess.mockClear();
    type('H');
    await vi.advanceTimersByTimeAsync(400);
    type('He');
    await vi.advanceTimersByTimeAsync(400);
    expect(ports.assess).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(300);
    expect(ports.assess).toHaveBeenCalledOnce();
    expect(ports.assess.mock.calls[0]![0]).toMatchObject({ body: 'He' });
    expect(ports.assess.mock.calls[0]![2], 'nobody waits for it').toBe(false);
  });

  it('nothing is asked, recorded or told in a dialog', async () => {
    const { ports, type } = start();
    type('957 people');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ports.assess).toHaveBeenCalled();
    expect(ports.ask).not.toHaveBeenCalled();
    expect(ports.record).not.toHaveBeenCalled();
    expect(ports.notice).not.toHaveBeenCalled();
  });

  it('a draft that stays the same is judged once', async () => {
    const { ports, at } = start();
    await vi.advanceTimersByTimeAsync(2_000);
    at('body').dispatchEvent(new Event('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ports.assess).toHaveBeenCalledOnce();
  });

  it('a page that always changes does not put it off for ever', async () => {
    const { ports } = start();
    for (let ticks = 0; ticks < 20; ticks++) {
      document.body.append(document.createElement('i'));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(ports.assess).toHaveBeenCalled();
  });

  it('a draft that cannot be read is said to be unchecked', async () => {
    const { ports } = start({
      read() {
        throw new Error('another page than expected');
      },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ports.assess).not.toHaveBeenCalled();
    expect(ports.t).toHaveBeenCalledWith('marker_unchecked');
  });

  it('an empty one is not judged at all', async () => {
    const { ports } = start({ read: blank });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ports.assess).not.toHaveBeenCalled();
  });
});

it('tells the popup what the page is', async () => {
  const { ports, at } = start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ports.state).toHaveBeenLastCalledWith(expect.objectContaining({ webmail: 'practice', composes: 1 }));
  at('compose').remove();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ports.state).toHaveBeenLastCalledWith(expect.objectContaining({ webmail: 'practice', composes: 0 }));
});
