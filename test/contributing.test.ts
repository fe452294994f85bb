// CONTRIBUTING.md leads to files, folders and npm scripts that are there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

it('names files that are there', () => {
  const named = [
    ...text.matchAll(
      /(?:`|\]\()((?:bin|src|test|bench|docs|content|dist|scripts|\.ci)\/[\w./-]*|\w+\.(?:md|json|mjs))(?=[`)])/g,
    ),
  ];
  const paths = named.map((match) => match[1]!);
  expect(paths.length).toBeGreaterThan(25);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('names npm scripts that are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = [...text.matchAll(/`npm run ([\w:]+)|`(bench:\w+)`/g)].map((match) => match[1] ?? match[2]!);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
