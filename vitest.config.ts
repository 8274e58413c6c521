import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@node-rs/argon2': fileURLToPath(new URL('kernel/testing/quick-argon2.ts', import.meta.url)) } },
  test: {
    globalSetup: ['kernel/testing/vitest-setup.ts', 'scripts/set-up/program-for-tests.mjs'],
    // Two cores: more workers only take turns, and each database file waits for the same server.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    include: ['{engines,kernel,counties,scripts,modules,server,cli,bench}/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
    // Modules are loaded once for all files of a worker: loading them anew took longer than many a test.
    isolate: false,
  },
})
