// `npm run bench:words [DIR]`: how often the words lead to the right problem, on sentences that the weights were not learnt from.
// DIR may hold `banking77-train.tsv` (learnt anew without each fifth of it, and measured there) and other .tsv files (a
// problem id, a tab, the words), which are measured with the weights as they are. Without DIR: the repository's own phrases.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, printTable } from './measure.mjs';
import { modelOf, programPieces } from './words/model.mjs';
import { exampleRows, inParts, labelledRows, patternRows, root } from './words/rows.mjs';

const TRAINING = 'banking77-train.tsv';
const PARTS = 5;
const program = await programPieces();
const shipped = (script) => program.decodeModel(readFileSync(join(root, 'content', 'words', `${script}.bin`)));
const models = { latin: shipped('latin'), han: shipped('han') };
const [folder] = process.argv.slice(2);

function ranked(rows, modelFor = (script) => models[script]) {
  return rows.map(({ problem, text }) => ({ problem, candidates: program.rankProblems(text, modelFor) }));
}

/** Each part of the labelled rows by a model that was learnt from the others and from our own phrases. */
function leftOut(rows) {
  const own = [...patternRows('latin'), ...exampleRows('latin')];
  return inFolds(rows, 'latin', own);
}

/** Each part of the patterns by a model that was learnt from the other patterns; the examples of the problems are always there. */
function patternsLeftOut(script) {
  return inFolds(patternRows(script), script, exampleRows(script));
}

function inFolds(rows, script, always) {
  const part = inParts(rows, PARTS);
  return Array.from({ length: PARTS }, (_, left) => {
    const kept = rows.filter((_, i) => part[i] !== left);
    const { temperature } = models[script];
    const model = program.decodeModel(modelOf([...always, ...kept], script, temperature, program));
    return ranked(
      rows.filter((_, i) => part[i] === left),
      (wanted) => (wanted === script ? model : models[wanted]),
    );
  }).flat();
}

/** Accuracies by problem, what happens with `other`, and whether the probabilities hold. */
function report(title, results) {
  const rows = program.PROBLEM_IDS.flatMap((id) => {
    const own = results.filter(({ problem }) => problem === id);
    return own.length === 0 ? [] : [[id, String(own.length), ...accuracies(own)]];
  });
  const real = results.filter(({ problem }) => problem !== 'other');
  const other = results.filter(({ problem }) => problem === 'other');
  const asOther = (some) =>
    percent(some.filter(({ candidates }) => candidates[0].problem === 'other').length, some.length);
  rows.push(['all', String(results.length), ...accuracies(results)]);
  printTable(title, ['problem', 'sentences', 'first', 'first three'], rows);
  console.log(
    `other: ${other.length ? `${asOther(other)} recognised` : 'none among them'}; ${asOther(real)} of real problems taken for other; real problems alone ${accuracies(real).join(' / ')}.`,
  );
  const clear = results.filter(({ candidates }) => program.isClear(candidates));
  console.log(
    `Taken without asking: ${percent(clear.length, results.length)}, of which ${percent(clear.filter(isFirst).length, clear.length)} right.`,
  );
  console.log(`Said → true, by how sure the first is: ${reliability(results)}\n`);
}

const isFirst = ({ problem, candidates }) => candidates[0].problem === problem;
const isInThree = ({ problem, candidates }) =>
  candidates.slice(0, 3).some((candidate) => candidate.problem === problem);
const accuracies = (some) => [
  percent(some.filter(isFirst).length, some.length),
  percent(some.filter(isInThree).length, some.length),
];
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function reliability(results) {
  const bands = [0, 0.4, 0.6, 0.8, 0.95, 1.001];
  return bands
    .slice(1)
    .map((end, i) => results.filter(({ candidates: [{ score }] }) => score >= bands[i] && score < end))
    .filter((some) => some.length > 0)
    .map((some) => {
      const said = some.reduce((sum, { candidates: [{ score }] }) => sum + score, 0) / some.length;
      return `${percent(said, 1)} → ${percent(some.filter(isFirst).length, some.length)} (${some.length})`;
    })
    .join(', ');
}

/** The time of one question, once the program runs, and of reading the weights. */
function benchTime() {
  const rows = ['en', 'zh-CN'].flatMap((language) =>
    labelledRows(join(root, 'bench', 'words', `held-out.${language}.tsv`)),
  );
  const times = rows.map(({ text }) => timed(() => program.rankProblems(text, (script) => models[script])));
  const loads = Array.from({ length: 25 }, () => [timed(() => shipped('latin')), timed(() => shipped('han'))]).flat();
  console.log(
    `Time: ${median(times).toFixed(2)} ms a question, ${median(loads).toFixed(2)} ms to read the weights of one language.`,
  );
}

function timed(work) {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

for (const [language, script] of [
  ['en', 'latin'],
  ['zh-CN', 'han'],
]) {
  const file = join(root, 'bench', 'words', `held-out.${language}.tsv`);
  report(
    `${language}: phrases of bench/words/held-out.${language}.tsv, written apart from the patterns`,
    ranked(labelledRows(file)),
  );
  report(`${language}: phrases of patterns that were left out, each fifth of them in turn`, patternsLeftOut(script));
}
if (folder === undefined)
  console.log(
    'No folder of labelled sentences was named: these phrases are all our own, and easier than what people write.\n',
  );
else {
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()) {
    const rows = labelledRows(join(folder, name));
    if (name === TRAINING) report(`${name}: each fifth by weights learnt in this run without it`, leftOut(rows));
    else report(`${name}: by the weights as they are, which were not learnt from it`, ranked(rows));
  }
}
benchTime();
