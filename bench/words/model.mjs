// Makes a model of rows, as the file that okhelp reads: weights in bytes, the known words, what makes scores probabilities.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { evened, root } from './rows.mjs';
import { learn } from './softmax.mjs';

/** The program's own pieces, so that what is learnt and what is asked later are taken apart alike. */
export async function programPieces() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export * from './src/diagnosis/features.ts'; export * from './src/diagnosis/word-model.ts'; export * from './src/diagnosis/words.ts'; export { PROBLEM_IDS } from './src/knowledge/content.ts';",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(join(root, 'build.mjs')),
  );
  return module.exports;
}

/** Sizes and penalties, chosen by measurement (DECISIONS.md); `other` is what `other` has to be ahead by. */
export const SETTINGS = {
  latin: { buckets: 16_384, penalty: 0.5, knownBytes: 8192, other: 1 },
  han: { buckets: 8192, penalty: 0.1, knownBytes: 2048, other: 0 },
};

const ATTRIBUTION = {
  latin:
    'Weights computed for okhelp from its own phrases and from training queries of BANKING77 (Casanueva, Temcinas, Gerz, Henderson, Vulic: Efficient Intent Detection with Dual Sentence Encoders, 2020; PolyAI), licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Its intents were mapped to problems of okhelp; none of its texts is contained.',
  han: 'Weights computed for okhelp from its own phrases.',
};

/**
 * Learns a model; gives its file as bytes.
 * @param {{ problem: string, text: string, weight: number }[]} rows
 * @param {number} temperature what the scores are divided by
 */
export function modelOf(rows, script, temperature, { featuresOf, tellingWords, partsOf, marksOf, PROBLEM_IDS }) {
  const { buckets, penalty, knownBytes, other } = SETTINGS[script];
  const problems = [...PROBLEM_IDS];
  const { weights, bias } = learn(
    evenedFor(script, rows).map(({ problem, text, weight }) => ({
      features: featuresOf(text, script, buckets),
      label: problems.indexOf(problem),
      weight,
    })),
    { buckets, classes: problems.length, penalty },
  );
  bias[problems.indexOf('other')] -= other;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const known = new Uint8Array(knownBytes);
  for (const { text } of rows) {
    for (const word of tellingWords(text, script)) {
      for (const met of script === 'latin' ? [word, ...partsOf(word)] : [word]) {
        for (const bit of marksOf(met, knownBytes)) known[bit >> 3] |= 1 << (bit & 7);
      }
    }
  }
  const header = {
    format: 'okhelp.words/1',
    script,
    attribution: ATTRIBUTION[script],
    problems,
    buckets,
    knownBytes,
    step: Number((largest / 127).toPrecision(6)),
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    temperature,
  };
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), known, Buffer.from(bytes.buffer)]);
}

const evenedFor = (script, rows) => (script === 'han' ? evened(rows) : rows);

/** The temperature with which the true problems get the highest probabilities, of scores that were not learnt from these rows. */
export function temperatureOf(scored) {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.3; temperature < 3; temperature += 0.02) {
    const loss = scored.reduce((sum, { scores, truth }) => sum - Math.log(share(scores, truth, temperature)), 0);
    if (loss < best.loss) best = { temperature: Number(temperature.toFixed(2)), loss };
  }
  return best.temperature;
}

function share(scores, truth, temperature) {
  const best = Math.max(...scores);
  const whole = scores.reduce((sum, score) => sum + Math.exp((score - best) / temperature), 0);
  return Math.exp((scores[truth] - best) / temperature) / whole;
}
