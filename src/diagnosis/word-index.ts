// What people say about each problem, laid out so that words can be held against all of it by looking up a few features.
import type { ProblemId } from '../knowledge/content.ts';
import { featuresOf, isPair, type Script, scriptOf } from './features.ts';

/** A problem with what people say when they have it, in any language. */
export interface Spoken {
  id: ProblemId;
  words: readonly string[];
}

/** The features of one script; the examples are the same in each document. */
export interface WordIndex {
  problems: ProblemId[];
  /** How many examples each problem has; they are numbered in this order. */
  examples: number[];
  /** How long each example is as a vector of all its weighted features. */
  lengths: number[];
  /** A line for each feature: the feature, a tab, the numbers of the examples that have it. A text is read at once. */
  features: string;
}

/** How much the feature tells, by the number of problems whose examples have it. */
export function weightOf(feature: string, problemsWithIt: number, problems: number): number {
  return Math.log(1 + problems / Math.max(1, problemsWithIt)) * (isPair(feature) ? 0.5 : 1);
}

/** The numbers of the examples that have the feature. */
export function examplesWith(feature: string, { features }: WordIndex): number[] {
  const at = features.indexOf(`\n${feature}\t`);
  if (at < 0) return [];
  const end = features.indexOf('\n', at + 1);
  const numbers = features.slice(at + feature.length + 2, end < 0 ? undefined : end);
  return numbers.split(',').map(Number);
}

/** One index for each script. */
export function wordIndexes(problems: readonly Spoken[]): Record<Script, WordIndex> {
  const owners = problems.flatMap(({ words }, problem) => words.map(() => problem));
  const examples = problems.flatMap(({ words }) => words.map(featuresOf));
  const postings = new Map<string, number[]>();
  for (const [i, features] of examples.entries()) {
    for (const feature of features) {
      const posting = postings.get(feature);
      if (posting) posting.push(i);
      else postings.set(feature, [i]);
    }
  }
  const weight = (feature: string): number => {
    const withIt = new Set(postings.get(feature)!.map((example) => owners[example]));
    return weightOf(feature, withIt.size, problems.length);
  };
  const shared = {
    problems: problems.map(({ id }) => id),
    examples: problems.map(({ words }) => words.length),
    lengths: examples.map((features) => {
      const squares = [...features].reduce((sum, feature) => sum + weight(feature) ** 2, 0);
      return Math.round(1000 * Math.sqrt(squares)) / 1000;
    }),
  };
  const of = (script: Script): WordIndex => ({
    ...shared,
    features: [...postings]
      .filter(([feature]) => scriptOf(feature) === script)
      .map(([feature, numbers]) => `\n${feature}\t${numbers.join(',')}`)
      .join(''),
  });
  return { han: of('han'), latin: of('latin') };
}
