// `npm run bench`: how fast okhelp starts and how fast it reads, as ratios measured in this run. Every output is checked
// before its time counts. Ends with status 1 where a budget is missed. `--quick` takes fewer runs.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareWithin, printTable, run, WrongOutput } from './measure.mjs';
import { writeNotes } from './notes.mjs';
import { startRows } from './start.mjs';

const QUICK = process.argv.includes('--quick');
const START_PAIRS = QUICK ? 5 : 15;
const STREAM_PAIRS = QUICK ? 3 : 7;
const ROWS = 1_000_000;
const MEMORY_BUDGET = 200_000_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const okhelp = join(root, 'bin', 'okhelp.js');
const folder = mkdtempSync(join(tmpdir(), 'okhelp-bench-'));
/** The environment as it is, so that both sides pay for what it makes Node do; without what it says to okhelp. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(OKHELP_|XDG_|CI$|NODE_OPTIONS$)/.test(name)),
);
Object.assign(env, { HOME: folder, LC_ALL: 'en_US.UTF-8', OKHELP_DATA_DIR: join(folder, 'data') });
const program = (args, expect, more = {}) => ({
  words: [okhelp, ...args],
  env: { ...env, ...more },
  cwd: folder,
  expect,
});

let missed = 0;
if (!existsSync(join(root, 'dist', 'main.js'))) {
  console.error('dist/ is not built: run `npm run build` first.');
  process.exitCode = 1;
} else {
  try {
    const { PATH } = process.env;
    const bare = { PATH, HOME: folder, LANG: 'en_US.UTF-8' };
    benchStart('PATH, HOME and LANG alone', bare);
    // The environment as it is: what it makes Node do at its start, both sides pay for.
    if (!QUICK) benchStart('the environment of this machine', env);
    benchStream();
    console.log(missed ? `${missed} of the budgets missed.` : 'All budgets held.');
    process.exitCode = missed ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchStart(named, environment) {
  const rows = startRows(environment, START_PAIRS).map(({ name, budget, measure }) => row(name, budget, measure));
  printTable(
    `Start-up with ${named}: the whole run, against \`node -e 0\` (Node ${process.versions.node}; medians of ${START_PAIRS} pairs)`,
    ['okhelp …', 'ratio', 'budget', '', 'node -e 0', 'okhelp'],
    rows,
  );
}

function benchStream() {
  const file = join(folder, 'notes.csv');
  const wanted = writeNotes(file, ROWS);
  const floor = {
    words: [join(root, 'bench', 'floor.mjs'), file],
    env,
    cwd: folder,
    expect: ({ stdout }) => {
      const { rows, amounts, balances } = JSON.parse(stdout);
      const right = rows === ROWS && amounts === wanted.amounts && balances === wanted.balances;
      return right ? null : `the floor read ${stdout.trim()}`;
    },
  };
  const adds = (d) => {
    const [account, ...others] = d.accounts;
    return (
      others.length === 0 &&
      d.balanced &&
      d.source.rows === ROWS &&
      account.readings === ROWS &&
      account.expected === wanted.last
    );
  };
  const expect = json('okhelp.check/1', adds);
  const check = program(['check', file, '--json'], expect);
  const rows = [row('check FILE --json', 4, () => compareWithin(floor, check, STREAM_PAIRS, 4))];
  printTable(
    `Reading: ${ROWS.toLocaleString('en')} notes, 12 columns, a reading in each row, against a bare byte scan (medians of ${STREAM_PAIRS} pairs)`,
    ['okhelp …', 'ratio', 'budget', '', 'byte scan', 'okhelp'],
    rows,
  );
  const mark = join(folder, 'memory');
  const hook = { NODE_OPTIONS: `--require "${join(root, 'bench', 'memory.cjs')}"`, BENCH_MEMORY: mark };
  const memory = attempt(() => {
    run(program(['check', file, '--json'], expect, hook));
    const bytes = Number(readFileSync(mark, 'utf8'));
    const held = bytes < MEMORY_BUDGET;
    if (!held) missed++;
    return ['check FILE --json', megabytes(bytes), megabytes(MEMORY_BUDGET), held ? 'held' : 'MISSED'];
  });
  printTable(
    'Memory: the peak of the same run',
    ['okhelp …', 'peak', 'budget', ''],
    [memory ?? ['check FILE --json', '-', '-', 'WRONG']],
  );
}

/** One line of a table; a wrong output is said in it and counts as a miss. */
function row(name, budget, measure) {
  const result = attempt(measure);
  const limit = budget === null ? '' : `≤ ${budget.toFixed(2)}×`;
  if (!result) return [name, '-', limit, 'WRONG', '-', '-'];
  const held = budget === null || result.ratio <= budget;
  if (!held) missed++;
  const verdict = budget === null ? '' : held ? 'held' : 'MISSED';
  return [
    name,
    `${result.ratio.toFixed(2)}×`,
    limit,
    verdict,
    `${result.base.toFixed(0)} ms`,
    `${result.program.toFixed(0)} ms`,
  ];
}

function attempt(measure) {
  try {
    return measure();
  } catch (error) {
    if (!(error instanceof WrongOutput)) throw error;
    missed++;
    console.log(`Not measured, the output is wrong: ${error.message}\n`);
    return null;
  }
}

function json(schema, right) {
  return ({ status, stdout }) => {
    if (status !== 0) return `status ${status}, stdout: ${stdout.slice(0, 200)}`;
    const document = JSON.parse(stdout);
    return document.schema === schema && right(document) ? null : `unexpected document: ${stdout.slice(0, 400)}`;
  };
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
