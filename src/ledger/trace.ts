// The way of a balance through a stretch, in as few points as a picture needs, however many entries go by.
import type { Break, RowRef } from './chain.ts';
import type { Count } from './count.ts';
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
/** So many entries are remembered one by one. */
const RING = 64;
/** So many points are kept of a stretch at most. */
const MOST_POINTS = 512;
/** A trace is kept of so many breaks of a ledger. */
const MOST_TRACES = 8;

/** Fed with the balance behind each row; memory and time for each row are bounded. */
export class Trace {
  /** The latest entries, by their step modulo RING. */
  private readonly balances: Count[] = [];
  private readonly rows: RowRef[] = [];
  private step = -1;
  /** The steps of the first point that belongs to this ledger's run, and of the last reading that agreed. */
  private origin = 0;
  private agreed = 0;
  private given = false;
  /** From where on the entries are too many to remember each. */
  private long: LongStretch | null = null;
  private taken = 0;

  get begun(): boolean {
    return this.step >= 0;
  }

  /** Begins anew at a reading, or (`given`) at an opening balance that was only said. */
  begin(row: RowRef, balance: Count, given = false): void {
    this.keep(row, balance);
    this.given = given;
    this.origin = this.agreed = this.step;
    this.long = null;
  }

  add(row: RowRef, balance: Count): void {
    this.keep(row, balance);
    if (this.long) this.long.add({ step: this.step, balance });
    else if (this.step - this.agreed >= RING - CONTEXT - 1) this.long = new LongStretch(this.first, this.remembered());
  }

  /** The last point is a reading, and it agrees: the stretch begins anew there. */
  agree(): void {
    this.given = false;
    this.agreed = this.step;
    this.long = null;
  }

  /** The stretch up to the last point, which is a reading that does not agree; null where enough breaks have one. */
  take(): Traced<Count> | null {
    if (this.taken++ >= MOST_TRACES || !this.begun) return null;
    const all = this.long?.points() ?? this.remembered();
    const points = all.map(({ step, balance }) => ({ step: step - all[0]!.step, balance }));
    const agreed = this.given ? null : all.findIndex(({ step }) => step === this.agreed);
    return { points, agreed, first: this.long?.first ?? this.first };
  }

  private keep(row: RowRef, balance: Count): void {
    this.step++;
    this.balances[this.step % RING] = balance;
    this.rows[this.step % RING] = row;
  }

  private get from(): number {
    return Math.max(this.origin, this.agreed - CONTEXT);
  }

  private get first(): RowRef {
    return this.rows[this.from % RING]!;
  }

  private remembered(): TracePoint<Count>[] {
    return Array.from({ length: this.step - this.from + 1 }, (_, i) => {
      const step = this.from + i;
      return { step, balance: this.balances[step % RING]! };
    });
  }
}

/** Of more and more entries evenly the lowest and the highest of each few. */
class LongStretch {
  private kept: TracePoint<Count>[] = [];
  /** The entries of which two points are kept: twice as many each time that the points become too many. */
  private portion = 2;
  private open: TracePoint<Count>[] = [];
  private opened = 0;
  private last: TracePoint<Count>;

  /** `first` is the row of the first point. */
  constructor(
    readonly first: RowRef,
    private readonly start: readonly TracePoint<Count>[],
  ) {
    this.last = start.at(-1)!;
  }

  add(point: TracePoint<Count>): void {
    this.last = point;
    this.open = ends([...this.open, point]);
    if (++this.opened < this.portion) return;
    this.kept.push(...this.open);
    this.open = [];
    this.opened = 0;
    if (this.kept.length < MOST_POINTS - RING - 4) return;
    const merged: TracePoint<Count>[] = [];
    for (let at = 0; at < this.kept.length; at += 4) merged.push(...ends(this.kept.slice(at, at + 4)));
    this.kept = merged;
    this.portion *= 2;
  }

  points(): TracePoint<Count>[] {
    const all = [...this.start, ...this.kept, ...this.open];
    return all.at(-1)!.step === this.last.step ? all : [...all, this.last];
  }
}

/** The lowest and the highest of a few points, in order. */
function ends(points: TracePoint<Count>[]): TracePoint<Count>[] {
  let [low, high] = [points[0]!, points[0]!];
  for (const point of points) {
    if (point.balance < low.balance) low = point;
    if (point.balance >= high.balance) high = point;
  }
  if (low === high) return [low];
  return low.step < high.step ? [low, high] : [high, low];
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
