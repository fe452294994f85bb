// npm run bench:causes: how often the check finds a mistake, at the right reading, with the right cause and entry first.
// Two kinds of ledgers and mistakes are made here (seeded): those of made-ledgers.mjs, and with `--other` (npm run
// bench:causes:other) those of other-ledgers.mjs, with a seed that was not looked at while the rules were made.
// `--quick` for a fifth of the ledgers, `--seed N` for others, `--sizes` to tell two mistakes apart by the size of the
// ledger, `--wrong` to print what did not come first, `--only KIND` for one kind. The last columns are from odds.mjs: what somebody
// who knows how all was made would have first, and how often we have it first, and among the first three, where the right
// explanation holds nine tenths of the odds.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { oddsIn } from './odds.mjs';

const flag = (name) => process.argv.includes(name);
const other = flag('--other');
const { CURRENCIES, makeLedger, notesOf, randomFrom } = await import(
  other ? './other-ledgers.mjs' : './made-ledgers.mjs'
);
const { MISTAKES, OF_TWO, SHAPES, GIVEN = {} } = await import(other ? './other-mistakes.mjs' : './mistakes.mjs');
const quick = flag('--quick');
const SEED = flag('--seed') ? Number(process.argv[process.argv.indexOf('--seed') + 1]) : other ? 83_105_291 : 20261123;
const only = flag('--only') && process.argv[process.argv.indexOf('--only') + 1];
const KINDS = Object.keys(MISTAKES).filter((kind) => !only || kind === only);
const DENSITIES = ['every', 'tenth', 'month', 'end'];
const SIZES = [30, 100, 400, 2000];
const LEDGERS = quick ? 4 : 20;
/** The notes can tell where the right explanation holds so much of the odds. */
const TOLD = 0.9;

const { checkNotes } = await load('src/ledger/check.ts');
let alarms = 0;
let certain = 0;
let certainWrong = 0;
let clean = 0;
process.stdout.write(`Seed ${SEED}; ${SIZES.join(', ')} rows; CNY and a token with 6 decimals.\n`);
for (const density of DENSITIES) {
  const table = [];
  for (const kind of KINDS) table.push([kind, ...measure(density, kind)]);
  if (!only) {
    table.push(meanOf(table));
    table.push(['two mistakes', ...measure(density, 'two')]);
  }
  if (flag('--sizes')) for (const size of SIZES) table.push([`  of ${size} rows`, ...measure(density, 'two', [size])]);
  print(density, table);
}
process.stdout.write(`\nFalse alarms: ${alarms} in ${clean} clean ledgers.\n`);
process.stdout.write(`Called certain: ${certain}, of these wrong: ${certainWrong} (one mistake at a time).\n`);
process.exitCode = alarms ? 1 : 0;

function measure(density, kind, sizes = SIZES) {
  const sum = {
    made: 0,
    placed: 0,
    first: 0,
    three: 0,
    clear: 0,
    clearFirst: 0,
    ceiling: 0,
    told: 0,
    toldFirst: 0,
    toldThree: 0,
  };
  for (const currency of Object.keys(CURRENCIES)) {
    for (const size of sizes) {
      for (let n = 0; n < LEDGERS; n++) tryOne(sum, density, kind, currency, size, n);
    }
  }
  return [
    sum.made,
    percent(sum.placed, sum.made),
    percent(sum.first, sum.made),
    percent(sum.three, sum.made),
    percent(sum.ceiling, sum.made),
    `${percent(sum.toldFirst, sum.told)} of ${sum.told}`,
    percent(sum.toldThree, sum.told),
    `${percent(sum.clearFirst, sum.clear)} of ${sum.clear}`,
  ];
}

function tryOne(sum, density, kind, currency, size, n) {
  const random = randomFrom(SEED + n * 7919 + size * 31 + hash(kind + density + currency));
  const { opening, rows, model } = makeLedger(random, size, density, currency);
  const options = { opening: BigInt(opening) * 10n ** BigInt(18 - CURRENCIES[currency]), listed: 1000 };
  // In the other kind of ledger the opening is often unknown, and the file not sorted.
  const [given, byTime] = other ? [random() < 0.5 || density === 'end', random() < 0.5] : [true, true];
  if (!given) delete options.opening;
  const check = () => checkNotes(notesOf(rows, currency, byTime), options).accounts[0].mismatches;
  clean++;
  if (check().length > 0) alarms++;
  const kinds = kind === 'two' ? [pick(random, OF_TWO), pick(random, OF_TWO)] : [kind];
  const made = [];
  let before = '';
  for (const each of kinds) {
    const mistake = MISTAKES[each](rows, random);
    if (mistake === null || made.some((one) => overlaps(one, mistake))) return;
    made.push(mistake);
    // A mistake that puts no reading off cannot be seen by anybody.
    const now = check()
      .map((m) => `${m.at.note.id} ${m.difference}`)
      .join();
    if (now === before) return;
    before = now;
  }
  sum.made++;
  const mismatches = check();
  const [firstBefore, threeBefore] = [sum.first, sum.three];
  judge(sum, made, mismatches);
  const odds = oddsIn({ rows, model, shapes: SHAPES, unit: 10 ** CURRENCIES[currency], given: GIVEN });
  const { best, share } = oracle(made, mismatches, odds);
  sum.ceiling += best;
  if (share >= TOLD) {
    sum.told++;
    if (sum.first > firstBefore) sum.toldFirst++;
    if (sum.three > threeBefore) sum.toldThree++;
  }
  if (flag('--wrong') && sum.first === firstBefore)
    told(density, kinds, made, mismatches, rows.length, currency, odds, share);
}

