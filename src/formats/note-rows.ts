// A row of our CSV as a note, or the reason why it cannot be read. The one definition of what a row means.

import { OkhelpError } from '../errors.ts';
import type { DateOrder, UnreadableReason, UnreadableRow } from '../ledger/findings.ts';
import { parseAmount, parseCurrency, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, DIRECTION, type Note, type NoteField, type NoteType } from '../ledger/note.ts';
import { type Moment, parseTime, type ZoneOffset } from '../ledger/time.ts';
import type { CsvRows } from './csv-rows.ts';
import { dressedAmount } from './dressed-amount.ts';
import { unguardCell } from './guard-cell.ts';
import { columnNamed, statusNamed, typeNamed } from './note-words.ts';

export interface NoteDefaults {
  /** Where the file names none. */
  currency: string;
  /** The offset of times that carry none. */
  zone: ZoneOffset;
  /** Of dates such as 03/04/2026, where the user said it. */
  dateOrder?: DateOrder;
}

/** Where each column stands; −1 where the file has none. */
export interface Header {
  at: Record<NoteField, number>;
  cells: number;
}

const NEEDED: NoteField[] = ['time', 'type', 'amount'];

/** Reads the header from the current row. Throws `column-missing` or `column-twice`. */
export function readHeader(rows: CsvRows, file: string): Header {
  const at = {
    time: -1,
    type: -1,
    amount: -1,
    currency: -1,
    fee: -1,
    balance: -1,
    account: -1,
    counterparty: -1,
    reference: -1,
    status: -1,
    error: -1,
    memo: -1,
  }; // prettier-ignore
  const names: string[] = [];
  for (let cell = 0; cell < rows.cells; cell++) {
    const text = rows
      .text(cell)
      .replace(/^\ufeff/, '')
      .trim();
    names.push(text);
    const column = columnNamed(text);
    if (!column) continue;
    if (at[column] >= 0) throw new OkhelpError('column-twice', { file, column: text, line: rows.line });
    at[column] = cell;
  }
  const missing = NEEDED.find((column) => at[column] < 0);
  if (missing) {
    const columns = names.filter(Boolean).join(', ').slice(0, 200);
    throw new OkhelpError('column-missing', { file, column: missing, line: rows.line, columns });
  }
  return { at, cells: rows.cells };
}

/** The current row as a note (its number among the rows makes its id), or why it is none. */
export function readNoteRow(
  rows: CsvRows,
  header: Header,
  number: number,
  defaults: NoteDefaults,
): Note | UnreadableRow {
  const { at } = header;
  const text = (column: NoteField): string => rows.text(at[column]).trim();
  const unreadable = (column: NoteField | null, reason: UnreadableReason): UnreadableRow => ({
    line: rows.line,
    column,
    value: column ? text(column) : '',
    reason,
  });

  const shape = shapeFault(rows, header);
  if (shape) return unreadable(null, shape);

  const time = readTime(text('time'), defaults.zone);
  if (typeof time === 'string') return unreadable('time', time);
  const typeText = text('type');
  const type = typeNamed(typeText);
  if (!type) return unreadable('type', typeText ? 'type' : 'type-empty');
  const statusText = text('status');
  const status = statusText ? statusNamed(statusText) : 'completed';
  if (!status) return unreadable('status', 'status');
  const currencyText = text('currency');
  const currency = currencyText ? parseCurrency(currencyText) : defaults.currency;
  if (!currency) return unreadable('currency', 'currency');
  const read = (cell: string) => dressedAmount(cell, currency);
  const amount = readMovement(text('amount'), type, read);
  if (typeof amount === 'string') return unreadable('amount', amount);
  const feeText = text('fee');
  const fee = feeText ? read(feeText) : ZERO;
  if (!fee) return unreadable('fee', amountFault(feeText));
  const balanceText = text('balance');
  const balance = balanceText ? read(balanceText) : null;
  if (balanceText && !balance) return unreadable('balance', amountFault(balanceText));
  if (type === 'balance' && !balance) return unreadable('balance', 'balance-empty');

  return {
    id: `n${number}`,
    line: rows.line,
    time,
    type,
    amount,
    currency,
    fee: fee.units,
    balance: balance?.units ?? null,
    account: unguardCell(text('account')) || DEFAULT_ACCOUNT,
    counterparty: unguardCell(text('counterparty')),
    reference: unguardCell(text('reference')),
    status,
    error: unguardCell(text('error')),
    memo: unguardCell(text('memo')),
  };
}

const ZERO = { units: 0n, signed: false };

/** What is wrong with the row as a whole: its quotes, or how many cells it has. */
function shapeFault(rows: CsvRows, header: Header): UnreadableReason | null {
  if (rows.fault) return rows.fault;
  if (rows.cells < header.cells) return rows.unfinished ? 'cut-off' : 'too-few-cells';
  for (let cell = header.cells; cell < rows.cells; cell++) if (rows.text(cell).trim()) return 'too-many-cells';
  return null;
}

function readTime(text: string, zone: ZoneOffset): Moment | UnreadableReason {
  if (!text) return 'time-empty';
  const time = parseTime(text, zone);
  return time === 'unreadable-time' ? 'time' : time;
}

/** The signed amount, as `read` reads it: an explicit sign wins, else the type gives the direction; an adjustment needs one. */
export function readMovement(text: string, type: NoteType, read = parseAmount): Units | UnreadableReason {
  if (type === 'balance') return text === '' || read(text)?.units === 0n ? 0n : 'amount';
  if (!text) return 'amount-empty';
  const amount = read(text);
  if (!amount) return amountFault(text);
  if (amount.signed || amount.units === 0n) return amount.units;
  const direction = DIRECTION[type];
  return direction === 0 ? 'amount-unsigned' : direction < 0 ? -amount.units : amount.units;
}

/** Why a text is no amount: exact to 18 fraction digits is all that any currency has. */
function amountFault(text: string): UnreadableReason {
  return /^[+\-−－]?[\d,]+\.\d{19,}$/.test(text) ? 'amount-too-fine' : 'amount';
}

export function isNote(row: Note | UnreadableRow): row is Note {
  return 'id' in row;
}
