// npm run bench:causes: how often the check finds a mistake, at the right reading, with the right cause and entry first.
// Ledgers and mistakes are made here (seeded); nothing of this was used to set the priors of src/ledger/likelihood.ts
// other than to see that no kind is forgotten. `--quick` for a tenth of the ledgers.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CURRENCIES, makeLedger, notesOf, randomFrom } from './made-ledgers.mjs';
import { MISTAKES } from './mistakes.mjs';

const quick = process.argv.includes('--quick');
const SEED = 20261123;
const DENSITIES = ['every', 'tenth', 'month', 'end'];
const SIZES = [30, 100, 400, 2000];
const LEDGERS = quick ? 4 : 40;

const { checkNotes } = await load('src/ledger/check.ts');
let alarms = 0;
let certain = 0;
let certainWrong = 0;
let clean = 0;
process.stdout.write(`Seed ${SEED}; ${SIZES.join(', ')} rows; CNY and a token with 6 decimals.\n`);
for (const density of DENSITIES) {
  const table = [];
  for (const kind of Object.keys(MISTAKES)) table.push([kind, ...measure(density, kind)]);
  table.push(['two mistakes', ...measure(density, 'two')]);
  print(density, table);
}
process.stdout.write(`\nFalse alarms: ${alarms} in ${clean} clean ledgers.\n`);
process.stdout.write(`Called certain: ${certain}, of these wrong: ${certainWrong} (one mistake at a time).\n`);
process.exitCode = alarms ? 1 : 0;

function measure(density, kind) {
  const sum = { made: 0, placed: 0, first: 0, three: 0, clear: 0, clearFirst: 0 };
  for (const currency of Object.keys(CURRENCIES)) {
    for (const size of SIZES) {
      for (let n = 0; n < LEDGERS; n++) tryOne(sum, density, kind, currency, size, n);
    }
  }
  return [
    sum.made,
    percent(sum.placed, sum.made),
    percent(sum.first, sum.made),
    percent(sum.three, sum.made),
    `${percent(sum.clearFirst, sum.clear)} of ${sum.clear}`,
  ];
}

function tryOne(sum, density, kind, currency, size, n) {
  const random = randomFrom(SEED + n * 7919 + size * 31 + hash(kind + density + currency));
  const { opening, rows } = makeLedger(random, size, density, currency);
  const options = { opening: BigInt(opening) * 10n ** BigInt(18 - CURRENCIES[currency]), listed: 1000 };
  clean++;
  if (!checkNotes(notesOf(rows, currency), options).balanced) alarms++;
  const truth = new Map(rows.map((row) => [row.id, row.balance]));
  const made = kind === 'two' ? two(rows, random) : [MISTAKES[kind](rows, random)];
  if (made.some((mistake) => mistake === null)) return;
  const { mismatches } = checkNotes(notesOf(rows, currency), options).accounts[0];
  // A mistake between two readings that changes neither cannot be seen by anybody.
  if (mismatches.length === 0 && made[0].cause === 'wrong-time') return;
  sum.made++;
  judge(sum, made, mismatches, truth);
}

/** Two mistakes of kinds that leave the rows in place. */
function two(rows, random) {
  const kinds = [
    'wrong-sign',
    'unrecorded-fee',
    'status: happened, not counted',
    'transposed-digits',
    'missing-entry',
    'duplicate-entry',
  ];
  const pick = () => MISTAKES[kinds[Math.floor(random() * kinds.length)]](rows, random);
  const [one, other] = [pick(), pick()];
  return one && other && one.row !== null && one.row === other.row ? [null] : [one, other];
}

function judge(sum, made, mismatches) {
  const names = (explanation, mistake) =>
    explanation.cause === mistake.cause &&
    (mistake.row === null || explanation.notes.some(({ id }) => id === `n${mistake.row}`));
  if (made.length === 2) {
    const together = (explanation) =>
      explanation?.cause === 'several-entries' &&
      made.every(({ row }) => row === null || explanation.notes.some(({ id }) => id === `n${row}`));
    if (mismatches.length === 0 || mismatches.length > 2) return;
    sum.placed++;
    if (mismatches.length === 1) {
      const { explanations } = mismatches[0];
      if (together(explanations[0])) sum.first++;
      if (explanations.slice(0, 3).some(together)) sum.three++;
    } else {
      const each = (most) =>
        made.every((mistake) => mismatches.some((m) => m.explanations.slice(0, most).some((e) => names(e, mistake))));
      if (each(1)) sum.first++;
      if (each(3)) sum.three++;
    }
    return;
  }
  if (mismatches.length !== 1) return;
  sum.placed++;
  const [mistake] = made;
  const { explanations } = mismatches[0];
  const right = explanations.findIndex((explanation) => names(explanation, mistake));
  if (right === 0) sum.first++;
  if (explanations[0].confidence === 'certain') {
    certain++;
    if (right !== 0) certainWrong++;
  }
  if (right >= 0 && right < 3) sum.three++;
  // Explanations by one change, apart from the missing entry that always fits.
  const rivals = explanations.filter(
    (e) => e.cause !== 'missing-entry' && e.cause !== 'several-entries' && !names(e, mistake),
  );
  if (rivals.length === 0) {
    sum.clear++;
    if (right === 0) sum.clearFirst++;
  }
}

function percent(part, whole) {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : '–';
}

function hash(text) {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, 7) >>> 0;
}

function print(density, table) {
  const head = ['mistake', 'made', 'one mismatch', 'first', 'first three', 'first, where one fits'];
  const widths = head.map((title, i) => Math.max(title.length, ...table.map((row) => String(row[i]).length)));
  const line = (cells) =>
    cells.map((cell, i) => (i ? String(cell).padStart(widths[i]) : String(cell).padEnd(widths[i]))).join('  ');
  process.stdout.write(`\nReadings: ${density}\n${[head, ...table].map(line).join('\n')}\n`);
}

async function load(entry) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
