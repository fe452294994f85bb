// Why a stretch does not add up: every cause is asked for what fits, each fit is verified, and they are ranked.
import { duplicateEntry } from './causes/duplicate-entry.ts';
import { laterStatus } from './causes/later-status.ts';
import { missingEntry } from './causes/missing-entry.ts';
import { MOST_FOR_PAIRS, severalEntries } from './causes/several-entries.ts';
import { magnitude } from './causes/shared.ts';
import { status } from './causes/status.ts';
import { unrecordedFee } from './causes/unrecorded-fee.ts';
import { wrongDigits } from './causes/wrong-digits.ts';
import { wrongSign } from './causes/wrong-sign.ts';
import { effectOf } from './corrections.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { Evidence, Explanation, Reading, SearchLimit } from './findings.ts';
import { confidenceOf, shares } from './likelihood.ts';
import { fractionDigits, SCALE, type Units } from './money.ts';
import { counts, type Note } from './note.ts';
import type { Usual } from './usual.ts';

/** Two readings and the notes between them that do not add up. */
export interface Stretch {
  /** Later reading − what was expected there; never zero. */
  difference: Units;
  account: string;
  currency: string;
  after: Reading | null;
  at: Reading;
  /** The notes after the earlier reading, up to and with the note of the later one, in order of time. */
  notes: Iterable<Note>;
  size: number;
  /** Some notes before those, latest last. */
  before: Iterable<Note>;
  /** Lines between the two readings that could not be read. */
  unreadable: readonly number[];
}

/** An explanation before it is ranked. */
export interface Fit extends Omit<Explanation, 'confidence'> {
  likelihood: number;
}

/** What the causes look at: the stretch with its notes read. */
export interface Scene extends Omit<Stretch, 'notes' | 'before'> {
  notes: readonly Note[];
  before: readonly Note[];
  /** How many of the notes count towards the balance; at least 1. */
  counted: number;
  habits: FeeHabits;
  usual: Usual;
}

/** The explanations listed, how many more fit, and what was not searched. */
export interface Explained {
  explanations: Explanation[];
  alternatives: number;
  limits: SearchLimit[];
}

/** What the ledger as a whole tells. */
export interface Known {
  habits: FeeHabits;
  usual: Usual;
}

export type CauseFinder = (scene: Scene) => Fit[];

const CAUSES: CauseFinder[] = [
  missingEntry,
  duplicateEntry,
  wrongSign,
  unrecordedFee,
  status,
  laterStatus,
  wrongDigits,
];

/** How many explanations are listed where nobody says; further ones are counted. */
export const LISTED = 3;

/** In a longer stretch only the notes that could explain the difference alone are looked at. */
const LONG = 20_000;

/** Two mistakes count as an explanation that fits unless they are so much less likely than the likeliest. */
const FAR_BEHIND = 5e-3;

/** With fewer notes known than this, nothing can be said to be unlike them. */
const ENOUGH_KNOWN = 10;

/**
 * All that fits, verified, likeliest first. `beyond`: what fits besides the changes to notes of the stretch. `pairs`: two
 * mistakes together are searched too.
 */
export function explain(stretch: Stretch, known: Known, beyond: Fit[], pairs: boolean, listed = LISTED): Explained {
  const isLong = stretch.size > LONG;
  const notes = isLong ? [...couldExplain(stretch)] : [...stretch.notes];
  const counted = Math.max(1, isLong ? stretch.size : notes.filter(counts).length);
  const scene: Scene = { ...stretch, ...known, notes, counted, before: [...stretch.before] };
  const verified = (finders: readonly CauseFinder[]) =>
    finders.flatMap((find) => find(scene)).filter((fit) => balances(fit, scene));
  const fits = [...verified(CAUSES), ...beyond];
  const searched = pairs && stretch.size <= MOST_FOR_PAIRS;
  if (searched) {
    const together = verified([severalEntries]);
    const best = Math.max(...fits.map(likelihoodOf), ...together.map(likelihoodOf));
    fits.push(...together.filter((fit) => fit.likelihood >= best * FAR_BEHIND));
  }
  const limits: SearchLimit[] = isLong ? [{ kind: 'long', most: LONG }] : [];
  if (!searched) limits.push({ kind: 'pairs', most: MOST_FOR_PAIRS });
  const unlike = unlikeAny(fits, scene);
  if (unlike) fits.unshift(unexplained(scene, Math.max(...fits.map(likelihoodOf)), unlike));
  return { ...ranked(fits, listed), limits };
}

/** The best few with their confidence, and how many more there are. */
export function ranked(fits: Fit[], listed = LISTED): Explained {
  fits.sort((a, b) => b.likelihood - a.likelihood);
  const share = shares(fits.map(likelihoodOf));
  const explanations = fits.slice(0, listed).map(
    ({ likelihood: _, ...explanation }, rank): Explanation => ({
      ...explanation,
      confidence: explanation.cause === 'unexplained' ? 'possible' : confidenceOf(share[rank]!, explanation.evidence),
    }),
  );
  return { explanations, alternatives: fits.length - explanations.length, limits: [] };
}

const likelihoodOf = ({ likelihood }: Fit): number => likelihood;

/** A missing entry always fits. Where it is all that does, and would be unlike any entry of these notes, it explains nothing. */
function unlikeAny(fits: readonly Fit[], { difference, usual, unreadable, currency }: Scene): Evidence | null {
  if (usual.rows < ENOUGH_KNOWN || unreadable.length) return null;
  const always = ({ cause, evidence }: Fit) =>
    cause === 'missing-entry' || (cause === 'wrong-reading' && evidence.length < 2);
  if (!fits.every(always)) return null;
  const finest = 10n ** BigInt(SCALE - Math.max(usual.digits, fractionDigits(currency)));
  if (difference % finest !== 0n) return { kind: 'finer-than-any' };
  return magnitude(difference) > usual.largest * 100n ? { kind: 'larger-than-any' } : null;
}

/** As likely as the likeliest: it stands first, and nothing beside it is more than possible. */
function unexplained({ difference }: Scene, likelihood: number, unlike: Evidence): Fit {
  return {
    cause: 'unexplained',
    likelihood,
    notes: [],
    between: null,
    amount: magnitude(difference),
    effect: difference,
    corrections: [],
    evidence: [unlike],
  };
}

/** With its corrections applied, the notes of the stretch move by exactly what is missing. */
function balances(fit: Fit, scene: Scene): boolean {
  return effectOf(fit.corrections, [...scene.notes, ...scene.before]) === scene.difference;
}

function* couldExplain({ notes, difference }: Stretch): Iterable<Note> {
  const size = difference < 0n ? -difference : difference;
  for (const note of notes) {
    const amount = note.amount < 0n ? -note.amount : note.amount;
    const moved = note.amount - note.fee;
    const fits = moved === difference || moved === -difference || amount * 2n === size;
    if (fits || (note.fee === 0n && amount >= size * 20n && amount <= size * 1000n)) yield note;
  }
}
