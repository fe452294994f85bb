// The hours of the day at which one kind of row comes.
import type { Note } from './note.ts';

export class Hours {
  private rows = 0;
  private readonly times = new Float64Array(24);

  add(note: Note): void {
    this.rows++;
    this.times[hourOf(note)]!++;
  }

  /**
   * Above 1 where rows of this kind come at other hours than this one, below where they come at this; from 0.3 to 10. `self`: it
   * is one of those that were added, and does not speak for itself.
   */
  odd(note: Note, self: boolean): number {
    const hour = hourOf(note);
    const own = self ? 1 : 0;
    const near = this.times[(hour + 23) % 24]! + this.times[hour]! - own + this.times[(hour + 1) % 24]!;
    const share = (near + 3) / (this.rows - own + 24);
    return Math.min(10, Math.max(0.3, 1 / 8 / share));
  }
}

/** By the clock of the note's own zone. */
function hourOf({ time }: Note): number {
  return Math.floor((time.epoch + time.offset * 60_000) / 3_600_000) % 24;
}
