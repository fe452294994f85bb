// What each command loads when a script calls it with --json: nothing that asks, draws, or reaches out.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, prepare, restore, SCRIPTED, wordsOf } from '../bench/commands.mjs';
import { COMMANDS } from '../src/cli.ts';

const ROOT = join(import.meta.dirname, '..');
const OKHELP = join(ROOT, 'bin', 'okhelp.js');

/** Written at the end of a run: the pieces of the program that it ran, and the modules of Node that it loaded. */
const HOOK = `process.on('exit', () => {
  const { loaded } = require(process.argv[1]);
  const { made } = loaded.get('main.js').exports;
  const pieces = [...loaded.keys(), ...Object.keys(made)];
  require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify({ pieces, modules: process.moduleLoadList }));
});`;

/** Every command may load these; the others only what stands beside their name. */
const ALWAYS = ['@noble/hashes', 'commander', 'libsql'];
const OWN: Record<string, string[]> = {
  'case remind': ['ics', 'nanoid', 'property-expr', 'runes2', 'tiny-case', 'toposort', 'yup'],
  'config set': ['conf'],
  'config unset': ['conf'],
  'faq top up failed': ['minisearch'],
};
/** conf and what it is made of; its own folder says which. */
const OF_CONF = ['atomically', 'debounce-fn', 'dot-prop', 'env-paths', 'mimic-function', 'semver', 'stubborn-fs'];
const PARTS: Record<string, string[]> = {
  conf: [...OF_CONF, 'stubborn-utils', 'uint8array-extras', 'when-exit'],
};

/** Nothing is asked, no program started, nobody called. */
const NEVER =
  /^NativeModule (readline|readline\/promises|repl|tty|child_process|net|tls|dns|dgram|http|http2|https|inspector|worker_threads)$/;

let folder: string;
let packages: Record<string, string[]>;
const env: Record<string, string> = {};

const okhelp = (words: readonly string[], hook: readonly string[] = []) =>
  spawnSync(process.execPath, [...hook, OKHELP, ...words], { cwd: folder, env, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(process.env.OKHELP_TESTS_FOLDER!, 'loaded-'));
  const inside = JSON.parse(
    execFileSync(process.execPath, ['build.mjs', '--packages'], { cwd: ROOT, encoding: 'utf8' }),
  );
  packages = Object.fromEntries(
    Object.entries<string[]>(inside).map(([piece, folders]) => [
      piece,
      folders.map((one) => one.replace(/^.*node_modules\//, '')),
    ]),
  );
  Object.assign(env, { PATH: process.env.PATH, HOME: folder, LANG: 'en_US.UTF-8', OKHELP_NOW: NOW });
  Object.assign(env, { OKHELP_DATA_DIR: join(folder, 'data'), LOADED: join(folder, 'loaded.json') });
  writeFileSync(join(folder, 'hook.cjs'), HOOK);
  prepare(folder, (words: string[]) => {
    const { status, stderr } = okhelp(words);
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  });
}, 60_000);

it('every command is on the list', () => {
  expect([...new Set(SCRIPTED.map(([name]) => name))].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});

describe('okhelp … --json --no-input', () => {
  it.each(SCRIPTED.map((line) => [line[0], line[1].join(' '), line] as const))('%s %s', (name, words, line) => {
    restore(folder);
    const [, , status, schema] = line;
    const run = okhelp(wordsOf(line), ['--require', join(folder, 'hook.cjs')]);
    expect({ status: run.status, schema: JSON.parse(run.stdout).schema }).toEqual({ status, schema });
    const { pieces, modules } = JSON.parse(readFileSync(env.LOADED!, 'utf8')) as {
      pieces: string[];
      modules: string[];
    };
    const own = OWN[name] ?? OWN[`${name} ${words}`] ?? [];
    const may = [...ALWAYS, ...own, ...own.flatMap((one) => PARTS[one] ?? [])];
    const found = new Set(pieces.flatMap((piece) => packages[piece] ?? []));
    expect([...found].filter((one) => !may.includes(one))).toEqual([]);
    expect(modules.filter((module) => NEVER.test(module))).toEqual([]);
  });
});
