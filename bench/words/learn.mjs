// `node bench/words/learn.mjs [DIR]`: learns the weights in content/words anew; the same bytes each time. The Chinese ones need nothing
// but this repository; the English ones are learnt where DIR has `banking77-train.tsv` (a problem id, a tab, the words, on each line).
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf, programPieces, temperatureOf } from './model.mjs';
import { exampleRows, inParts, labelledRows, patternRows, root } from './rows.mjs';

const PARTS = 2;
const [folder] = process.argv.slice(2);
const labelled = folder === undefined ? null : join(folder, 'banking77-train.tsv');
const program = await programPieces();

for (const script of ['han', 'latin']) {
  if (script === 'latin' && (labelled === null || !existsSync(labelled))) {
    console.log('latin: left as it is, there is no banking77-train.tsv to learn from.');
    continue;
  }
  const own = [...patternRows(script), ...exampleRows(script)];
  const labels = script === 'latin' ? labelledRows(labelled) : [];
  const temperature = temperatureOf(
    scoredApart(script === 'latin' ? labels : own, script === 'latin' ? own : [], script),
  );
  const bytes = modelOf([...own, ...labels], script, temperature, program);
  writeFileSync(join(root, 'content', 'words', `${script}.bin`), bytes);
  console.log(
    `${script}: ${own.length} phrases, ${labels.length} labelled sentences, ${bytes.length} bytes, temperature ${temperature}`,
  );
}

/** The scores of each row by a model that was learnt from `always` and the other parts of `rows`; whole patterns are left out at a time. */
function scoredApart(rows, always, script) {
  const part = inParts(rows, PARTS);
  return Array.from({ length: PARTS }, (_, left) => {
    const kept = rows.filter((_, i) => part[i] !== left);
    const model = program.decodeModel(modelOf([...always, ...kept], script, 1, program));
    return rows
      .filter((_, i) => part[i] === left)
      .map(({ problem, text }) => ({ scores: program.scoresOf(text, model), truth: model.problems.indexOf(problem) }));
  }).flat();
}
