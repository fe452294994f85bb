// Why a stretch does not add up: every cause is asked for what fits, each fit is verified, and they are ranked.
import { duplicateEntry } from './causes/duplicate-entry.ts';
import { missingEntry } from './causes/missing-entry.ts';
import { severalEntries } from './causes/several-entries.ts';
import { status } from './causes/status.ts';
import { unrecordedFee } from './causes/unrecorded-fee.ts';
import { wrongDigits } from './causes/wrong-digits.ts';
import { wrongSign } from './causes/wrong-sign.ts';
import { effectOf } from './corrections.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { Explanation, Reading } from './findings.ts';
import { confidenceOf, shares } from './likelihood.ts';
import type { Units } from './money.ts';
import { counts, type Note } from './note.ts';

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
}

/** The explanations listed, and how many more fit. */
export interface Explained {
  explanations: Explanation[];
  alternatives: number;
}

export type CauseFinder = (scene: Scene) => Fit[];

const CAUSES: CauseFinder[] = [
  missingEntry,
  duplicateEntry,
  wrongSign,
  unrecordedFee,
  status,
  wrongDigits,
  severalEntries,
];

/** How many explanations are listed where nobody says; further ones are counted. */
const LISTED = 3;

/** In a longer stretch only the notes that could explain the difference alone are looked at. */
const LONG = 20_000;

/** All that fits, verified, likeliest first. */
export function explain(stretch: Stretch, habits: FeeHabits, listed = LISTED): Explained {
  const notes = stretch.size > LONG ? [...couldExplain(stretch)] : [...stretch.notes];
  const counted = Math.max(1, stretch.size > LONG ? stretch.size : notes.filter(counts).length);
  const scene: Scene = { ...stretch, habits, notes, counted, before: [...stretch.before] };
  return ranked(
    CAUSES.flatMap((find) => find(scene)).filter((fit) => balances(fit, scene)),
    listed,
  );
}

/** The best few with their confidence, and how many more there are. */
export function ranked(fits: Fit[], listed = LISTED): Explained {
  fits.sort((a, b) => b.likelihood - a.likelihood);
  const share = shares(fits.map((fit) => fit.likelihood));
  const explanations = fits.slice(0, listed).map(({ likelihood: _, ...explanation }, rank) => ({
    ...explanation,
    confidence: confidenceOf(share[rank]!, explanation.evidence),
  }));
  return { explanations, alternatives: fits.length - explanations.length };
}

/** With its corrections applied, the notes of the stretch move by exactly what is missing. */
function balances(fit: Fit, scene: Scene): boolean {
  return effectOf(fit.corrections, scene.notes) === scene.difference;
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
