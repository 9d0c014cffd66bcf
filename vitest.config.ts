import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['katas/*/*.test.ts', 'harness/**/*.test.ts'],
    // A thread dies with the runner, however it dies; a process would live on. No learner's code runs in it.
    pool: 'threads',
    isolate: false,
    sequence: { concurrent: true },
    // Each test waits for processes more than it works.
    maxConcurrency: 4,
    // Every run has limits of its own, with better messages: this one only guards against a mistake in a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    globalSetup: ['./harness/sandbox/global-setup.ts'],
  },
});
