// The running balance of one ledger (an account in a currency): fed in order of time, it finds where readings break.
import { type Count, minus, plus } from './count.ts';
import { orderWithinMoment, type Step } from './tie-order.ts';
import { Trace, type Traced } from './trace.ts';

/** Where the rows of a stretch stand: the caller's own numbers (an offset in a file, an index in a list). */
export type RowRef = number;

/** Two neighbouring readings between which the rows do not add up. */
export interface Break {
  /** The reading before; null where the opening balance that was given is what disagrees. */
  after: RowRef | null;
  at: RowRef;
  expected: Count;
  recorded: Count;
  /** The rows after the earlier reading, up to and with the row of the later one. */
  rows: RowRef[];
  /** Rows before those, the latest last, at most RECENT: where a duplicate's twin may stand. */
  before: RowRef[];
  /** The balance on its way there; null where it was not asked for. */
  traced: Traced<Count> | null;
  /** Rows behind the later reading, at most LATER: they too show what is usual. */
  later: RowRef[];
}

/** How many earlier rows a break remembers. */
const RECENT = 256;
/** How many of the rows that follow it a break remembers. */
const LATER = 64;

/** Plain numbers stay below this, so that the sum of two is exact. */
export const LIMIT = 2 ** 52;

/** Breaks kept for each ledger; further ones are counted only. */
export const MOST_BREAKS = 1000;

/**
 * Rows must come in order of time; rows of one moment are put in an order in which their readings agree, if there is
 * one. After a break the chain goes on from the balance that was recorded, so that one mistake is one break.
 */
export class Chain {
  opening: Count | null;
  notes = 0;
  readings = 0;
  /** Readings that could be held against something: an earlier one, or an opening balance that was given. */
  compared = 0;
  breaks: Break[] = [];
  breaksOmitted = 0;
  /** The rows of the first and of the last reading. */
  firstReading: RowRef | null = null;
  lastReading: RowRef | null = null;
  /** The last reading. */
  recorded: Count | null = null;
  /** Opening plus everything up to the last reading. */
  expected: Count | null = null;

  /** A plain number grew beyond what is exact: the whole must be done again in bigints. */
  overflowed = false;
  /** An opening balance was given, so that the first reading had to agree with something. */
  readonly opened: boolean;

  private started: boolean;
  private time = Number.NEGATIVE_INFINITY;
  private base: Count | null;
  /** The last break, while rows behind it are still to be remembered. */
  private open: Break | null = null;
  private readonly zero: Count;
  private sum: Count;
  private total: Count;
  private stretch: RowRef[] = [];
  private readonly ring = new Float64Array(RECENT);
  private ringEnd = 0;
  /** The rows of the latest moment, not yet counted: the first, and any others. */
  private heldMove: Count | null = null;
  private heldReading: Count | null = null;
  private heldRow: RowRef = 0;
  private held: Step[] | null = null;
  private readonly trace: Trace | null;

  /**
   * `since`: rows before it lead to the opening balance but are not counted, and their breaks are the caller's to drop.
   * `traced`: the first breaks keep the way of the balance, for a picture of it.
   */
  constructor(
    zero: Count,
    opening: Count | null = null,
    private readonly since = Number.NEGATIVE_INFINITY,
    traced = false,
  ) {
    this.trace = traced ? new Trace() : null;
    this.started = since === Number.NEGATIVE_INFINITY;
    this.zero = zero;
    this.sum = zero;
    this.total = zero;
    this.opening = opening;
    this.base = opening;
    this.opened = opening !== null;
  }

  /** Adds a row; false (and nothing added) where it is earlier than the row before. `move` is zero for what does not count. */
  push(time: number, move: Count, reading: Count | null, row: RowRef): boolean {
    if (time > this.time) {
      this.settle();
      this.time = time;
      this.heldMove = move;
      this.heldReading = reading;
      this.heldRow = row;
      return true;
    }
    if (time < this.time) return false;
    this.held ??= [{ move: this.heldMove!, reading: this.heldReading, row: this.heldRow }];
    this.held.push({ move, reading, row });
    return true;
  }

  /**
   * The reading of the latest row, where it stands alone in its moment; null where there is none to go on from, or where the
   * way of the balance is kept, which needs each row.
   */
  get latest(): number | null {
    const { started, held, heldReading, trace } = this;
    return started && held === null && trace === null && typeof heldReading === 'number' ? heldReading : null;
  }

