// Two mistakes in one stretch: two single changes that together make the difference, or one that betrays itself and
// whatever explains the rest.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Correction } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { Units } from '../money.ts';
import { counts } from '../note.ts';
import { type Change, changesIn } from './changes.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { settled } from './later-status.ts';
import { missingEntry } from './missing-entry.ts';
import { magnitude } from './shared.ts';
import { status } from './status.ts';
import { unrecordedFee } from './unrecorded-fee.ts';
import { wrongDigits } from './wrong-digits.ts';
import { wrongSign } from './wrong-sign.ts';

/** A stretch of more notes than this is not searched for pairs. */
export const MOST_FOR_PAIRS = 5000;
/** Pairs kept, the likeliest; any more are accidents. */
const MOST_PAIRS = 200;
/** Changes that are likely by themselves, after which the rest is explained like any difference: so many at most. */
const MOST_BETRAYED = 12;
/** A change counts as likely by itself from these odds on. */
const BETRAYED = 0.01;
/** And only with evidence of its own: so much likelier than a change to any note is. */
const EVIDENT = 0.5;
/** An amount that would be more usual otherwise says little by itself: life has more prices than the notes show. */
const UNUSUAL = 0.1;

const SINGLE: CauseFinder[] = [missingEntry, duplicateEntry, wrongSign, unrecordedFee, status, wrongDigits];

export const severalEntries: CauseFinder = (scene) => {
  if (scene.notes.length > MOST_FOR_PAIRS || scene.notes.length === 0) return [];
  const changes = changesIn(scene);
  const pairs = new Map<string, Fit>();
  for (const fit of [...afterTheLikely(changes, scene), ...pairsOf(changes, scene)]) {
    const key = fit.corrections
      .map((each) => JSON.stringify(each))
      .sort()
      .join();
    const same = pairs.get(key);
    if (!same || same.likelihood < fit.likelihood) pairs.set(key, fit);
  }
  return [...pairs.values()];
};

/** Two changes of two notes whose effects add up to the difference, found by what the first one leaves. */
function pairsOf(changes: readonly Change[], scene: Scene): Fit[] {
  const byEffect = new Map<Units, number[]>();
  changes.forEach(({ effect }, i) => {
    const same = byEffect.get(effect);
    if (same) same.push(i);
    else byEffect.set(effect, [i]);
  });
  let found: [likelihood: number, one: Change, other: Change][] = [];
  changes.forEach((one, i) => {
    for (const j of byEffect.get(scene.difference - one.effect) ?? []) {
      const other = changes[j]!;
      if (j > i && other.note !== one.note) found.push([one.likelihood * other.likelihood, one, other]);
    }
    if (found.length > 20 * MOST_PAIRS) found = likeliest(found);
  });
  return likeliest(found).flatMap(([likelihood, one, other]) => {
    const notes = [one.note, other.note];
    const corrections = bothOf(one, other, scene);
    return corrections ? [{ ...together(scene, likelihood), notes, corrections }] : [];
  });
}

/** What goes through later is placed last, when the rest is as it should be. */
function bothOf(one: Change, other: Change, scene: Scene): Correction[] | null {
  if (one.kind === 'later' && other.kind === 'later') return settled([one.note, other.note], scene);
  return other.kind === 'later' ? other.corrections(one.corrections([])!) : one.corrections(other.corrections([])!);
}

function likeliest<Found extends [number, ...unknown[]]>(found: Found[]): Found[] {
  return found.sort((a, b) => b[0] - a[0]).slice(0, MOST_PAIRS);
}

/** A change that is likely by itself, and each single explanation of what is left then. */
function afterTheLikely(changes: readonly Change[], scene: Scene): Fit[] {
  const likely = changes
    .map((change) => (isOtherSize(change) ? { ...change, likelihood: change.likelihood * UNUSUAL } : change))
    .filter(({ likelihood }) => likelihood >= BETRAYED && likelihood * scene.counted >= EVIDENT)
    .sort((a, b) => b.likelihood - a.likelihood);
  return likely.slice(0, MOST_BETRAYED).flatMap((one) => {
    const difference = scene.difference - one.effect;
    if (difference === 0n) return [];
    const notes = scene.notes.filter((note) => note !== one.note);
    const rest: Scene = { ...scene, difference, notes, counted: Math.max(1, notes.filter(counts).length) };
    return SINGLE.flatMap((find) => find(rest)).flatMap((fit) => {
      const corrections = one.corrections(fit.corrections);
      if (!corrections) return [];
      return [{ ...together(scene, one.likelihood * fit.likelihood), notes: [one.note, ...fit.notes], corrections }];
    });
  });
}

function isOtherSize({ note, effect, kind }: Change): boolean {
  return kind === 'amount' && effect !== -2n * note.amount;
}

function together({ difference, counted }: Scene, likelihood: number): Omit<Fit, 'notes' | 'corrections'> {
  return {
    cause: 'several-entries',
    likelihood: Math.min(PRIOR.second, PRIOR.secondForEach * counted) * likelihood,
    between: null,
    amount: magnitude(difference),
    effect: difference,
    evidence: [],
  };
}
