import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guardOpenPages } from '@/platform/open-pages.ts';

const executeScript = vi.fn(async (_injection: unknown) => []);

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockClear();
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({
      content_scripts: [
        { matches: ['<all_urls>'], js: ['content-scripts/guard.js'], all_frames: true },
        { matches: ['<all_urls>'], js: ['content-scripts/hook.js'], world: 'MAIN' },
        { matches: ['https://mail.google.com/*'], js: ['content-scripts/drafts.js'], all_frames: true },
      ],
    }),
  });
});

it('puts the guard into every frame of every open page, and a page that takes none stops nobody', async () => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 1 },
    { id: 2 },
    { id: 3, discarded: true },
    {},
  ] as never);
  executeScript.mockRejectedValueOnce(new Error('cannot be scripted'));
  await guardOpenPages();
  expect(executeScript.mock.calls.map(([injection]) => injection)).toEqual(
    [1, 2].map((tabId) => ({
      target: { tabId, allFrames: true },
      injectImmediately: true,
      files: ['content-scripts/guard.js'],
    })),
  );
});
