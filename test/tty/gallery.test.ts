// The pictures of docs/gallery/ show what okhelp shows today; drawn again they are the same bytes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('docs/gallery/ is what okhelp shows', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/gallery.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, said: stderr }).toEqual({ status: 0, said: '' });
}, 180_000);
