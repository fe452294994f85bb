// The sentences to learn from: the patterns and examples in content/, and a file of labelled sentences where there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { phrasesOf, randomFrom, readPatterns } from './patterns.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const LANGUAGES = { latin: 'en', han: 'zh-CN' };
/** How many phrases are drawn of each pattern. */
const DRAWN = { latin: 20, han: 40 };
/**
 * How much a phrase of a pattern and an example of content/problems count; a labelled sentence counts 1. `alone` is for the
 * problems that no labelled sentence is about.
 */
const COUNTS = { latin: { pattern: 0.15, alone: 0.3, example: 0.4 }, han: { pattern: 1, alone: 1, example: 3 } };
const UNLABELLED = ['account-restricted', 'other'];

/** Phrases drawn of the patterns; `group` numbers the pattern, so that a measurement can leave whole patterns out. */
export function patternRows(script) {
  const file = join(root, 'content', 'words', `phrases.${LANGUAGES[script]}.txt`);
  const { names, patterns } = readPatterns(readFileSync(file, 'utf8'));
  const random = randomFrom(1);
  return patterns.flatMap(({ problem, tree }, group) =>
    phrasesOf(tree, names, DRAWN[script], random).map((text) => ({
      problem,
      text,
      group,
      weight: UNLABELLED.includes(problem) ? COUNTS[script].alone : COUNTS[script].pattern,
    })),
  );
}

/** The examples of what people say, from each problem's file. */
export function exampleRows(script) {
  const folder = join(root, 'content', 'problems');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { id, words } = parse(readFileSync(join(folder, name), 'utf8'));
      return words[LANGUAGES[script]].map((text) => ({ problem: id, text, weight: COUNTS[script].example }));
    });
}

/** Labelled sentences: a problem id, a tab, the words. */
export function labelledRows(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [problem, text] = line.split('\t');
      return { problem, text, weight: 1 };
    });
}

/** Every row with its weight changed so that rare problems count more: to the power of 0.75 of how rare they are. */
export function evened(rows) {
  const sums = new Map();
  for (const { problem, weight } of rows) sums.set(problem, (sums.get(problem) ?? 0) + weight);
  const mean = [...sums.values()].reduce((sum, one) => sum + one, 0) / sums.size;
  return rows.map((row) => ({ ...row, weight: row.weight * (mean / sums.get(row.problem)) ** 0.75 }));
}

/** The rows in `count` parts, the same each time; rows of one group stay together. */
export function inParts(rows, count) {
  const random = randomFrom(7);
  const order = [...new Set(rows.map(({ group }, i) => group ?? `row ${i}`))]
    .map((key) => ({ key, at: random() }))
    .sort((a, b) => a.at - b.at);
  const part = new Map(order.map(({ key }, i) => [key, i % count]));
  return rows.map(({ group }, i) => part.get(group ?? `row ${i}`));
}
