// Checks a CSV of notes as it streams by: memory does not grow with the file, but for what a report must keep.

import { OkhelpError } from '../errors.ts';
import { Chain } from '../ledger/chain.ts';
import { type CheckOptions, isAsked, shownReading } from '../ledger/check.ts';
import type { Count } from '../ledger/count.ts';
import { FeeHabits } from '../ledger/fee-habits.ts';
import type { CheckResult, UnreadableRow } from '../ledger/findings.ts';
import { accountFinding } from '../ledger/findings-of.ts';
import { SCALE, type Units } from '../ledger/money.ts';
import { counts, movement, type Note } from '../ledger/note.ts';
import type { ByteSource } from './byte-source.ts';
import { Columns } from './columns.ts';
import { CsvRows } from './csv-rows.ts';
import { type Header, isNote, type NoteDefaults, readHeader, readNoteRow } from './note-rows.ts';
import { NumberRows } from './number-rows.ts';
import { PlainRows } from './plain-rows.ts';
import { RowIndex } from './row-index.ts';
import { pullingText } from './utf8.ts';

export interface CsvCheckOptions extends CheckOptions {
  defaults: NoteDefaults;
  /** Called now and then with the bytes read so far; awaited, so that a spinner can turn. */
  progress?: (done: number, size: number) => Promise<void> | void;
  /** The note of a row (the first is 1), where the CSV does not hold all of it: recorded notes, under their own ids. */
  noteOf?: (row: number) => Note;
}

/**
 * How a pass counts. It begins with what nearly every file is: two fraction digits, plain numbers, in order of time;
 * where that does not hold the file is read again with what it needs.
 */
interface Mode {
  scale: number;
  big: boolean;
  sorted: boolean;
}

const ROWS_BETWEEN_PROGRESS = 1 << 16;

/** Checks the notes in a CSV file of any size. Throws the errors of readNotes. */
export async function checkCsv(source: ByteSource, options: CsvCheckOptions): Promise<CheckResult> {
  let mode: Mode = { scale: 2, big: false, sorted: true };
  for (;;) {
    const pass = new Pass(source, options, mode);
    const needed = await pass.run();
    if (!needed) return pass.result();
    mode = { ...mode, ...needed };
  }
}

class Pass {
  private readonly chains: { chain: Chain; habits: FeeHabits; lastRow: number | null; shown: boolean }[] = [];
  private readonly unreadable: UnreadableRow[] = [];
  private readonly index: RowIndex;
  private readonly rows: CsvRows;
  private readonly header: Header;
  private readonly numbers: NumberRows;
  private readonly columns: Columns | null;
  private readonly plain: PlainRows | null;
  private readonly shown: Note | null = null;
  private readonly factor: bigint;
  private readonly until: number;
  private readonly since: number;
  private readonly skipBefore: number;
  private count = 0;
  private readonly wanted: boolean[] = [];

  constructor(
    private readonly source: ByteSource,
    private readonly options: CsvCheckOptions,
    private readonly mode: Mode,
  ) {
    this.rows = new CsvRows(pullingText(source), { size: Math.min(1 << 20, source.size + 1) });
    if (!this.rows.next()) throw new OkhelpError('file-empty', { file: source.name });
    this.header = readHeader(this.rows, source.name);
    this.numbers = new NumberRows(this.rows, this.header, options.defaults, mode.scale);
    this.index = new RowIndex(source, this.header, options.defaults);
    this.columns = mode.sorted ? null : new Columns(mode.big);
    const whole = options.since === undefined && options.until === undefined;
    this.plain =
      whole && mode.sorted && !mode.big
        ? new PlainRows(this.rows, this.header, options.defaults, mode.scale, this.index)
        : null;
    this.factor = 10n ** BigInt(SCALE - mode.scale);
    this.until = options.until ?? Number.POSITIVE_INFINITY;
    this.since = options.since ?? Number.NEGATIVE_INFINITY;
    this.skipBefore = options.opening === undefined ? Number.NEGATIVE_INFINITY : this.since;
  }

  /** Reads the whole file; gives what another pass needs where this one could not go on. */
  async run(): Promise<Partial<Mode> | null> {
    const { rows, numbers, index, mode, options } = this;
    let told = 0;
    while (rows.next()) {
      const row = ++this.count;
      index.see(row, rows.offset, rows.line);
      if ((mode.big || !numbers.read()) && !this.readSlowly(row)) {
        if (this.needed) return this.needed;
        continue;
      }
      if (numbers.epoch > this.until || numbers.epoch < this.skipBefore || !this.isWanted(numbers.ledger)) continue;
      if (this.columns) this.columns.add(numbers.epoch, numbers.move, numbers.reading, numbers.ledger, row);
      else if (!this.push(numbers.ledger, numbers.epoch, numbers.move, numbers.reading, row)) return { sorted: false };
      if (numbers.fee !== 0) this.see();
      if (this.plain) this.followPlainRows(this.plain);
      if (this.count >= told + ROWS_BETWEEN_PROGRESS && options.progress) {
        told = this.count;
        await options.progress(rows.done, this.source.size);
      }
    }
    return this.finish();
  }

