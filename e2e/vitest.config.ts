import { defineConfig } from 'vitest/config'

/**
 * The journeys: a browser, the real server and the real pages.
 *
 * One after the other, because on two cores a second browser makes both so slow that a journey fails for no fault of
 * the platform; and never twice, because one that passes only the second time has found something.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 1,
    fileParallelism: false,
    maxConcurrency: 2,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
