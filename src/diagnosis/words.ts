// From the user's own words to the problem they most likely describe, by weights learnt from what people say.
import type { ProblemId } from '../knowledge/content.ts';
import { fromPinyin } from './pinyin.ts';
import { type Script, scriptsOf } from './plain-words.ts';
import { knownWords, scoresOf, type WordModel } from './word-model.ts';

export interface Candidate {
  problem: ProblemId;
  /** The probability that it is this one: of those said with 0.8, about four in five are right. All together make 1. */
  score: number;
}

/** From this score on, and this far ahead of the next, the first candidate is taken without asking. */
const SURE = 0.8;
const AHEAD = 0.5;
/** Below this score of the first, the words tell nothing: fifteen problems that are all alike have 0.067 each. */
const SILENCE = 0.15;
/** A Chinese word has about two signs: so much a sign counts where words of both languages stand together. */
const SIGN = 0.5;

/**
 * The problems by how likely the words mean them, best first; `other` leads where nothing telling is said. What is
 * known of the words is believed only as far as they are known: what is decisive may be just the word never met.
 */
export function rankProblems(typed: string, modelOf: (script: Script) => WordModel): Candidate[] {
  const words = /[\u3400-\u9fff]/.test(typed) ? typed : fromPinyin(typed);
  const parts = scriptsOf(words).map((script) => {
    const model = modelOf(script);
    const { telling, known } = knownWords(words, model);
    return { model, telling: telling * (script === 'han' ? SIGN : 1), share: telling === 0 ? 0 : known / telling };
  });
  const telling = parts.reduce((sum, part) => sum + part.telling, 0);
  const sums = new Map<ProblemId, number>(parts[0]!.model.problems.map((problem) => [problem, 0]));
  for (const { model, telling: own, share } of parts) {
    if (own === 0 || share === 0) continue;
    const scores = scoresOf(words, model);
    for (const [i, problem] of model.problems.entries()) {
      sums.set(problem, sums.get(problem)! + (scores[i]! * share * own) / telling);
    }
  }
  const best = Math.max(...sums.values());
  const shares = [...sums].map(([problem, sum]) => ({ problem, share: Math.exp(sum - best) }));
  const whole = shares.reduce((sum, { share }) => sum + share, 0);
  return shares
    .map(({ problem, share }) => ({ problem, score: Math.round((1000 * share) / whole) / 1000 }))
    .sort((a, b) => b.score - a.score || Number(b.problem === 'other') - Number(a.problem === 'other'));
}

/** Whether the first candidate is clear enough not to ask which one is meant. That nothing fits is never clear. */
export function isClear([first, second]: readonly Candidate[]): boolean {
  if (first === undefined || first.problem === 'other') return false;
  return first.score >= SURE && first.score - (second?.score ?? 0) >= AHEAD;
}

/** Whether the words say anything about which problem it is. */
export function saysSomething([first]: readonly Candidate[]): boolean {
  return first !== undefined && first.score >= SILENCE;
}

/** The next two that the words could mean where the first is not clear; `other` only where there are no two. */
export function rivals(ranked: readonly Candidate[]): ProblemId[] {
  const [, ...rest] = ranked.map(({ problem }) => problem);
  const named = rest.filter((problem) => problem !== 'other');
  return [...named, ...rest.filter((problem) => problem === 'other')].slice(0, 2);
}
