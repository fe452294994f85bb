// What `npm run test:browser` runs: the written report in a real Chromium, which must be installed.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/tty/build.ts', 'test/temporary.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    fileParallelism: false,
  },
});
