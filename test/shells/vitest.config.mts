// What `npm run test:shells` runs: completion in the real shells, each in a terminal of its own; zsh and fish must be there.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/shells/**/*.test.ts'],
    globalSetup: ['test/tty/build.ts'],
    testTimeout: 60_000,
    allowOnly: false,
    maxWorkers: 2,
  },
});
