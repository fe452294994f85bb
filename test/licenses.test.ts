// What okhelp contains of others is listed with its terms, and the list is what the build bundles now.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

it('THIRD_PARTY_LICENSES is current: else `npm run licenses` makes it anew', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/licenses.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
});

it('it names who the figures were computed from, and on what terms', () => {
  const text = readFileSync(join(ROOT, 'THIRD_PARTY_LICENSES'), 'utf8');
  for (const part of ['BANKING77', 'Casanueva', 'creativecommons.org/licenses/by/4.0', 'Changes:'])
    expect(text).toContain(part);
});

it('the package asks npm to run nothing where it is installed', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
});
