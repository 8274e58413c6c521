import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@node-rs/argon2': fileURLToPath(new URL('kernel/testing/quick-argon2.ts', import.meta.url)) } },
  test: {
    include: ['{engines,kernel,modules,server,cli,counties,bench,scripts}/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
    globalSetup: 'kernel/testing/vitest-setup.ts',
    // Two cores: more workers only take turns, and each database file waits for the same server.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
