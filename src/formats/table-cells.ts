// The cells of a table by their meaning: each column's decimal style, the order of dates, rows with a cell too many.
import type { DatesRead } from '../ledger/findings.ts';
import { type CellAmount, type DecimalStyle, decimalStyleOf, readAmount } from './cell-amounts.ts';
import { readTimeCell, type TimeStyle } from './cell-times.ts';
import { type Meaning, plainName, zoneInName } from './columns-named.ts';
import { type DecidedOrder, settledOrder } from './date-order.ts';
import type { NoteDefaults } from './note-rows.ts';
import { rejoin, type TextRow } from './records.ts';
import type { Table } from './tables.ts';

const MONEY: Meaning[] = ['amount', 'in', 'out', 'fee', 'net', 'balance', 'opening', 'closing'];
const DATES: Meaning[] = ['time', 'booked', 'started'];

/** So many rows tell what a column is like. */
const ENOUGH = 5000;

/** Cells that say there is nothing. */
const NOTHING = /^(?:[-–—/]{1,2}|n\/a|null|none|nil|undefined)$/i;

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

export class TableCells {
  readonly time: TimeStyle;
  /** How dates that could be read either way were read; null where there are none. */
  readonly dates: DatesRead | null;
  private names: string[] | undefined;
  private readonly styles = new Map<Meaning, DecimalStyle | undefined>();

  constructor(
    readonly table: Table,
    { zone, dateOrder }: Pick<NoteDefaults, 'zone' | 'dateOrder'>,
  ) {
    const columns = DATES.map((meaning) => () => this.column(meaning));
    const { order, dates } = settledOrder(columns, dateOrder, () => this.usualOrder());
    this.time = { order, zone };
    this.dates = dates;
    const shown = MONEY.map((meaning) => [meaning, decimalStyleOf(this.column(meaning))] as const);
    const usual = shown.find(([, style]) => style !== undefined)?.[1];
    for (const [meaning, style] of shown) this.styles.set(meaning, style ?? usual);
  }

  has(meaning: Meaning): boolean {
    return this.table.columns[meaning] !== undefined;
  }

  /** The text of a cell; empty where the table has no such column or the cell says that there is nothing. */
  text(row: TextRow, meaning: Meaning): string {
    const at = this.table.columns[meaning];
    const text = at === undefined ? '' : (row.cells[at] ?? '');
    return NOTHING.test(text) ? '' : text;
  }

  /** The text under a name of the header, as `plainName` writes it. */
  under(row: TextRow, name: string): string {
    this.names ??= this.table.header.map(plainName);
    return row.cells[this.names.indexOf(name)] ?? '';
  }

  amount(row: TextRow, meaning: Meaning): CellAmount | null {
    return readAmount(this.text(row, meaning), this.styles.get(meaning));
  }

  /** The date (of these columns, the first that is filled) with its clock and zone. */
  timeText(row: TextRow): { date: string; clock: string; zone: string } {
    const filled = DATES.filter((one) => this.text(row, one));
    // 日期 and 时间 side by side: what is called a time is the clock alone.
    const clockAlone = filled.length > 1 && CLOCK.test(this.text(row, filled[0]!)) ? this.text(row, filled[0]!) : '';
    const meaning = clockAlone ? filled[1] : filled[0];
    if (!meaning) return { date: '', clock: '', zone: '' };
    const { header, columns } = this.table;
    const zone = this.text(row, 'zone') || zoneInName(header[columns[meaning]!] ?? '');
    return { date: this.text(row, meaning), clock: clockAlone || this.text(row, 'clock'), zone };
  }

  readTime(row: TextRow) {
    const { date, clock, zone } = this.timeText(row);
    return readTimeCell(date, this.time, clock, zone);
  }

  /** A row whose unquoted text has the separator in it, put together again; null where it still has too many cells. */
  whole(row: TextRow): TextRow | null {
    const { length } = this.table.header;
    const cells = [...row.cells];
    while (cells.length > length && cells.at(-1) === '') cells.pop();
    if (cells.length <= length) return { ...row, cells };
    const prefer = this.table.columns.description ?? this.table.columns.counterparty;
    const joined = rejoin(cells, length, (candidate) => this.said({ ...row, cells: candidate }), prefer);
    return joined && { ...row, cells: joined };
  }

  /** What a row says of time and money, in one text; null where it says none, or a cell cannot be read. */
  private said(row: TextRow): string | null {
    const time = this.readTime(row);
    if (typeof time === 'string') return null;
    const parts: string[] = [String(time.epoch)];
    for (const meaning of MONEY) {
      const text = this.text(row, meaning);
      const amount = this.amount(row, meaning);
      if (text && !amount) return null;
      parts.push(amount ? String(amount.units) : '');
    }
    const currency = this.text(row, 'currency');
    if (this.has('currency') && !/^[A-Za-z][A-Za-z0-9.]{1,11}$/.test(currency)) return null;
    return parts.slice(1).some(Boolean) ? `${parts.join(' ')} ${currency}` : null;
  }

  /** Whether a column can name the accounts of one person: on each row, and few of them. */
  namesAccounts(meaning: Meaning): boolean {
    if (!this.has(meaning)) return false;
    const own = this.table.rows.slice(0, ENOUGH).filter((row) => /\d/.test(this.timeText(row).date));
    const names = new Set(own.map((row) => this.text(row, meaning)));
    return !names.has('') && (names.size === 1 || names.size * 2 <= own.length);
  }

  /** A column of what went out, written with its minus. */
  mostlyNegative(meaning: Meaning): boolean {
    let sum = 0;
    for (const cell of this.column(meaning, ENOUGH)) {
      const units = readAmount(cell, this.styles.get(meaning))?.units ?? 0n;
      sum += units < 0n ? -1 : units > 0n ? 1 : 0;
    }
    return sum < 0;
  }

  /** Whether any cell of a column has a sign of its own. */
  hasSigns(meaning: Meaning): boolean {
    for (const cell of this.column(meaning)) {
      if (/[^\d.,\s]/.test(cell) && readAmount(cell, this.styles.get(meaning))?.signed) return true;
    }
    return false;
  }

  *column(meaning: Meaning, most = Number.POSITIVE_INFINITY): Generator<string> {
    const at = this.table.columns[meaning];
    if (at === undefined) return;
    const { length } = this.table.header;
    let left = most;
    for (const { cells } of this.table.rows) {
      if (left-- === 0) return;
      const filled = cells.length > length && cells.slice(length).some(Boolean);
      if (!filled) yield cells[at] ?? '';
    }
  }

  private usualOrder(): DecidedOrder {
    return this.americanClock()
      ? { order: 'month-first', because: 'clock' }
      : { order: 'day-first', because: 'nothing' };
  }

  private americanClock(): boolean {
    const [first] = DATES.filter((meaning) => this.has(meaning));
    for (const cell of first ? this.column(first) : []) if (/\d\s?[ap]\.?m\b/i.test(cell)) return true;
    return false;
  }
}
