// Suites in real browsers against a real webmail: one after another, since they share mailboxes and two cores.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'browsers',
    environment: 'node',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: './ready.ts',
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
