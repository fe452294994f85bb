// What `npm run test:tty` runs: journeys of a person at a terminal, through a real pseudo-terminal.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/tty/**/*.test.ts'],
    globalSetup: ['test/tty/build.ts'],
    testTimeout: 60_000,
    allowOnly: false,
    maxWorkers: 2,
  },
});
