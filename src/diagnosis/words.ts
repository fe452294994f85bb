// From the user's own words to the problem they most likely describe, by likeness to what people say who have it.
import type { ProblemId } from '../knowledge/content.ts';
import { featuresOf, isPair } from './features.ts';

/** A problem with what people say when they have it, in any language. */
export interface Spoken {
  id: ProblemId;
  words: readonly string[];
}

export interface Candidate {
  problem: ProblemId;
  /** 0 to 1; all candidates together make 1. */
  score: number;
}

/** The likeness (0 to 1) with some example that words must reach; where none does, they fit no problem. */
const FLOOR = 0.14;
/** How much more a better likeness counts, where the best problem's examples have all the words. */
const SHARPNESS = 20;
/** From this score on, and this far ahead of the next, the first candidate is taken without asking. */
const SURE = 0.65;
const AHEAD = 0.4;

type Vector = ReadonlyMap<string, number>;

/**
 * The problems by how well the words fit them, best first; `other` leads where they fit none. Words and examples are
 * compared by the cosine of their tf-idf vectors; a problem's likeness is that of its best example, and a little of the
 * next ones. The more of the words no example of the best problem has, the closer the scores lie: what is decisive may
 * be just the word that nobody has written down yet.
 */
export function candidates(words: string, problems: readonly Spoken[]): Candidate[] {
  const examples = problems.flatMap(({ id, words: said }) => said.map((text) => ({ id, features: featuresOf(text) })));
  const weightOf = rarity(examples.map(({ features }) => features));
  const features = featuresOf(words);
  const spoken = weighed(features, weightOf);
  const likenesses = new Map<ProblemId, number[]>(problems.map(({ id }) => [id, []]));
  for (const example of examples) likenesses.get(example.id)!.push(cosine(spoken, weighed(example.features, weightOf)));

  const likeness = new Map<ProblemId, number>([['other', 0]]);
  for (const [id, values] of likenesses) likeness.set(id, together(values));
  likeness.set('other', Math.max(likeness.get('other')!, FLOOR));

  const best = [...likeness].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const known = examples.filter(({ id }) => id === best).map((example) => example.features);
  const sharpness = SHARPNESS * (best === 'other' ? 1 : coverage(spoken, known) ** 2);
  const shares = [...likeness].map(([problem, value]) => ({ problem, share: Math.exp(sharpness * value) }));
  const whole = shares.reduce((sum, { share }) => sum + share, 0);
  return shares
    .map(({ problem, share }) => ({ problem, score: Math.round((1000 * share) / whole) / 1000 }))
    .sort((a, b) => b.score - a.score);
}

/** Whether the first candidate is clear enough not to ask which one is meant. That nothing fits is never clear. */
export function isClear([first, second]: readonly Candidate[]): boolean {
  if (first === undefined || first.problem === 'other') return false;
  return first.score >= SURE && first.score - (second?.score ?? 0) >= AHEAD;
}

/** The next two that the words could mean where the first is not clear; `other` only where there are no two. */
export function rivals(ranked: readonly Candidate[]): ProblemId[] {
  const [, ...rest] = ranked.map(({ problem }) => problem);
  const named = rest.filter((problem) => problem !== 'other');
  return [...named, ...rest.filter((problem) => problem === 'other')].slice(0, 2);
}

/** The best example's likeness for the most part, the next three's for the rest. */
function together(values: readonly number[]): number {
  const best = [...values].sort((a, b) => b - a).slice(0, 4);
  if (best.length === 0) return 0;
  return 0.75 * best[0]! + (0.25 * best.reduce((sum, value) => sum + value, 0)) / best.length;
}

/** How much of the words, by weight, occurs in the examples; pairs are left out, since they follow from their parts. */
function coverage(spoken: Vector, examples: readonly ReadonlySet<string>[]): number {
  let whole = 0;
  let found = 0;
  for (const [feature, weight] of spoken) {
    if (isPair(feature)) continue;
    whole += weight;
    if (examples.some((example) => example.has(feature))) found += weight;
  }
  return whole === 0 ? 0 : found / whole;
}

/** Inverse document frequency: a feature weighs more the fewer examples have it. An unseen one weighs most. */
function rarity(documents: readonly ReadonlySet<string>[]): (feature: string) => number {
  const frequency = new Map<string, number>();
  for (const document of documents) for (const f of document) frequency.set(f, (frequency.get(f) ?? 0) + 1);
  return (feature) => Math.log(1 + documents.length / (frequency.get(feature) ?? 1));
}

function weighed(features: ReadonlySet<string>, weightOf: (feature: string) => number): Vector {
  return new Map([...features].map((feature) => [feature, weightOf(feature)]));
}

function cosine(a: Vector, b: Vector): number {
  let product = 0;
  for (const [feature, weight] of a) product += weight * (b.get(feature) ?? 0);
  return product === 0 ? 0 : product / (length(a) * length(b));
}

function length(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
