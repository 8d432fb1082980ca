import { defineConfig } from 'vitest/config';

/** End-to-end tests: one file after another, each in a real Electron. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/harness/machine.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    // A slow machine is not a failure.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
