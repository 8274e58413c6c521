import { defineConfig } from 'vitest/config'

/**
 * The journeys: a browser, the real server and the real pages.
 *
 * Two files beside each other, one for each core, and with more patience than a page ever needs alone, so that none
 * fails for the other's sake; and never twice, because one that passes only the second time has found something.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['../kernel/testing/vitest-setup.ts', '../scripts/set-up/program-for-tests.mjs'],
    maxWorkers: 2,
    maxConcurrency: 2,
    retry: 0,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
