// Some banks print the balance at the end of the day on each row of that day: how that kind is told.
import type { Units } from './money.ts';
import { counts, movement, type Note } from './note.ts';

const DAY = 86_400_000;

/** The day a note stands in, by the clock of its own zone, as a number. */
export function dayOf({ time }: Pick<Note, 'time'>): number {
  return Math.floor((time.epoch + time.offset * 60_000) / DAY);
}

/**
 * True where every day with several moving rows shows one balance on all of them, and there is such a day, in each account
 * and currency by itself. A day whose rows cancel each other out, or a statement with one row a day, says nothing.
 */
export function showsDayEnds(notes: Iterable<Omit<Note, 'id' | 'line'>>): boolean {
  const days = new Map<string, Units>();
  let several = false;
  for (const note of notes) {
    if (note.balance === null || !counts(note) || movement(note) === 0n) continue;
    const key = `${dayOf(note)} ${note.currency} ${note.account}`;
    const shown = days.get(key);
    if (shown !== undefined && shown !== note.balance) return false;
    several ||= shown !== undefined;
    days.set(key, note.balance);
  }
  return several;
}
