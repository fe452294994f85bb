// Draws new cases for every property that the tests hold (test/properties.ts): node scripts/fuzz.mjs [CASES each].
// A property that names a number of its own draws that many. What fails names its seed and path.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const runs = process.argv[2] ?? '2000';
if (!/^[1-9]\d{0,6}$/.test(runs)) {
  process.stderr.write(`fuzz: ${runs} is no number of cases\n`);
  process.exit(2);
}
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path))
  .filter(
    (path) => path.endsWith('.test.ts') && /property\/|properties\.ts'/.test(path + readFileSync(join(root, path))),
  );
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', '--testTimeout=1800000', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs },
});
process.exit(run.status ?? 1);
