// Suites in real browsers against a real webmail, in lanes side by side, each with mailboxes of its own.
// `soak` repeats one thing many times and runs only when asked for.
import { defineConfig } from 'vitest/config';
import { lanes } from './lanes.ts';

const inBrowsers = {
  environment: 'node',
  globalSetup: 'tests/browser/ready.ts',
  // A machine that is busy is no failure: what is waited for comes, or the test's own limit ends it.
  expect: { poll: { timeout: 20_000, interval: 100 } },
} as const;

export default defineConfig({
  test: {
    maxWorkers: lanes,
    projects: [
      {
        test: {
          ...inBrowsers,
          name: 'browsers',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...inBrowsers,
          name: 'soak',
          include: ['tests/browser/**/*.soak.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
