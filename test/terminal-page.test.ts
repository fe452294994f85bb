// docs/terminal.md, the table in the README, and their Chinese versions: every line is typed, and does what stands beside it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Line {
  command: string;
  status: number;
  /** What its output holds; empty where nothing is said of it. */
  shown: string;
}

const docs = (page: string) => readFileSync(join(ROOT, 'docs', page), 'utf8');

/** The section of the README under this heading. */
function readme(heading: string): string {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return text.slice(text.indexOf(`\n## ${heading}\n`)).split('\n## ')[1]!;
}

const PAGES = {
  'docs/terminal.md': docs('terminal.md'),
  'docs/terminal.zh-CN.md': docs('terminal.zh-CN.md'),
  'README.md': readme('In a terminal'),
  'README.md 简体中文': readme('终端里的表现'),
};

/** The rows that have a status, their code taken out of its backticks. */
function linesOf(text: string): Line[] {
  const rows = text.split('\n');
  return rows.flatMap((row) => {
    const [, , command, status, shown] = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (!/^\d+$/.test(status ?? '')) return [];
    return [{ command: command!.slice(1, -1), status: Number(status), shown: shown!.replace(/^(`+)(.*)\1$/, '$2') }];
  });
}

describe.each([
  ['docs/terminal.md', 'en_US.UTF-8'],
  ['docs/terminal.zh-CN.md', 'zh_CN.UTF-8'],
  ['README.md', 'en_US.UTF-8'],
  ['README.md 简体中文', 'zh_CN.UTF-8'],
] as const)('in %s', (page, LANG) => {
  let folder: string;
  const env: Record<string, string> = {};

  beforeAll(() => {
    folder = mkdtempSync(join(process.env.OKHELP_TESTS_FOLDER!, 'terminal-'));
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'okhelp'),
      `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'bin', 'okhelp.js')}' "$@"\n`,
    );
    chmodSync(join(bin, 'okhelp'), 0o755);
    for (const name of readdirSync(join(ROOT, 'examples')))
      copyFileSync(join(ROOT, 'examples', name), join(folder, name));
    Object.assign(env, { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, HOME: folder, LANG, TERM: 'xterm-256color' });
    env.OKHELP_DATA_DIR = join(folder, 'data');
  });

  it.each(linesOf(PAGES[page]).map((line) => [line.command, line] as const))('%s', (_, { command, status, shown }) => {
    const run = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8', input: '', timeout: 15_000 });
    const said = run.stdout + run.stderr;
    expect({ status: run.status, said }).toEqual({ status, said: expect.stringContaining(shown) });
  });
});

it.each([
  ['docs/terminal.md', 'docs/terminal.zh-CN.md', 50],
  ['README.md', 'README.md 简体中文', 19],
] as const)('%s and %s try the same', (page, other, least) => {
  const tried = (name: typeof page | typeof other) =>
    linesOf(PAGES[name]).map(({ command, status }) => ({ command, status }));
  expect(tried(other)).toEqual(tried(page));
  expect(tried(page).length).toBeGreaterThan(least);
});
