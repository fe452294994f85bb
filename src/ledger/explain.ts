// Why a stretch does not add up: every cause is asked for what fits, each fit is verified, and they are ranked.
import { duplicateEntry } from './causes/duplicate-entry.ts';
import { missingEntry } from './causes/missing-entry.ts';
import { status } from './causes/status.ts';
import { unrecordedFee } from './causes/unrecorded-fee.ts';
import { wrongDigits } from './causes/wrong-digits.ts';
import { wrongReading } from './causes/wrong-reading.ts';
import { wrongSign } from './causes/wrong-sign.ts';
import { wrongTime } from './causes/wrong-time.ts';
import { effectOf } from './corrections.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { Confidence, Explanation, Reading } from './findings.ts';
import type { Units } from './money.ts';
import type { Note } from './note.ts';

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
  /** The notes up to the next reading, where that one is off by the opposite amount; else null. */
  next: Iterable<Note> | null;
  /** Lines between the two readings that could not be read. */
  unreadable: readonly number[];
}

/** An explanation before it is ranked; `score` orders them, higher is likelier, `missing-entry` has 40. */
export interface Fit extends Omit<Explanation, 'confidence'> {
  score: number;
}

/** What the causes look at: the stretch with its notes read. */
export interface Scene extends Omit<Stretch, 'notes' | 'before' | 'next'> {
  notes: readonly Note[];
  before: readonly Note[];
  next: readonly Note[] | null;
  habits: FeeHabits;
}

export type CauseFinder = (scene: Scene) => Fit[];

/** Causes of one wrong stretch; each correction changes what the stretch adds up to. */
const ENTRY_CAUSES: CauseFinder[] = [missingEntry, duplicateEntry, wrongSign, unrecordedFee, status, wrongDigits];
/** Causes of two neighbouring stretches that are off by opposite amounts. */
const READING_CAUSES: CauseFinder[] = [wrongReading, wrongTime];

/** How many explanations are listed; further ones are counted. */
const LISTED = 3;

/** In a longer stretch only the notes that could explain the difference alone are looked at. */
const LONG = 20_000;

/** All that fits, verified, likeliest first. */
export function explain(stretch: Stretch, habits: FeeHabits): { explanations: Explanation[]; alternatives: number } {
  const scene: Scene = {
    ...stretch,
    habits,
    notes: stretch.size > LONG ? [...couldExplain(stretch)] : [...stretch.notes],
    before: [...stretch.before],
    next: stretch.next && [...stretch.next],
  };
  const causes = scene.next ? READING_CAUSES : ENTRY_CAUSES;
  const fits = causes.flatMap((find) => find(scene)).filter((fit) => scene.next !== null || balances(fit, scene));
  fits.sort((a, b) => b.score - a.score);
  const explanations = fits.slice(0, LISTED).map((fit, rank) => {
    const { score, ...explanation } = fit;
    return { ...explanation, confidence: confidenceOf(fits, rank) };
  });
  return { explanations, alternatives: fits.length - explanations.length };
}

/** With its corrections applied, the notes of the stretch move by exactly what is missing. */
function balances(fit: Fit, scene: Scene): boolean {
  return effectOf(fit.corrections, scene.notes) === scene.difference;
}

function confidenceOf(fits: readonly Fit[], rank: number): Confidence {
  const { score } = fits[rank]!;
  const rival = fits[rank === 0 ? 1 : 0];
  const lead = rival ? score - rival.score : Number.POSITIVE_INFINITY;
  if (rank === 0 && score >= 85 && lead >= 15) return 'certain';
  return rank === 0 && (score >= 50 || fits.length === 1) && lead > 0 ? 'likely' : 'possible';
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
