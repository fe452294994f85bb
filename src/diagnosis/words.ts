// From the user's own words to the problem they most likely describe, by likeness to what people say who have it.
import type { ProblemId } from '../knowledge/content.ts';
import { featuresOf, isPair, type Script, scriptOf } from './features.ts';
import { examplesWith, type Spoken, type WordIndex, weightOf, wordIndexes } from './word-index.ts';

export interface Candidate {
  problem: ProblemId;
  /** 0 to 1; all candidates together make 1. */
  score: number;
}

/** What counts how much: the likeness with single examples, and how much more usual the words are for one problem. */
const LIKENESS = 14;
const USAGE = 1.5;
/** `other` has at least this much, so that it leads where hardly a word is known. */
const NOTHING_FITS = 1;
/** From this score on, and this far ahead of the next, the first candidate is taken without asking. */
const SURE = 0.8;
const AHEAD = 0.5;
/**
 * Words that no example has give `other` a certain score; up to so many times that, no problem is named. With fifteen
 * problems that is a score of 0.2: of real words below it, hardly one in eight would be told right.
 */
const SILENCE = 1.22;

/**
 * The problems by how well the words fit them, best first; `other` leads where they fit none. What speaks for a problem
 * counts only as far as the words occur in its examples: what is decisive may be just the word that nobody has written
 * down yet.
 */
export function rankProblems(words: string, indexOf: (script: Script) => WordIndex): Candidate[] {
  const features = [...featuresOf(words)];
  const scripts = new Set(features.map(scriptOf));
  const indexes = new Map([...scripts].map((script) => [script, indexOf(script)]));
  const index = indexes.get('han') ?? indexes.get('latin') ?? indexOf('latin');
  const known = features.map((feature) => ({
    feature,
    examples: examplesWith(feature, indexes.get(scriptOf(feature))!),
  }));
  const strength = strengths(known, index);
  const best = strength.indexOf(Math.max(...strength));
  const covered = coverage(known, index, best);
  const scores = new Map<ProblemId, number>([['other', 0]]);
  for (const [i, problem] of index.problems.entries()) scores.set(problem, strength[i]! * covered);
  scores.set('other', Math.max(scores.get('other')!, NOTHING_FITS));
  const top = Math.max(...scores.values());
  const shares = [...scores].map(([problem, score]) => ({ problem, share: Math.exp(score - top) }));
  const whole = shares.reduce((sum, { share }) => sum + share, 0);
  return shares
    .map(({ problem, share }) => ({ problem, score: Math.round((1000 * share) / whole) / 1000 }))
    .sort((a, b) => b.score - a.score);
}

/** The same for examples that are not indexed yet. */
export function candidates(words: string, problems: readonly Spoken[]): Candidate[] {
  const indexes = wordIndexes(problems);
  return rankProblems(words, (script) => indexes[script]);
}

/** Whether the first candidate is clear enough not to ask which one is meant. That nothing fits is never clear. */
export function isClear([first, second]: readonly Candidate[]): boolean {
  if (first === undefined || first.problem === 'other') return false;
  return first.score >= SURE && first.score - (second?.score ?? 0) >= AHEAD;
}

/** Whether the words say anything about which problem it is. */
export function saysSomething(ranked: readonly Candidate[]): boolean {
  const silent = Math.exp(NOTHING_FITS);
  return ranked.length > 0 && ranked[0]!.score >= (SILENCE * silent) / (silent + ranked.length - 1);
}

/** The next two that the words could mean where the first is not clear; `other` only where there are no two. */
export function rivals(ranked: readonly Candidate[]): ProblemId[] {
  const [, ...rest] = ranked.map(({ problem }) => problem);
  const named = rest.filter((problem) => problem !== 'other');
  return [...named, ...rest.filter((problem) => problem === 'other')].slice(0, 2);
}

/** A feature of the words, with the examples that have it. */
interface Known {
  feature: string;
  examples: readonly number[];
}

/** What speaks for each problem, before it is asked how much of the words is known at all. */
function strengths(known: readonly Known[], { problems, examples, lengths }: WordIndex): number[] {
  const owners = examples.flatMap((count, problem) => new Array<number>(count).fill(problem));
  const all = owners.length;
  const usual = (all / problems.length) * 0.5;
  const products = new Map<number, number>();
  const usage = problems.map(() => 0);
  let squares = 0;
  let parts = 0;
  for (const { feature, examples: having } of known) {
    const counts = problems.map(() => 0);
    for (const example of having) counts[owners[example]!]!++;
    const weight = weightOf(feature, counts.filter((count) => count > 0).length, problems.length);
    const part = isPair(feature) ? 0.5 : 1;
    squares += weight ** 2;
    parts += part;
    for (const example of having) products.set(example, (products.get(example) ?? 0) + weight ** 2);
    const share = having.length / all;
    if (share === 0) continue;
    for (const [i, count] of counts.entries()) {
      usage[i]! += part * Math.log((count + usual * share) / (examples[i]! + usual) / share);
    }
  }
  const likenesses = problems.map((): number[] => []);
  for (const [example, product] of products) {
    likenesses[owners[example]!]!.push(product / (Math.sqrt(squares) * lengths[example]!));
  }
  return problems.map(
    (_, i) => LIKENESS * together(likenesses[i]!) + (USAGE * usage[i]!) / Math.sqrt(Math.max(1, parts)),
  );
}

/** The best example's likeness for the most part, the next three's for the rest. */
function together(values: readonly number[]): number {
  const best = [...values].sort((a, b) => b - a).slice(0, 4);
  if (best.length === 0) return 0;
  return 0.75 * best[0]! + (0.25 * best.reduce((sum, value) => sum + value, 0)) / best.length;
}

/**
 * How many of the words occur in the examples of a problem, less where some occur in none at all; pairs are left out,
 * since they follow from their parts.
 */
function coverage(known: readonly Known[], { examples }: WordIndex, problem: number): number {
  const start = examples.slice(0, problem).reduce((sum, count) => sum + count, 0);
  const end = start + (examples[problem] ?? 0);
  const single = known.filter(({ feature }) => !isPair(feature));
  const found = single.filter((word) => word.examples.some((example) => example >= start && example < end));
  const heard = single.filter(({ examples: having }) => having.length > 0);
  return single.length === 0 ? 0 : (found.length * heard.length) / single.length ** 2;
}
