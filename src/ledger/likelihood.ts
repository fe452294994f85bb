// How likely each cause is to have made exactly this difference: a prior for the cause times the chance that it, and not
// another amount or entry, comes out. Explanations are ranked by the product, their confidence is its share of the sum.

import { magnitude, movedBy } from './causes/shared.ts';
import type { Confidence, Evidence } from './findings.ts';
import { fractionDigits, SCALE, type Units } from './money.ts';
import type { Note } from './note.ts';

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
  /** A second mistake in the same stretch. */
  second: 0.1,
} as const;

/**
 * The chance that an entry nobody recorded moves exactly this much: by how often the same movement occurs in the notes
 * around it, or, for a new amount, by how the sizes of those notes are spread (log-normally, round ones more often).
 * The share of new amounts is that of movements seen once (Good–Turing).
 */
export function chanceOfMovement(moved: Units, currency: string, known: readonly Note[]): number {
  const seen = new Map<Units, number>();
  for (const note of known) seen.set(movedBy(note), (seen.get(movedBy(note)) ?? 0) + 1);
  const once = [...seen.values()].filter((times) => times === 1).length;
  const isNew = (once + 1) / (known.length + 1);
  const again = known.length ? (seen.get(moved) ?? 0) / known.length : 0;
  const scale = 10 ** (SCALE - fractionDigits(currency));
  const smallest = Number(magnitude(moved)) / scale;
  const sizes = known.filter((note) => note.amount !== 0n).map((note) => Number(magnitude(note.amount)) / scale);
  const spread = densityAmong(sizes)(smallest) * roundness(smallest, fractionDigits(currency), sizes);
  return again * (1 - isNew) + isNew * 0.5 * spread;
}

/** The density of sizes: log-normal like those known, and to one tenth even over the orders of magnitude. */
function densityAmong(sizes: readonly number[]): (smallest: number) => number {
  const logs = sizes.map(Math.log);
  const middle = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - middle) ** 2, 0) / logs.length;
  const width = logs.length < 5 ? 2 : Math.max(0.8, Math.sqrt(variance));
  return (smallest) => {
    const size = Math.max(1, smallest);
    const away = logs.length ? (Math.log(size) - middle) / width : 0;
    return (0.9 * Math.exp(-0.5 * away * away)) / (width * Math.sqrt(2 * Math.PI) * size) + 0.1 / (23 * size);
  };
}

/**
 * How much denser round sizes lie: of amounts in life some six in ten are to the cent, the others whole, or whole tens, or
 * whole hundreds. The notes known weigh in with what they show themselves.
 */
function roundness(smallest: number, digits: number, sizes: readonly number[]): number {
  const one = 10 ** digits;
  let density = 0;
  for (const [step, usual] of [
    [1, 6],
    [one, 2.5],
    [one * 10, 1],
    [one * 100, 0.5],
  ] as const) {
    if (smallest % step !== 0) continue;
    const coarser = step === 1 ? one : step * 10;
    const such = sizes.filter((size) => size % step === 0 && (step === one * 100 || size % coarser !== 0)).length;
    density += ((such + usual) / (sizes.length + 10)) * step;
  }
  return density;
}

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

/** In words: certain from 95 in a hundred with decisive evidence, likely from one in two. */
export function confidenceOf(share: number, evidence: readonly Evidence[]): Confidence {
  if (share >= 0.95 && evidence.some(isDecisive)) return 'certain';
  return share >= 0.5 ? 'likely' : 'possible';
}

function isDecisive(fact: Evidence): boolean {
  if (fact.kind === 'same-details') return fact.minutes === 0;
  if (fact.kind === 'fee-rate-seen' || fact.kind === 'fee-seen') return fact.times >= 3;
  return DECISIVE.has(fact.kind);
}
