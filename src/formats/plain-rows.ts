// The quick lane through a CSV: rows in the plainest form, of one ledger, each of which adds up, counted in a single loop.
// What is not so ends the run and is read by number-rows.ts or note-rows.ts, with the same outcome. It is one function
// with hardly a call in it, because Node turns such a loop into machine code after some hundred rows already.
import { DIRECTION } from '../ledger/note.ts';
import { LARGEST, midnightOf, POWERS } from './byte-numbers.ts';
import type { CsvRows } from './csv-rows.ts';
import type { Header, NoteDefaults } from './note-rows.ts';
import type { NumberRows } from './number-rows.ts';
import { AMOUNT, BALANCE, FEE, LONGEST, PLACES, PlainColumns, TEXT, TIME, WORD } from './plain-columns.ts';
import { EVERY, type RowIndex } from './row-index.ts';

const COMMA = 44;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const UPPER_T = 84;
const UPPER_Z = 90;

/** Digits of a plain number that are exact whatever they are. */
const MOST_DIGITS = 15;

/** A run of fewer rows was not worth it; after so many of those, so many rows go by before the next. */
const SHORT = 4;
const PATIENCE = 16;
const PAUSE = 1024;

/** No direction: the amount must have a sign. */
const UNKNOWN = 0;
const OUT = -1;

export class PlainRows {
  /** How many rows the last run passed; when the last of them was, what it moved, and the balance that it shows. */
  count = 0;
  epoch = Number.NaN;
  move = Number.NaN;
  reading = Number.NaN;

  private readonly columns: PlainColumns;
  private vain = 0;
  private pause = 0;

  constructor(
    private readonly rows: CsvRows,
    private readonly header: Header,
    private readonly defaults: NoteDefaults,
    private readonly scale: number,
    private readonly index: RowIndex,
  ) {
    this.columns = new PlainColumns(header);
    // Without balances there is nothing to go by.
    if (header.at.balance < 0) this.pause = Number.POSITIVE_INFINITY;
  }

  /**
   * Goes on behind the current row, number `row`, which was read the usual way: as long as each row is of its ledger, later
   * than the one before, and shows the balance that the one before and its own amount make. Gives how many rows that were.
   */
  follow(row: number, read: NumberRows, reading: number): number {
    if (this.pause > 0) {
      this.pause--;
      return 0;
    }
    if (this.rows.fault !== null || this.rows.cells !== this.header.cells) return 0;
    this.learn(read);
    this.epoch = read.epoch;
    this.reading = reading;
    let passed = 0;
    for (;;) {
      const next = row + passed + 1;
      this.index.see(next, this.rows.consumed + this.rows.ahead, this.rows.lines);
      const most = EVERY - ((next - 1) % EVERY);
      this.run(most);
      passed += this.count;
      if (this.count < most) break;
    }
    if (passed >= SHORT) this.vain = 0;
    else if (++this.vain >= PATIENCE) {
      this.vain = 0;
      this.pause = PAUSE;
    }
    return passed;
  }

  private learn({ type, counted }: NumberRows): void {
    const { rows, columns, header } = this;
    for (const column of ['type', 'status', 'account', 'currency'] as const) {
      const cell = header.at[column];
      if (cell < 0 || (column === 'type' && type === 'balance') || (column === 'status' && !counted)) continue;
      const place = columns.learn(cell, rows.bytes.subarray(rows.starts[cell]!, rows.ends[cell]!));
      if (column === 'type') columns.directions[place] = DIRECTION[type];
      else if (column !== 'status') columns.only[cell] = place;
    }
  }

