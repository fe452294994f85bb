// What `npm run test:e2e` runs: the packed package, installed into an empty folder, on several Node versions.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    allowOnly: false,
    fileParallelism: false,
  },
});
