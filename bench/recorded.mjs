// The check of recorded notes against the check of the same notes in a file, and what it takes to record and to export
// them. The verdicts must be the same, account by account, before a time counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, printTable, WrongOutput } from './measure.mjs';

/** Prints a table of `sizes`; `writeCsv(file, entries, wrong)` makes a ledger. Throws where two verdicts differ. */
export function benchRecorded({ root, folder, sizes, writeCsv }) {
  const rows = sizes.map((entries) => {
    const csv = join(folder, `recorded-${entries}.csv`);
    writeCsv(csv, entries, false);
    const where = join(folder, `recorded-${entries}`);
    mkdirSync(where);
    const measured = measure(root, csv, where, entries);
    rmSync(csv);
    rmSync(where, { recursive: true });
    return measured;
  });
  printTable(
    'Recorded notes, a reading on each (wall time; the checks in turn, medians of five)',
    ['notes', 'import', 'memory', 'export', 'memory', 'check FILE', 'check', 'ratio', 'memory'],
    rows,
  );
}

function measure(root, csv, where, entries) {
  const okhelp = join(root, 'bin', 'okhelp.js');
  const env = { ...process.env, OKHELP_DATA_DIR: where };
  const withMemory = (words) => {
    const peak = join(where, 'peak');
    const began = process.hrtime.bigint();
    const ended = spawnSync(process.execPath, ['--require', join(root, 'bench', 'memory.cjs'), okhelp, ...words], {
      encoding: 'utf8',
      env: { ...env, BENCH_MEMORY: peak },
    });
    if (ended.status !== 0) throw new WrongOutput(`${words.join(' ')}: status ${ended.status}: ${ended.stderr}`);
    const took = Number(process.hrtime.bigint() - began) / 1e9;
    return { text: ended.stdout, time: `${took.toFixed(1)} s`, memory: `${megabytes(readFileSync(peak, 'utf8'))} MB` };
  };
  const taken = withMemory(['note', 'import', csv]);
  if (!taken.text.includes(`n${entries}`)) throw new WrongOutput(`import of ${entries} notes: ${taken.text}`);
  const copy = join(where, 'copy.csv');
  const given = withMemory(['note', 'export', copy]);
  if (statSync(copy).size <= statSync(csv).size) throw new WrongOutput('the export is smaller than the file');
  rmSync(copy);

  const checked = withMemory(['check', '--json']);
  const wanted = accountsOf(withMemory(['check', csv, '--json']).text);
  if (wanted.length === 0 || wanted[0].notes !== entries) throw new WrongOutput('the file was not checked whole');
  const program = (words) => ({
    words: [okhelp, 'check', ...words, '--json'],
    env,
    expect: ({ status, stdout }) =>
      status === 0 && JSON.stringify(accountsOf(stdout)) === JSON.stringify(wanted) ? null : 'another verdict',
  });
  const { base, program: own, ratio } = compare(program([csv]), program([]), 5);
  return [
    entries.toLocaleString('en'),
    ...[taken.time, taken.memory, given.time, given.memory],
    ...[seconds(base), seconds(own), `${ratio.toFixed(2)}×`, checked.memory],
  ];
}

const accountsOf = (text) => JSON.parse(text).accounts;
const megabytes = (bytes) => Math.round(Number(bytes) / 2 ** 20);
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
