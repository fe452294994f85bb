// What `npm test` runs: everything but the terminal journeys (test/tty), the shells (test/shells), the installed package (test/e2e) and the browser (test/browser).
import { configDefaults, defineConfig } from 'vitest/config';

// A test must mean the same on every machine: what the shell that started it says about okhelp does not reach it.
for (const name of Object.keys(process.env)) if (/^(OKHELP_|XDG_)/.test(name)) delete process.env[name];
for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'CLICOLOR_FORCE', 'ACCESSIBLE', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
  delete process.env[name];
}

export default defineConfig({
  test: {
    globalSetup: ['test/temporary.ts'],
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/tty/**', 'test/shells/**', 'test/e2e/**', 'test/browser/**'],
    testTimeout: 60_000,
    allowOnly: false,
  },
});
