// Runs programs and times them in pairs: A B A B …, so that what slows the machine down slows both.
import { spawnSync } from 'node:child_process';

/** A program run that was not what it should be; a time of it would mean nothing. */
export class WrongOutput extends Error {}

/**
 * Runs one program to its end and gives its wall time in milliseconds.
 * @param {{ words: string[], env?: object, cwd?: string, before?: () => void, expect: (run: { status: number, stdout: string }) => string | null }} program
 *   `words` follow `node`; `before` sets the scene, untimed; `expect` says what is wrong with the outcome, or null.
 */
export function run(program) {
  program.before?.();
  const began = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, program.words, {
    cwd: program.cwd,
    env: program.env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
  const wrong = error ? error.message : program.expect({ status, stdout });
  if (wrong) throw new WrongOutput(`${wrong}${stderr ? ` (${stderr.trim().split('\n')[0]})` : ''}`);
  return milliseconds;
}

/** Median times of `base` and `program` over `pairs` runs of each in turn, after one of each that does not count. */
export function compare(base, program, pairs) {
  run(base);
  run(program);
  const times = { base: [], program: [] };
  for (let pair = 0; pair < pairs; pair++) {
    times.base.push(run(base));
    times.program.push(run(program));
  }
  const [low, high] = [median(times.base), median(times.program)];
  return { base: low, program: high, ratio: high / low };
}

/** Measures again, once, where the first median is over the budget: a limit is missed when it is missed twice. */
export function compareWithin(base, program, pairs, budget) {
  const first = compare(base, program, pairs);
  if (budget === null || first.ratio <= budget) return first;
  const second = compare(base, program, pairs);
  return second.ratio < first.ratio ? second : first;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints rows as a table; the first column to the left, the others to the right. */
export function printTable(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])))
      .join('   ')
      .trimEnd();
  console.log(`${title}\n`);
  console.log(line(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('   '));
  for (const row of rows) console.log(line(row));
  console.log('');
}
