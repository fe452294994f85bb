// What Node compiled is kept for the next run: for its owner only, without a word of what was typed, and never in the way.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const OKHELP = join(import.meta.dirname, '..', 'bin', 'okhelp.js');

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(process.env.OKHELP_TESTS_FOLDER!, 'kept-'));
});

function okhelp(words: string[], more: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, HOME: home, LANG: 'en_US.UTF-8', OKHELP_DATA_DIR: join(home, 'data'), ...more };
  const { stdout, stderr, status } = spawnSync(process.execPath, [OKHELP, ...words], { encoding: 'utf8', env });
  return { stdout, stderr, status };
}

/** The one folder of this build and this Node. */
function folder(): string {
  const caches = join(home, '.cache', 'okhelp');
  const [name, ...others] = readdirSync(caches);
  expect(others).toEqual([]);
  return join(caches, name!);
}

describe('kept code', () => {
  it('is its owner’s alone: what ran in the first run, its code in the second, and left as it is by the third', () => {
    const first = okhelp(['guide', '--json']);
    const files = readdirSync(folder()).sort();
    expect(files).toEqual(['guide-json', 'main']);
    const state = () => files.map((name) => statSync(join(folder(), name))).map(({ mtimeMs, size }) => [mtimeMs, size]);
    const texts = state();
    expect(okhelp(['guide', '--json'])).toEqual(first);
    const codes = state();
    for (const [i, [, size]] of codes.entries()) expect(size).toBeGreaterThan(texts[i]![1]!);
    expect(okhelp(['guide', '--json'])).toEqual(first);
    expect(state()).toEqual(codes);
    const modes = [join(home, '.cache', 'okhelp'), folder(), ...files.map((name) => join(folder(), name))];
    expect(modes.filter((path) => statSync(path).mode & 0o077)).toEqual([]);
  });

  it('of a command that is called in different ways holds what each of them needs', () => {
    const ways = [
      ['diagnose', '--answer', 'problem=topup-failed', '--no-save', '--no-input', '--json'],
      ['diagnose', 'my card top up was reverted', '--no-save', '--no-input', '--json'],
    ];
    const path = () => join(folder(), 'diagnose-json');
    const said = ways.map((words) => okhelp(words));
    okhelp(ways[0]!);
    const before = statSync(path());
    expect(ways.map((words) => okhelp(words))).toEqual(said);
    expect(statSync(path())).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  it('is named after commands, and holds nothing that was typed or recorded', () => {
    okhelp(['diagnose', 'my-secret-words', '--no-input', '--json']);
    okhelp([
      'note',
      'add',
      '--type',
      'payment',
      '--amount',
      '4711',
      '--currency',
      'CNY',
      '--memo',
      'hush-hush',
      '--no-input',
    ]);
    okhelp(['mistyped-secret']);
    const files = readdirSync(folder()).sort();
    expect(files).toEqual(['diagnose-json', 'main', 'note-add', 'other']);
    for (const name of files) {
      const bytes = readFileSync(join(folder(), name), 'latin1');
      expect(bytes).not.toMatch(/my-secret-words|hush-hush|mistyped-secret|4711/);
    }
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['something else', () => Buffer.from('{"mark":"okhelp.code/2","size":3,"code":[0,0],"text":[0,3]}\n')],
    ['of another form', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('code/2', 'code/1'), 'latin1')],
    ['code that V8 never made', (bytes: Buffer) => bytes.fill(7, 256, bytes.length >> 1)],
    [
      'a text of which a page was not written',
      (bytes: Buffer) => bytes.fill(0, bytes.length - 8192, bytes.length - 4096),
    ],
    ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('that is %s is made anew', (_, damage) => {
    const first = okhelp(['guide', '--json']);
    okhelp(['guide', '--json']);
    for (const name of readdirSync(folder())) {
      const path = join(folder(), name);
      writeFileSync(path, damage(readFileSync(path)));
    }
    expect(okhelp(['guide', '--json'])).toEqual(first);
    expect(okhelp(['guide', '--json'])).toEqual(first);
    for (const name of readdirSync(folder())) expect(statSync(join(folder(), name)).size).toBeGreaterThan(10_000);
  });

  it('that others could have written is not taken', () => {
    okhelp(['guide', '--json']);
    const path = join(folder(), 'main');
    chmodSync(path, 0o666);
    okhelp(['guide', '--json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['NODE_DISABLE_COMPILE_CACHE', { NODE_DISABLE_COMPILE_CACHE: '1' }],
    ['no home', { HOME: '' }],
    ['a cache folder that cannot be', { XDG_CACHE_HOME: '/dev/null/there' }],
  ])('is not made with %s, and nothing is said', (_, more) => {
    expect(okhelp(['--version'], more)).toMatchObject({ stderr: '', status: 0 });
    expect(existsSync(join(home, '.cache'))).toBe(false);
  });

  it('lies where XDG_CACHE_HOME says', () => {
    okhelp(['--version'], { XDG_CACHE_HOME: join(home, 'elsewhere') });
    expect(readdirSync(join(home, 'elsewhere'))).toEqual(['okhelp']);
    expect(existsSync(join(home, '.cache'))).toBe(false);
  });

  it('is gone after delete-all, also what that run compiled, and config says where it lies', () => {
    okhelp(['config', 'set', 'name', 'Wang']);
    const caches = join(home, '.cache', 'okhelp');
    const { files } = JSON.parse(okhelp(['config', '--json']).stdout);
    expect(files.at(-1)).toMatchObject({ kind: 'compiled-code', path: caches });
    expect(okhelp(['delete-all', '--yes']).stdout).toBe('Everything that okhelp kept is deleted.\n');
    expect(okhelp(['delete-all']).stdout).toBe('okhelp keeps nothing on this computer.\n');
    expect(existsSync(caches)).toBe(false);
  });
});
