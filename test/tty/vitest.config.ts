// What `npm run test:tty` runs: journeys of a person at a terminal, through a real pseudo-terminal.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['./build.ts'],
    testTimeout: 60_000,
    allowOnly: false,
    maxWorkers: 2,
  },
});
