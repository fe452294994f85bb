// A mismatch at a terminal: its balance is drawn, in both languages and widths, and not where words alone are asked for.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { endSessions, type SessionOptions, session } from './session.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-check-'));
  for (const name of ['notes.csv', 'notes-zh.csv']) {
    copyFileSync(join(import.meta.dirname, '../../examples', name), join(folder, name));
  }
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function checked(args: string[], options: SessionOptions = {}) {
  const terminal = session(['check', ...args], { folder, ...options });
  expect(await terminal.exit()).toBe(1);
  return terminal;
}

describe.each([
  ['English', 'en_US.UTF-8', 'notes.csv', en, '2209.35', '2207.85'],
  ['Chinese', 'zh_CN.UTF-8', 'notes-zh.csv', zhCN, '1336.00', '1402.00'],
] as const)('in %s', (_, LANG, file, t, should, is) => {
  it.each([60, 120])('the balance is drawn at %i columns', async (columns) => {
    const terminal = await checked([file], { columns, env: { LANG } });
    const rows = terminal.history();
    const ends = rows.filter((row) => /[○✗] \S/.test(row) && row.includes('┤'));
    expect(ends.map((row) => row.trim().split(/ +/)[0]).sort()).toEqual([should, is].sort());
    for (const [sign, word] of [
      ['○', t.check.expected],
      ['✗', t.check.recorded],
    ]) {
      expect(ends.filter((row) => row.endsWith(`${sign} ${word}`))).toHaveLength(1);
    }
    const marks = ends.map((row, i) => terminal.columnOf(row, ['○', '✗'].find((sign) => ends[i]!.includes(sign))!));
    expect(new Set(marks)).toHaveLength(1);
    const axis = rows.filter((row) => /[│┤]/.test(row)).map((row) => terminal.columnOf(row, /[│┤]/.exec(row)![0]));
    expect(new Set(axis)).toHaveLength(1);
    expect(terminal.overflow().filter((line) => !line.includes('okhelp diagnose'))).toEqual([]);
  });
});

describe('no picture', () => {
  const drawn = /[│┤]|\|\s*$/m;
  it.each([
    ['with --plain', ['notes.csv', '--plain'], {}],
    ['with ACCESSIBLE', ['notes.csv'], { env: { ACCESSIBLE: '1' } }],
    ['with --json', ['notes.csv', '--json'], {}],
    ['below 60 columns', ['notes.csv'], { columns: 59 }],
  ])('%s', async (_, args, options) => {
    const terminal = await checked(args, options);
    expect(terminal.history().join('\n')).not.toMatch(drawn);
  });

  it('and with --plain no colour, and the word in place of the sign before the verdict', async () => {
    const terminal = await checked(['notes.csv', '--plain']);
    expect(terminal.raw()).not.toMatch(/\x1b\[|[✓✗]/);
    expect(terminal.history()[0]).toMatch(/^Mismatch: main CNY: one mismatch/);
  });
});

it.each([
  ['TERM=dumb', { TERM: 'dumb' }],
  ['the Linux console', { TERM: 'linux' }],
  ['a locale without UTF-8', { LANG: 'C' }],
])('the picture is in ASCII under %s', async (_, env) => {
  const terminal = await checked(['notes.csv'], { env });
  const rows = terminal.history().filter((row) => /^ +(-?\d+\.\d\d )?[|+]/.test(row));
  expect(rows).toHaveLength(8);
  expect(rows.join('')).toMatch(/^[ -~]*$/);
});
