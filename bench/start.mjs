// How fast each command starts: the whole run on small input, in pairs with a Node that does nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOW, prepare, restore, SCRIPTED, wordsOf } from './commands.mjs';
import { compareWithin, run } from './measure.mjs';

const okhelp = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'okhelp.js');

/** What the program may take, as a multiple of a bare start. */
const BUDGETS = { help: 1.15, scripted: 1.6 };

/**
 * One row a command: its name, its budget, and what measures it. Each starts with the same data; what a run before has compiled
 * is there, as it is for a script. The folder is removed when the process ends.
 */
export function startRows(environment, pairs) {
  const folder = mkdtempSync(join(tmpdir(), 'okhelp-start-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const env = { ...environment, HOME: folder, OKHELP_DATA_DIR: join(folder, 'data'), OKHELP_NOW: NOW };
  const program = (words, expect) => ({ words: [okhelp, ...words], env, cwd: folder, expect });
  const bare = {
    words: ['-e', '0'],
    env,
    cwd: folder,
    expect: ({ status }) => (status === 0 ? null : `status ${status}`),
  };
  prepare(folder, (words) => run(program(words, ({ status }) => (status === 0 ? null : `status ${status}`))));
  const against = (one, budget) => () => compareWithin(bare, one, pairs, budget);
  const pages = [
    ['--version', /^\d+\.\d+\.\d+\n$/],
    ['--help', /okhelp diagnose/],
  ].map(([flag, pattern]) => ({
    name: flag,
    budget: BUDGETS.help,
    measure: against(
      program([flag], ({ stdout }) => (pattern.test(stdout) ? null : `unexpected: ${stdout.slice(0, 200)}`)),
      BUDGETS.help,
    ),
  }));
  const commands = SCRIPTED.map((line) => ({
    name: shown(line),
    budget: BUDGETS.scripted,
    measure: against({ ...program(wordsOf(line), answers(line)), before: () => restore(folder) }, BUDGETS.scripted),
  }));
  return [...pages, ...commands];
}

function shown([name, args]) {
  const text = [name, ...args].join(' ');
  return text.length > 46 ? `${text.slice(0, 45)}…` : text;
}

function answers([, , status, schema]) {
  return (done) => {
    if (done.status !== status) return `status ${done.status}: ${done.stdout.slice(0, 200)}`;
    return JSON.parse(done.stdout).schema === schema ? null : `unexpected document: ${done.stdout.slice(0, 200)}`;
  };
}
