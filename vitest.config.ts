// Two fast projects: pure rooms in Node, browser rooms in happy-dom. Real browsers run under tests/browser.
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const pure = [
  'detectors',
  'extractors',
  'scan',
  'policy',
  'rollout',
  'incidents',
  'redaction',
  'assessment',
  'cli',
  'collector',
];
const browser = ['webmails', 'guard', 'platform', 'components', 'entrypoints'];
const under = (rooms: string[]) => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

/** A property over thousands of inputs, on a machine that is doing something else: time is no assertion here. */
const testTimeout = 30_000;

export default defineConfig(async () => ({
  test: {
    // The default leaves one core to somebody who works beside it: of two, half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          testTimeout,
          include: [...under(pure), 'tests/*.test.ts'],
        },
      },
      {
        plugins: [await WxtVitest()],
        test: { name: 'browser', environment: 'happy-dom', testTimeout, include: under(browser) },
      },
    ],
  },
}));