  /** Passes at most so many rows. Short runs: Node goes over to the machine code when a function is called again. */
  private run(most: number): void {
    const { rows, scale } = this;
    const { kinds, words, lengths, directions, only } = this.columns;
    const { zone } = this.defaults;
    const typeColumn = this.header.at.type;
    const { bytes, ahead } = rows;
    // Whole rows only: whatever is sought below ends at a line's end.
    const filled = bytes.lastIndexOf(LF, rows.filled - 1) + 1;
    const cells = kinds.length;
    let at = ahead;
    let passed = ahead;
    let count = 0;
    let today = 0;
    let midnight = Number.NaN;
    let { epoch, move, reading } = this;
    passing: while (at < filled && count < most) {
      let time = 0;
      let direction = UNKNOWN;
      let amount = 0;
      let signed = false;
      let balance = 0;
      for (let cell = 0; cell < cells; cell++) {
        const kind = kinds[cell]!;
        const start = at;
        if (kind === TIME) {
          // 2026-03-01T09:00:00, then nothing, Z, or +08:00.
          if (at + 26 > filled) break passing;
          let date = 0;
          let digits = 0;
          let marks = 0;
          for (let i = 0; i < 19; i++, at++) {
            const byte = bytes[at]!;
            if (byte >= 48 && byte <= 57) digits = digits * 10 + byte - 48;
            else if ((byte === MINUS && (i === 4 || i === 7)) || (byte === COLON && (i === 13 || i === 16))) marks++;
            else if (i === 10 && (byte === UPPER_T || byte === SPACE)) {
              date = digits;
              digits = 0;
              marks++;
            } else break passing;
          }
          if (marks !== 5) break passing;
          if (date !== today) {
            today = date;
            midnight = midnightOf(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
          }
          const hour = Math.floor(digits / 10_000);
          const minute = Math.floor(digits / 100) % 100;
          const second = digits % 100;
          if (hour > 23 || minute > 59 || second > 59) break passing;
          // No such day: then this is NaN, and not later than any other.
          time = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
          const sign = bytes[at]!;
          if (sign === UPPER_Z) at++;
          else if (sign === PLUS || sign === MINUS) {
            const h0 = bytes[at + 1]! - 48;
            const h1 = bytes[at + 2]! - 48;
            const m0 = bytes[at + 4]! - 48;
            const m1 = bytes[at + 5]! - 48;
            if (h0 < 0 || h0 > 1 || h1 < 0 || h1 > 9 || m0 < 0 || m0 > 9 || m1 < 0 || m1 > 9) break passing;
            if (bytes[at + 3] !== COLON) break passing;
            const offset = (h0 * 10 + h1) * 60 + m0 * 10 + m1;
            if (offset > 14 * 60) break passing;
            time -= (sign === PLUS ? offset : -offset) * 60_000;
            at += 6;
          } else time -= zone(time) * 60_000;
          if (!(time > epoch)) break passing;
        } else if (kind === TEXT) {
          for (; ; at++) {
            const byte = bytes[at]!;
            if (byte > COMMA) continue;
            if (byte === COMMA || byte === LF || byte === CR) break;
            if (byte === QUOTE) break passing;
          }
        } else if (kind === WORD) {
          let hash = cell;
          for (; ; at++) {
            const byte = bytes[at]!;
            if (byte === COMMA || byte === LF || byte === CR) break;
            hash = (Math.imul(hash, 31) + byte) | 0;
          }
          const place = hash & (PLACES - 1);
          const length = at - start;
          const known = only[cell]!;
          if (lengths[place] !== length || (known >= 0 && known !== place)) break passing;
          const word = place * LONGEST;
          for (let i = 0; i < length; i++) if (words[word + i] !== bytes[start + i]) break passing;
          if (cell === typeColumn) direction = directions[place]!;
        } else {
          let negative = false;
          const sign = bytes[at]!;
          if (sign === MINUS || sign === PLUS) {
            negative = sign === MINUS;
            at++;
          }
          let value = 0;
          let digits = 0;
          let point = -1;
          for (; ; at++) {
            const byte = bytes[at]!;
            if (byte >= 48 && byte <= 57) {
              value = value * 10 + byte - 48;
              digits++;
            } else if (byte === POINT && point < 0 && digits > 0) point = at;
            else break;
          }
          if (digits === 0) {
            if (at > start || kind !== FEE) break passing;
          } else {
            const fraction = point < 0 ? 0 : at - point - 1;
            if (digits > MOST_DIGITS || fraction > scale || (point >= 0 && fraction === 0)) break passing;
            value *= POWERS[scale - fraction]!;
            if (value > LARGEST || (kind === FEE && value !== 0)) break passing;
            if (kind === BALANCE) balance = negative ? -value : value;
            else if (kind === AMOUNT) {
              amount = negative ? -value : value;
              signed = sign === MINUS || sign === PLUS;
            }
          }
        }
        if (cell < cells - 1) {
          if (bytes[at] !== COMMA) break passing;
          at++;
        } else {
          if (bytes[at] === CR) at++;
          if (bytes[at] !== LF) break passing;
          at++;
        }
      }
      if (!signed && amount !== 0) {
        if (direction === UNKNOWN) break;
        if (direction === OUT) amount = -amount;
      }
      if (balance !== reading + amount) break;
      move = amount;
      reading = balance;
      epoch = time;
      passed = at;
      count++;
    }
    rows.pass(passed, count);
    this.count = count;
    this.epoch = epoch;
    this.move = move;
    this.reading = reading;
  }
}
