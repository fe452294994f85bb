// The numbers of all rows, kept for a file that is not in order of time: 36 bytes a row.
import type { Count } from '../ledger/count.ts';

type Visit = (epoch: number, move: Count, reading: Count | null, ledger: number, row: number) => void;

export class Columns {
  private length = 0;
  private capacity = 1 << 14;
  private epochs = new Float64Array(this.capacity);
  private moves: Float64Array | bigint[];
  private readings: Float64Array | (bigint | null)[];
  private ledgers = new Uint32Array(this.capacity);
  private rows = new Uint32Array(this.capacity);
  private ascending = 0;
  private descending = 0;

  constructor(big: boolean) {
    this.moves = big ? [] : new Float64Array(this.capacity);
    this.readings = big ? [] : new Float64Array(this.capacity);
  }

  add(epoch: number, move: Count, reading: Count | null, ledger: number, row: number): void {
    const at = this.length++;
    if (at === this.capacity) this.grow();
    if (at > 0) {
      const before = this.epochs[at - 1]!;
      if (epoch > before) this.ascending++;
      else if (epoch < before) this.descending++;
    }
    this.epochs[at] = epoch;
    this.moves[at] = move;
    this.readings[at] = reading ?? (this.readings instanceof Float64Array ? Number.NaN : null);
    this.ledgers[at] = ledger;
    this.rows[at] = row;
  }

  /** Visits the rows in order of time; of equal times in file order, or backwards where the file runs newest first. */
  forEachInOrder(visit: Visit): void {
    const { epochs } = this;
    const order = Uint32Array.from({ length: this.length }, (_, i) => i);
    if (this.descending > this.ascending) order.reverse();
    if (this.ascending && this.descending) {
      const place = new Uint32Array(this.length);
      order.forEach((at, i) => {
        place[at] = i;
      });
      order.sort((a, b) => epochs[a]! - epochs[b]! || place[a]! - place[b]!);
    }
    for (const at of order) {
      const reading = this.readings[at]!;
      const none = reading === null || Number.isNaN(reading);
      visit(epochs[at]!, this.moves[at]!, none ? null : reading, this.ledgers[at]!, this.rows[at]!);
    }
  }

  private grow(): void {
    this.capacity *= 2;
    this.epochs = larger(this.epochs, new Float64Array(this.capacity));
    if (this.moves instanceof Float64Array) this.moves = larger(this.moves, new Float64Array(this.capacity));
    if (this.readings instanceof Float64Array) this.readings = larger(this.readings, new Float64Array(this.capacity));
    this.ledgers = larger(this.ledgers, new Uint32Array(this.capacity));
    this.rows = larger(this.rows, new Uint32Array(this.capacity));
  }
}

function larger<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}
