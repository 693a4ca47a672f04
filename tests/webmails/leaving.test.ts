// What became of a message where the page has no sign of its own for it.
import { expect, it, onTestFinished, vi } from 'vitest';
import { leaving } from '@/webmails/page/leaving.ts';

it('is told where the window has gone meanwhile, and nothing of it is listened to any more', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const view = document.defaultView!;
  const listening = vi.spyOn(view, 'addEventListener');
  onTestFinished(() => void vi.restoreAllMocks());
  const outcome = leaving(root);
  const left = listening.mock.calls.find(([type]) => type === 'pagehide')!;
  const { signal } = left[2] as AddEventListenerOptions;
  expect(signal!.aborted).toBe(false);
  // As of a window that is torn down: it has no methods left.
  vi.spyOn(view, 'removeEventListener').mockImplementation(() => {
    throw new TypeError('removeEventListener is not a function');
  });
  root.remove();
  expect(await outcome).toBe('sent');
  expect(signal!.aborted).toBe(true);
});
