// One folder for everything that a run of the tests writes, removed when the run ends.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'okhelp-tests-'));
  // A test that gives up its rights still has to reach its own folder in here.
  chmodSync(folder, 0o711);
  process.env.OKHELP_TESTS_FOLDER = folder;
}

export function teardown(): void {
  rmSync(process.env.OKHELP_TESTS_FOLDER!, { recursive: true, force: true });
}
