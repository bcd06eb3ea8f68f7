import { join, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: join(import.meta.dirname, 'support', 'cluster.ts'),
    setupFiles: join(import.meta.dirname, 'support', 'seed.ts'),
    pool: 'forks',
    // Many wait for a database or a process: a third uses what two leave of two cores.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
