// Two fast projects: pure rooms in Node, browser rooms in happy-dom. Real browsers run under tests/browser.
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const pure = ['detectors', 'extractors', 'scan', 'policy', 'incidents', 'redaction', 'assessment', 'cli'];
const browser = ['webmails', 'guard', 'platform', 'components', 'entrypoints'];
const under = (rooms: string[]) => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

export default defineConfig(async () => ({
  test: {
    // A property over thousands of inputs, on a machine that is doing something else: time is no assertion here.
    testTimeout: 30_000,
    projects: [
      { test: { name: 'pure', environment: 'node', include: [...under(pure), 'tests/*.test.ts'] } },
      {
        plugins: [await WxtVitest()],
        test: { name: 'browser', environment: 'happy-dom', include: under(browser) },
      },
    ],
  },
}));
