// How often each amount occurs in one kind of row, and how likely it is to occur again.
import type { Units } from './money.ts';

/** How often each magnitude occurs in one kind of row, and how many occur once and twice. */
export class Tally {
  /** All is added before anything is asked. */
  rows = 0;
  readonly times = new Map<Units, number>();

  add(amount: Units): void {
    this.rows++;
    this.times.set(amount, (this.times.get(amount) ?? 0) + 1);
  }

  /** The chance that the next amount is one not seen before (Good and Turing: the share of those seen once). */
  get unseen(): number {
    return Math.min(0.98, (this.seenTimes(1) + 1) / (this.rows + 2));
  }

  /** The chance of this amount again; `self`: one of its rows is the row in question and does not speak for itself. */
  again(amount: Units, self: boolean): number {
    const rows = this.rows - (self ? 1 : 0);
    const times = (this.times.get(amount) ?? 0) - (self ? 1 : 0);
    if (rows <= 0 || times <= 0) return 0;
    // What occurred once comes again less often than once in so many (Good and Turing's estimate).
    const worth = times === 1 ? Math.min(1, (2 * this.seenTimes(2) + 0.2) / (this.seenTimes(1) + 1)) : times;
    return ((1 - this.unseen) * worth) / rows;
  }

  private counted: Map<number, number> | null = null;
  private most: readonly Units[] | null = null;

  /** The amounts seen more than once, the commonest first, at most 24. */
  get often(): readonly Units[] {
    this.most ??= [...this.times]
      .filter(([, seen]) => seen > 1)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 24)
      .map(([amount]) => amount);
    return this.most;
  }

  private seenTimes(times: number): number {
    if (!this.counted) {
      this.counted = new Map();
      for (const each of this.times.values()) this.counted.set(each, (this.counted.get(each) ?? 0) + 1);
    }
    return this.counted.get(times) ?? 0;
  }
}

/** The chance of this amount again. `self`: the row in question is among those counted, `own`: with this very amount. */
export function againOf(tally: Tally, amount: Units, self: boolean, own: boolean): number {
  if (own || !self) return tally.again(amount, own);
  return tally.again(amount, false) * (tally.rows / Math.max(1, tally.rows - 1));
}
