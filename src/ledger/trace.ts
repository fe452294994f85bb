// The way of a balance through a stretch, in as few points as a picture needs, however many entries go by.
import type { Break, Count, RowRef } from './chain.ts';
import type { BalanceWay } from './findings.ts';
import type { Units } from './money.ts';
import type { Moment } from './time.ts';

/** A balance behind an entry. `step` counts entries from the first point on. */
export interface TracePoint<Balance> {
  step: number;
  balance: Balance;
}

/** What was seen of a balance up to a reading that does not agree. */
export interface Traced<Balance> {
  /** In order, the expected balance at that reading last. Where many were left out, highs and lows are still there. */
  points: TracePoint<Balance>[];
  /** Which of the points is the last reading that agreed; null where the balance that was given is where it begins. */
  agreed: number | null;
  /** The row of the first point. */
  first: RowRef;
}

/** So many entries before the last agreeing reading are shown with a stretch. */
const CONTEXT = 16;
/** So many points are kept of a stretch at most. */
const MOST_POINTS = 512;
/** What lies before the context is let go in portions. */
const PORTION = 128;
/** A trace is kept of so many breaks of a ledger. */
const MOST_TRACES = 8;

/** Fed with the balance behind each row; memory and time for each row are bounded. */
export class Trace {
  private steps: number[] = [];
  private balances: Count[] = [];
  private rows: RowRef[] = [];
  private step = 0;
  private agreed = 0;
  private taken = 0;
  private given = false;

  get begun(): boolean {
    return this.steps.length > 0;
  }

  /** Begins anew at a reading, or (`given`) at an opening balance that was only said. */
  begin(row: RowRef, balance: Count, given = false): void {
    this.steps.length = this.balances.length = this.rows.length = 0;
    this.given = given;
    this.agreed = 0;
    this.keep(row, balance);
  }

  add(row: RowRef, balance: Count): void {
    if (this.steps.length >= MOST_POINTS) this.thin();
    this.keep(row, balance);
  }

  /** The last point is a reading, and it agrees: the stretch begins anew there. */
  agree(): void {
    this.given = false;
    this.agreed = this.steps.length - 1;
    const spare = this.agreed - CONTEXT;
    if (spare >= PORTION) for (const list of [this.steps, this.balances, this.rows]) list.splice(0, spare);
    this.agreed = Math.min(this.agreed, this.steps.length - 1);
  }

  /** The stretch up to the last point, which is a reading that does not agree; null where enough breaks have one. */
  take(): Traced<Count> | null {
    if (this.taken++ >= MOST_TRACES || this.steps.length === 0) return null;
    const from = Math.max(0, this.agreed - CONTEXT);
    const origin = this.steps[from]!;
    return {
      points: this.steps.slice(from).map((step, i) => ({ step: step - origin, balance: this.balances[from + i]! })),
      agreed: this.given ? null : this.agreed - from,
      first: this.rows[from]!,
    };
  }

  private keep(row: RowRef, balance: Count): void {
    this.steps.push(this.step++);
    this.balances.push(balance);
    this.rows.push(row);
  }

  /** Of each four points behind the agreeing reading the lowest and the highest stay. */
  private thin(): void {
    const kept: number[] = Array.from({ length: this.agreed + 1 }, (_, i) => i);
    for (let from = this.agreed + 1; from < this.steps.length; from += 4) {
      let [low, high] = [from, from];
      for (let at = from; at < Math.min(from + 4, this.steps.length); at++) {
        if (this.balances[at]! < this.balances[low]!) low = at;
        if (this.balances[at]! >= this.balances[high]!) high = at;
      }
      kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
    }
    this.steps = kept.map((at) => this.steps[at]!);
    this.balances = kept.map((at) => this.balances[at]!);
    this.rows = kept.map((at) => this.rows[at]!);
  }
}

/** Where the rows of a chain are found, and what its counts are in units of 10^-18. */
interface Rows {
  resolve(row: RowRef): { time: Moment };
  units(count: Count): Units;
}

/** The balance on its way to a break, where the chain kept it. */
export function wayOf({ traced }: Break, { resolve, units }: Rows): BalanceWay | null {
  return (
    traced && {
      points: traced.points.map(({ step, balance }) => ({ step, balance: units(balance) })),
      agreed: traced.agreed,
      from: resolve(traced.first).time,
    }
  );
}
