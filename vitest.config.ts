import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/platform/testing.setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // By default one core stays idle; on a machine of two that is half of it.
    maxWorkers: '100%',
    // Every file has its own database and nothing is kept in the process: a worker may take one file after another.
    isolate: false,
  },
})
