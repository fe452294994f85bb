// The man pages as mandoc checks them and as man shows them, without a word of warning.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { displayWidth } from '../../src/terminal/width.ts';

const FOLDER = join(import.meta.dirname, '../../dist/man');

describe.each(['man1/okhelp.1', 'zh_CN/man1/okhelp.1'])('%s', (page) => {
  const path = join(FOLDER, page);

  it('mandoc finds nothing wrong but that it bears no date and has long lines', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', path], { encoding: 'utf8' });
    const found = stdout.split('\n').filter((line) => line && !/longer than 80 bytes|missing date/.test(line));
    expect(found).toEqual([]);
  });

  it('man shows each command within 80 columns, commands of examples excepted', () => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '80' };
    const shown = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', path], {
      encoding: 'utf8',
      env,
      timeout: 30_000,
    });
    expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name } of COMMANDS) expect(shown.stdout).toMatch(new RegExp(`^ +okhelp ${name}\\b`, 'm'));
    const wide = shown.stdout.split('\n').filter((line) => displayWidth(line) > 80);
    expect(wide.filter((line) => !/^ {7,}okhelp /.test(line))).toEqual([]);
  });
});

it('man finds the page in its folder', () => {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANWIDTH: '80' };
  const shown = execFileSync('man', ['-M', FOLDER, 'okhelp'], { encoding: 'utf8', env });
  expect(shown).toContain('okhelp - get out of trouble with a payment wallet');
});