  /** The rows behind the current one that are as plain as can be and go on where it ends. */
  private followPlainRows(plain: PlainRows): void {
    const { numbers } = this;
    const own = this.chains[numbers.ledger]!;
    const { latest } = own.chain;
    if (latest === null) return;
    const passed = plain.follow(this.count, numbers, latest);
    if (passed === 0) return;
    this.count += passed;
    own.lastRow = this.count;
    own.chain.pushAgreeing(passed, plain.epoch, plain.move, plain.reading, this.count);
  }

  private needed: Partial<Mode> | null = null;

  /** Reads the current row as a note; false where it cannot be read, or not in this mode. */
  private readSlowly(row: number): boolean {
    const { noteOf, defaults } = this.options;
    const note = noteOf?.(row) ?? readNoteRow(this.rows, this.header, row, defaults);
    if (!isNote(note)) {
      this.unreadable.push(note);
      return false;
    }
    const move = counts(note) ? movement(note) : 0n;
    this.needed = this.modeFor([note.amount, note.fee, note.balance ?? 0n, move]);
    if (this.needed) return false;
    const { numbers } = this;
    numbers.epoch = note.time.epoch;
    numbers.type = note.type;
    numbers.counted = counts(note);
    numbers.move = this.counted(move);
    numbers.reading = note.balance === null ? null : this.counted(note.balance);
    numbers.amount = Number(note.amount / this.factor);
    numbers.fee = Number(note.fee / this.factor);
    numbers.ledger = numbers.ledgerNumber(note.account, note.currency);
    return true;
  }

  private modeFor(values: Units[]): Partial<Mode> | null {
    let { scale } = this.mode;
    while (scale < SCALE && values.some((value) => value % 10n ** BigInt(SCALE - scale) !== 0n)) scale++;
    if (scale !== this.mode.scale) return { scale };
    const largest = this.factor * 2n ** 46n;
    return !this.mode.big && values.some((value) => value > largest || value < -largest) ? { big: true } : null;
  }

  private counted(units: Units): Count {
    const count = units / this.factor;
    return this.mode.big ? count : Number(count);
  }

  private isWanted(ledger: number): boolean {
    this.wanted[ledger] ??= isAsked(this.numbers.ledgers[ledger]!, this.options);
    return this.wanted[ledger]!;
  }

  private push(ledger: number, epoch: number, move: Count, reading: Count | null, row: number): boolean {
    const own = this.ledger(ledger);
    own.lastRow = row;
    return own.chain.push(epoch, move, reading, row);
  }

  private see(): void {
    const { type, amount, fee, ledger } = this.numbers;
    this.ledger(ledger).habits.see(type, Math.abs(amount), fee);
  }

  private ledger(number: number) {
    const { opening, traced } = this.options;
    const start = opening === undefined ? null : this.counted(opening);
    return (this.chains[number] ??= {
      chain: new Chain(this.mode.big ? 0n : 0, start, this.since, traced),
      habits: new FeeHabits(this.mode.scale),
      lastRow: null,
      shown: false,
    });
  }

  private finish(): Partial<Mode> | null {
    const { columns, options } = this;
    if (options.opening !== undefined) {
      const needed = this.modeFor([options.opening]);
      if (needed) return needed;
    }
    const shown =
      options.shown &&
      shownReading(
        options,
        this.numbers.ledgers.filter((_, i) => this.isWanted(i)),
      );
    if (shown) {
      const needed = this.modeFor([shown.balance!]);
      if (needed) return needed;
      this.index.add(SHOWN, shown);
      const ledger = this.numbers.ledgerNumber(shown.account, shown.currency);
      this.ledger(ledger).shown = true;
      if (columns) columns.add(shown.time.epoch, this.counted(0n), this.counted(shown.balance!), ledger, SHOWN);
      else if (!this.push(ledger, shown.time.epoch, this.counted(0n), this.counted(shown.balance!), SHOWN)) {
        return { sorted: false };
      }
    }
    columns?.forEachInOrder((epoch, move, reading, ledger, row) => this.push(ledger, epoch, move, reading, row));
    for (const { chain } of this.chains.filter(Boolean)) {
      chain.end();
      if (chain.overflowed) return { big: true };
    }
    return null;
  }

  result(): CheckResult {
    const { index, numbers, source } = this;
    const units = (count: Count): Units => BigInt(count) * this.factor;
    const unreadable = this.unreadable.map((row) => row.line);
    const accounts = numbers.ledgers.flatMap(({ account, currency }, ledger) => {
      const own = this.chains[ledger];
      if (!own) return [];
      const { chain, habits, lastRow, shown } = own;
      const { noteOf } = this.options;
      const resolve = (row: number): Note => (noteOf && row !== SHOWN ? noteOf(row) : index.note(row));
      const last = lastRow === null ? null : resolve(lastRow).time;
      const { since } = this;
      return [accountFinding({ account, currency, chain, habits, resolve, units, since, last, unreadable, shown })];
    });
    return {
      source: { kind: 'file', name: source.name, format: 'okhelp-csv', rows: this.count, unreadable: this.unreadable },
      balanced: accounts.every((account) => account.mismatches.length === 0),
      accounts,
      leftOut: numbers.ledgers.filter((_, ledger) => !this.isWanted(ledger)),
    };
  }
}

/** The row number of the reading that `--balance` gives; it stands in no file. */
const SHOWN = 0;
