// How likely each cause is to have made exactly this difference: a prior for the cause, times the chance that it fell on
// this entry in this way, times how much more usual the corrected entry is than the one written (usual.ts). Explanations
// are ranked by the product, their confidence is its share of the sum.
import type { Confidence, Evidence } from './findings.ts';

/** How often people make each mistake when they keep notes, relative to each other; estimates, not measurements. */
export const PRIOR = {
  missing: 0.6,
  duplicate: 0.1,
  sign: 0.08,
  transposed: 0.06,
  shifted: 0.05,
  mistyped: 0.2,
  fee: 0.1,
  wentThrough: 0.06,
  didNotGoThrough: 0.06,
  /** Something open at an earlier balance went through later: the pending, the failed, the cancelled. */
  settled: { pending: 0.5, failed: 0.02, cancelled: 0.005, reversed: 0.01, completed: 0 },
  /** What went through at an earlier balance came back later, without a note of that. */
  cameBack: 0.1,
  /** What is recorded as not gone through was taken all the same, and came back later. */
  takenAndBack: 0.1,
  time: 0.1,
  reading: 0.3,
  /** A second mistake in the same stretch, and no more than so much for each of its notes. */
  second: 0.25,
  secondForEach: 0.025,
} as const;

/** What each likelihood is of the whole. */
export function shares(likelihoods: readonly number[]): number[] {
  const sum = likelihoods.reduce((total, likelihood) => total + likelihood, 0);
  return likelihoods.map((likelihood) => likelihood / sum);
}

/** Evidence that leaves hardly a doubt; without any, an explanation is likely at best. */
const DECISIVE = new Set<Evidence['kind']>([
  'same-reference',
  'sign-against-type',
  'error-recorded',
  'fee-in-words',
  'agrees-without-row',
  'agrees-without-reading',
  'other-side-of-reading',
]);

/** In words: certain from 95 in a hundred with decisive evidence, likely where it is likelier than all others together. */
export function confidenceOf(share: number, evidence: readonly Evidence[]): Confidence {
  if (share >= 0.95 && evidence.some(isDecisive)) return 'certain';
  return share > 0.5 + 1e-9 ? 'likely' : 'possible';
}

function isDecisive(fact: Evidence): boolean {
  if (fact.kind === 'same-details') return fact.minutes === 0;
  if (fact.kind === 'fee-rate-seen' || fact.kind === 'fee-seen') return fact.times >= 3;
  return DECISIVE.has(fact.kind);
}