  /**
   * Adds `count` rows at once (`latest` not null): numbers up to `row` without gaps, each later than the one before, and
   * each showing the balance that the one before and its own move make. `time`, `move` and `reading` are those of the last.
   */
  pushAgreeing(count: number, time: number, move: number, reading: number, row: RowRef): void {
    const before = this.heldReading as number;
    this.settle();
    if (count > 1) {
      this.notes += count - 1;
      this.readings += count - 1;
      this.compared += count - 1;
      this.total = (this.total as number) + (reading - move - before);
      if (this.total > LIMIT || this.total < -LIMIT) this.overflowed = true;
      this.base = this.recorded = reading - move;
      this.expected = plus(this.opening!, this.total);
      this.lastReading = row - 1;
      for (let one = row - count + 1; this.open && one < row; one++) {
        if (this.open.later.push(one) >= LATER) this.open = null;
      }
      for (let one = row - Math.min(count - 1, RECENT); one < row; one++) this.ring[this.ringEnd++ % RECENT] = one;
    }
    this.time = time;
    this.heldMove = move;
    this.heldReading = reading;
    this.heldRow = row;
  }

  /** Counts what is still held back. Call it after the last row. */
  end(): void {
    this.settle();
    this.heldMove = null;
  }

  /** The last reading plus what came after it; null where there is no reading and no opening. */
  get current(): Count | null {
    return this.base === null ? null : plus(this.base, this.sum);
  }

  /** The rows behind the last reading. */
  get tail(): readonly RowRef[] {
    return this.stretch;
  }

  private settle(): void {
    if (!this.started && this.time >= this.since) this.begin();
    if (this.held) {
      const start = this.base === null ? null : plus(this.base, this.sum);
      for (const step of orderWithinMoment(this.held, start)) this.count(step.move, step.reading, step.row);
      this.held = null;
    } else if (this.heldMove !== null) {
      this.count(this.heldMove, this.heldReading, this.heldRow);
    }
  }

  /** The first moment that counts: what was before it is only the way to the opening balance. */
  private begin(): void {
    this.started = true;
    this.total = this.zero;
    if (this.base !== null) this.opening = plus(this.base, this.sum);
  }

  private count(move: Count, reading: Count | null, row: RowRef): void {
    if (this.started) this.notes++;
    this.sum = plus(this.sum, move);
    this.total = plus(this.total, move);
    if (this.total > LIMIT || this.total < -LIMIT) this.overflowed ||= typeof move === 'number';
    if (this.open && this.open.later.push(row) >= LATER) this.open = null;
    if (this.base !== null) this.stretch.push(row);
    else this.ring[this.ringEnd++ % RECENT] = row;
    if (this.trace !== null) this.follow(this.trace, move, reading, row);
    if (reading === null) return;
    if (this.started) this.readings++;
    if (this.base === null) {
      this.opening = minus(reading, this.sum);
    } else {
      if (this.started) this.compared++;
      const expected = plus(this.base, this.sum);
      if (expected !== reading) this.break(expected, reading, row);
    }
    this.expected = plus(this.opening!, this.total);
    this.recorded = reading;
    this.base = reading;
    this.lastReading = row;
    this.firstReading ??= row;
    this.sum = this.zero;
    this.remember();
  }

  /** What the row does to the balance, as far as it is known. */
  private follow(trace: Trace, move: Count, reading: Count | null, row: RowRef): void {
    if (this.base !== null) {
      if (!trace.begun) trace.begin(row, minus(plus(this.base, this.sum), move), true);
      trace.add(row, plus(this.base, this.sum));
      if (plus(this.base, this.sum) === reading) trace.agree();
    } else if (reading !== null) trace.begin(row, reading);
  }

  private break(expected: Count, recorded: Count, at: RowRef): void {
    if (this.breaks.length >= MOST_BREAKS) {
      this.breaksOmitted++;
      return;
    }
    const traced = this.started ? (this.trace?.take() ?? null) : null;
    this.trace?.begin(at, recorded);
    const kept = Math.min(this.ringEnd, RECENT);
    const before = Array.from({ length: kept }, (_, i) => this.ring[(this.ringEnd - kept + i) % RECENT]!);
    const rows = this.stretch.slice();
    this.open = { after: this.lastReading, at, expected, recorded, rows, before, later: [], traced };
    this.breaks.push(this.open);
  }

  /** The stretch is behind us: its rows become recent ones. */
  private remember(): void {
    const { stretch, ring } = this;
    for (let i = Math.max(0, stretch.length - RECENT); i < stretch.length; i++) {
      ring[this.ringEnd % RECENT] = stretch[i]!;
      this.ringEnd++;
    }
    if (stretch.length > 0) stretch.length = 0;
  }
}
