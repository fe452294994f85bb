// What several causes need to say of a note.
import type { Units } from '../money.ts';
import { counts, movement, type Note } from '../note.ts';

export function magnitude(units: Units): Units {
  return units < 0n ? -units : units;
}

/** What a note moves as it is recorded: nothing where it does not count. */
export function movedBy(note: Note): Units {
  return counts(note) ? movement(note) : 0n;
}

/** Whole minutes between two notes. */
export function minutesBetween(a: Note, b: Note): number {
  return Math.round(Math.abs(a.time.epoch - b.time.epoch) / 60_000);
}
