import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{engines,kernel,modules,server,cli,counties,bench,scripts}/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
    globalSetup: 'kernel/testing/vitest-setup.ts',
    // Two cores: more workers only take turns, and each database file waits for the same server.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
