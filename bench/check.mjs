// npm run bench:check: the check of the same ledger, a reading on each row, by okhelp and by hledger, ledger and beancount
// (Debian's packages, installed here where they are missing and may be). Each program's verdict is asserted before its time
// counts: a ledger that adds up passes, and one with a wrong reading in its last row does not.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './made-ledgers.mjs';
import { printTable } from './measure.mjs';
import { benchRecorded } from './recorded.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quick = process.argv.includes('--quick');
const folder = mkdtempSync(join(tmpdir(), 'okhelp-bench-'));

const RIVALS = {
  hledger: { package: 'hledger', words: (file) => ['hledger', '-f', file, 'check', 'assertions'], write: writeJournal },
  ledger: {
    package: 'ledger',
    words: (file) => ['ledger', '-f', file, 'balance', '--depth', '1'],
    write: writeJournal,
  },
  beancount: { package: 'beancount', words: (file) => ['bean-check', '--no-cache', file], write: writeBeancount },
};
/** Every program, ours too, starts with this and nothing else: what a shell of this machine sets may cost one of them time. */
const clean = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' };

try {
  for (const [name, rival] of Object.entries(RIVALS)) ensure(name, rival);
  const rows = quick
    ? [...compare(10_000, ['hledger', 'ledger', 'beancount'])]
    : [...compare(100_000, ['hledger', 'ledger', 'beancount']), ...compare(1_000_000, ['ledger'])];
  printTable(
    'The same ledger, a reading on each row (wall time of the whole run, best of five; environment: PATH, HOME, LANG only)',
    ['entries', 'okhelp', 'other', 'ratio'],
    rows,
  );
  growth(quick ? [100_000, 200_000] : [1_000_000, 2_000_000, 5_000_000]);
  benchRecorded({ root, folder, sizes: quick ? [100_000] : [1_000_000, 5_000_000], writeCsv });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(entries, names) {
  const [good, bad] = [join(folder, `${entries}.csv`), join(folder, `${entries}-wrong.csv`)];
  writeCsv(good, entries, false);
  writeCsv(bad, entries, true);
  const okhelp = (file) => [process.execPath, join(root, 'bin', 'okhelp.js'), 'check', file, '--json'];
  expectStatus(okhelp(bad), 1);
  const own = timed(okhelp(good), 0);
  return names.map((name) => {
    const { words, write } = RIVALS[name];
    const file = join(folder, `${name}-${entries}`);
    write(file, Math.min(entries, 1000), true);
    if (run(words(file)).status === 0) throw new Error(`${name} does not see a wrong reading`);
    write(file, entries, false);
    const other = timed(words(file), 0);
    rmSync(file);
    return [`${entries.toLocaleString('en')} (${name})`, seconds(own), seconds(other), `${(other / own).toFixed(0)}×`];
  });
}

/** Time and memory of okhelp alone as the file grows. */
function growth(sizes) {
  const rows = sizes.map((entries) => {
    const file = join(folder, `growth-${entries}.csv`);
    const peak = join(folder, 'peak');
    writeCsv(file, entries, false);
    const words = [
      process.execPath,
      '--require',
      join(root, 'bench', 'memory.cjs'),
      join(root, 'bin', 'okhelp.js'),
      'check',
      file,
      '--json',
    ];
    const time = timed(words, 0, { BENCH_MEMORY: peak });
    const memory = Number(readFileSync(peak, 'utf8').trim());
    rmSync(file);
    return [
      entries.toLocaleString('en'),
      seconds(time),
      `${((time / entries) * 1e6).toFixed(2)} s`,
      `${Math.round(memory / 2 ** 20)} MB`,
    ];
  });
  printTable('okhelp check as the file grows', ['entries', 'time', 'per million', 'peak memory'], rows);
}

function timed(words, status, env = {}) {
  const times = Array.from({ length: 5 }, () => {
    const began = process.hrtime.bigint();
    expectStatus(words, status, env);
    return Number(process.hrtime.bigint() - began) / 1e9;
  });
  return Math.min(...times);
}

function expectStatus(words, status, env = {}) {
  const ended = run(words, env);
  if (ended.status !== status)
    throw new Error(`${words.join(' ')}: status ${ended.status}: ${ended.stderr.slice(0, 300)}`);
}

function run([program, ...words], env = {}) {
  return spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...clean, ...env } });
}

function ensure(name, { package: wanted, words }) {
  if (!spawnSync(words('x')[0], ['--version']).error) return;
  spawnSync('apt-get', ['install', '-y', '-qq', wanted], { stdio: 'ignore' });
  if (spawnSync(words('x')[0], ['--version']).error)
    throw new Error(`${name} is not installed (Debian: apt-get install ${wanted})`);
}

/** One entry a day, so that beancount, whose balances are those of a day's beginning, can have one for each. */
function* entriesOf(count, wrong) {
  const random = randomFrom(7);
  let balance = 100_000_00;
  for (let i = 0; i < count; i++) {
    const amount = random() < 0.3 ? Math.ceil(random() * 200_00) : -Math.ceil(random() * 80_00);
    balance += amount;
    const day = new Date(Date.UTC(1971, 0, 1) + i * 86_400_000);
    yield { day, amount, balance: wrong && i === count - 1 ? balance + 500 : balance };
  }
}

/** Beyond the year 9999 the days start again: the time of day keeps a million entries in order for our CSV. */
function writeCsv(file, count, wrong) {
  const started = Date.UTC(2000, 0, 1);
  let i = 0;
  writeLines(file, 'time,type,amount,currency,balance\n', entriesOf(count, wrong), ({ amount, balance }) => {
    const time = new Date(started + i++ * 120_000).toISOString().slice(0, 19);
    return `${time}+00:00,adjustment,${amount < 0 ? '' : '+'}${money(amount)},CNY,${money(balance)}\n`;
  });
}

function writeJournal(file, count, wrong) {
  let i = 0;
  const opening = '1970-01-01 opening\n    assets:wallet  CNY 100000.00\n    equity:opening\n\n';
  writeLines(file, opening, entriesOf(count, wrong), ({ amount, balance }) => {
    const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(i++ / 100) * 86_400_000).toISOString().slice(0, 10);
    return `${day} entry\n    assets:wallet  CNY ${money(amount)} = CNY ${money(balance)}\n    expenses:other\n\n`;
  });
}

function writeBeancount(file, count, wrong) {
  const head =
    '1970-01-01 open Assets:Wallet\n1970-01-01 open Equity:Other\n1970-01-01 * "opening"\n  Assets:Wallet  100000.00 CNY\n  Equity:Other\n\n';
  writeLines(file, head, entriesOf(count, wrong), ({ day, amount, balance }) => {
    const next = new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10);
    return `${day.toISOString().slice(0, 10)} * "entry"\n  Assets:Wallet  ${money(amount)} CNY\n  Equity:Other\n${next} balance Assets:Wallet  ${money(balance)} CNY\n\n`;
  });
}

function writeLines(file, head, entries, line) {
  writeFileSync(file, head);
  const out = openSync(file, 'a');
  let text = '';
  for (const entry of entries) {
    text += line(entry);
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}

function money(cents) {
  const size = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}