/** All kinds together, each as often as any other. */
function meanOf(table) {
  const made = table.filter(([, count]) => count > 0);
  const mean = (at) => `${(made.reduce((sum, row) => sum + Number.parseFloat(row[at]), 0) / made.length).toFixed(1)} %`;
  const all = made.reduce((sum, row) => sum + row[1], 0);
  return ['one mistake, all kinds', all, mean(2), mean(3), mean(4), mean(5), '', '', ''];
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function idsOf({ row }) {
  return row === null ? [] : [row].flat();
}

function overlaps(one, two) {
  return idsOf(one).some((id) => idsOf(two).includes(id));
}

/** Whether a correction puts this mistake right: the right field of the right entry. */
function puts(correction, mistake) {
  if (mistake.cause === 'missing-entry') return correction.op === 'add';
  if (!idsOf(mistake).some((id) => correction.note === `n${id}`)) return false;
  if (mistake.cause === 'duplicate-entry') return correction.op === 'remove';
  const fields = { 'unrecorded-fee': 'fee', status: 'status', 'wrong-time': 'time', 'wrong-reading': 'balance' };
  return correction.field === (fields[mistake.cause] ?? 'amount');
}

function names(explanation, mistake) {
  return explanation.cause === mistake.cause && explanation.corrections.some((each) => puts(each, mistake));
}

function judge(sum, made, mismatches) {
  if (made.length === 2) return judgeTwo(sum, made, mismatches);
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
  if (explanations.every((each) => names(each, mistake) || !isRival(each))) {
    sum.clear++;
    if (right === 0) sum.clearFirst++;
  }
}

/** Explains by one change, apart from what always fits: a missing entry, and the last reading being wrong. */
function isRival({ cause, evidence }) {
  if (cause === 'wrong-reading') return evidence.length > 1 || evidence[0].kind !== 'nothing-behind';
  return cause !== 'missing-entry' && cause !== 'several-entries';
}

/** Two mistakes are one mismatch explained by both, or two, each explained by its own. */
function judgeTwo(sum, made, mismatches) {
  if (mismatches.length === 0 || mismatches.length > 2) return;
  sum.placed++;
  const together = (explanation) =>
    explanation.cause === 'several-entries' &&
    made.every((each) => explanation.corrections.some((one) => puts(one, each)));
  const within = (most) =>
    mismatches.length === 1
      ? mismatches[0].explanations.slice(0, most).some(together)
      : made.every((each) => mismatches.some((m) => m.explanations.slice(0, most).some((one) => names(one, each))));
  if (within(1)) sum.first++;
  if (within(3)) sum.three++;
}

/**
 * What somebody who knows all odds makes of it. `best`: 1 where the right explanation of each mismatch is the likeliest of those
 * that the check lists, a part where others are as likely, 0 where another is. `share`: what the right ones are of all odds.
 */
function oracle(made, mismatches, odds) {
  if (mismatches.length === 0 || mismatches.length > made.length) return { best: 0, share: 0 };
  const isRight = (explanation) =>
    made.length > 1 && mismatches.length === 1
      ? explanation.cause === 'several-entries' &&
        made.every((each) => explanation.corrections.some((one) => puts(one, each)))
      : made.some((each) => names(explanation, each));
  const each = mismatches.map((mismatch) => {
    const all = mismatch.explanations.map((one) => ({ odds: odds(one, mismatch), right: isRight(one) }));
    const most = Math.max(...all.map((one) => one.odds));
    const top = all.filter((one) => one.odds >= most * 0.999);
    const sum = (list) => list.reduce((total, one) => total + one.odds, 0);
    const right = all.filter((one) => one.right);
    return { best: top.filter((one) => one.right).length / top.length, share: most > 0 ? sum(right) / sum(all) : 0 };
  });
  return { best: each.reduce((all, { best }) => all * best, 1), share: Math.min(...each.map(({ share }) => share)) };
}

function told(density, kinds, made, mismatches, rows, currency, odds, share) {
  const line = (e) =>
    `${e.cause} ${e.confidence} ${JSON.stringify(e.corrections.map((c) => [c.note ?? 'new', c.field ?? c.op, c.from, c.to ?? c.amount]))}`;
  process.stdout.write(
    `${density} ${rows} ${currency} ${kinds.join(' + ')} ${made.map((m) => `n${m.row}`)} (right: ${share.toFixed(3)} of the odds)\n`,
  );
  for (const m of mismatches) {
    process.stdout.write(
      `  ${m.stretch} rows, ${m.difference}: ${line(m.explanations[0])} ${odds(m.explanations[0], m).toExponential(1)}\n`,
    );
    const right = m.explanations.findIndex((e) => made.some((each) => names(e, each)));
    process.stdout.write(
      `    right at ${right}${right > 0 ? ` ${line(m.explanations[right])} ${odds(m.explanations[right], m).toExponential(1)}` : ''}\n`,
    );
  }
}

function percent(part, whole) {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : '–';
}

function hash(text) {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, 7) >>> 0;
}

function print(density, table) {
  const head = [
    'mistake',
    'made',
    'one mismatch',
    'first',
    'three',
    'ceiling',
    'first, where told',
    'three, where told',
    'first, where one fits',
  ];
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
