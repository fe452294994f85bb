// docs/terminal.md and its Chinese version: every line of their tables is typed, and does what stands beside it.
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

/** The rows that have a status, their code taken out of its backticks. */
function linesOf(page: string): Line[] {
  const rows = readFileSync(join(ROOT, 'docs', page), 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [, , command, status, shown] = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (!/^\d+$/.test(status ?? '')) return [];
    return [{ command: command!.slice(1, -1), status: Number(status), shown: shown!.replace(/^(`+)(.*)\1$/, '$2') }];
  });
}

describe.each([
  ['English', 'terminal.md', 'en_US.UTF-8'],
  ['Chinese', 'terminal.zh-CN.md', 'zh_CN.UTF-8'],
])('in %s', (_, page, LANG) => {
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

  it.each(linesOf(page).map((line) => [line.command, line] as const))('%s', (_, { command, status, shown }) => {
    const run = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8', input: '', timeout: 15_000 });
    const said = run.stdout + run.stderr;
    expect({ status: run.status, said }).toEqual({ status, said: expect.stringContaining(shown) });
  });
});

it('both pages try the same', () => {
  const tried = (page: string) => linesOf(page).map(({ command, status }) => ({ command, status }));
  expect(tried('terminal.zh-CN.md')).toEqual(tried('terminal.md'));
  expect(tried('terminal.md').length).toBeGreaterThan(50);
});
