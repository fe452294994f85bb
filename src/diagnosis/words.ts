// From the user's own words to the problem they most likely describe, by likeness to what people say who have it.
import type { ProblemId } from '../knowledge/content.ts';
import { featuresOf } from './features.ts';

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
/** How much more a better likeness counts. */
const SHARPNESS = 16;
/** From this score on, and this far ahead of the next, the first candidate is taken without asking. */
const SURE = 0.5;
const AHEAD = 0.2;

type Vector = ReadonlyMap<string, number>;

/**
 * The problems by how well the words fit them, best first; `other` leads where they fit none. Words and examples are
 * compared by the cosine of their tf-idf vectors; a problem's likeness is that of its best example, and a little of the
 * next ones.
 */
export function candidates(words: string, problems: readonly Spoken[]): Candidate[] {
  const examples = problems.flatMap(({ id, words: said }) => said.map((text) => ({ id, features: featuresOf(text) })));
  const weightOf = rarity(examples.map(({ features }) => features));
  const spoken = weighed(featuresOf(words), weightOf);
  const likenesses = new Map<ProblemId, number[]>(problems.map(({ id }) => [id, []]));
  for (const { id, features } of examples) likenesses.get(id)!.push(cosine(spoken, weighed(features, weightOf)));

  const likeness = new Map<ProblemId, number>([['other', 0]]);
  for (const [id, values] of likenesses) likeness.set(id, together(values));
  likeness.set('other', Math.max(likeness.get('other')!, FLOOR));

  const shares = [...likeness].map(([problem, value]) => ({ problem, share: Math.exp(SHARPNESS * value) }));
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

/** The best example's likeness for the most part, the next three's for the rest. */
function together(values: readonly number[]): number {
  const best = [...values].sort((a, b) => b - a).slice(0, 4);
  if (best.length === 0) return 0;
  return 0.75 * best[0]! + (0.25 * best.reduce((sum, value) => sum + value, 0)) / best.length;
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
