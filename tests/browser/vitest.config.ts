// Suites in real browsers against a real webmail: one after another, since they share mailboxes and two cores.
// `soak` repeats one thing many times and runs only when asked for.
import { defineConfig } from 'vitest/config';

const inBrowsers = {
  environment: 'node',
  globalSetup: 'tests/browser/ready.ts',
  fileParallelism: false,
  isolate: false,
  // A machine that is busy is no failure: what is waited for comes, or the test's own limit ends it.
  expect: { poll: { timeout: 20_000, interval: 100 } },
} as const;

export default defineConfig({
  test: {
    fileParallelism: false,
    projects: [
      {
        test: {
          ...inBrowsers,
          name: 'browsers',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...inBrowsers,
          name: 'soak',
          include: ['tests/browser/**/*.soak.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
