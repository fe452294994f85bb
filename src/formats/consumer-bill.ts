// A row of a bill of a Chinese wallet (Alipay, WeChat, JD) as a note: direction, status, paying account, fee, refund.
import type { DateOrder } from '../ledger/findings.ts';
import type { NoteStatus, NoteType } from '../ledger/note.ts';
import { accountOf, billStatus, ownMove, typeOf } from './bill-words.ts';
import { readAmount } from './cell-amounts.ts';
import { amountOf, CHINA, said, timeOf, type Yuan } from './chinese-cells.ts';
import { saidIn } from './footers.ts';
import { hasTable, type NamedTable, type Names, type ReadRow, readRows, tablesIn } from './named-table.ts';
import type { StatementFormat } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';

/** The columns that these bills have under one name or another. */
export type BillColumn =
  | 'time'
  | 'kind'
  | 'counterparty'
  | 'what'
  | 'direction'
  | 'amount'
  | 'method'
  | 'status'
  | 'reference'
  | 'order'
  | 'remark';

export type BillCell = (column: BillColumn) => string;

/** What one provider's rows say in another way: how a column is read, and what else belongs to the note. */
export interface Own<K extends string> {
  cell: (column: BillColumn, cell: (column: K | BillColumn) => string) => string;
  finish: (note: RowNote, cell: (column: K | BillColumn) => string) => RowNote | RowProblem;
}

/** Reads the rows of a table. */
export function billRows<K extends string>(
  table: NamedTable<K | BillColumn>,
  order: DateOrder,
  own?: Own<K>,
): ReadRow[] {
  return readRows(table, (cell) => {
    const note = billNote(own ? (column) => own.cell(column, cell) : cell, order);
    return note instanceof RowProblem || !own ? note : own.finish(note, cell);
  });
}

/** Puts rows and what the bill says of itself into the statement. The totals of such a bill are of all its accounts. */
export function addBill(rows: StatementRows, tables: readonly NamedTable<string>[], read: readonly ReadRow[]): void {
  countClosedAndRefunded(read);
  for (const { line, row } of read) rows.add(line, row);
  const lines = tables.flatMap(({ above }) => above.map(({ cells }) => cells.join(' ')));
  const footers = read.filter(({ row }) => row === null).map(({ text }) => text);
  Object.assign(rows.declare(WHOLE_BILL, 'CNY'), saidIn([...lines, ...footers]));
}

/** The columns without which such a bill is not one. */
const NEEDED = ['time', 'counterparty', 'what', 'direction', 'amount', 'method', 'status'] as const;

/** The format of a bill whose rows say everything in these columns, under the provider's names for them. */
export function plainBill(name: string, names: Names<BillColumn>): StatementFormat {
  return {
    name,
    recognise: (file) => (hasTable(file, names, NEEDED) ? 1 : 0),
    read: (file, { dateOrder }) => {
      const rows = new StatementRows(name);
      const tables = tablesIn<BillColumn>(file, names, NEEDED);
      const order = orderIn(tables, ['time'], rows, dateOrder);
      addBill(
        rows,
        tables,
        tables.flatMap((table) => billRows(table, order)),
      );
      return rows.done();
    },
  };
}

/** The account of totals that are of all accounts in the file together. */
export const WHOLE_BILL = '';

function billNote(cell: BillCell, days: DateOrder): RowNote | RowProblem {
  const time = timeOf(cell('time'), '', CHINA, days);
  if (time instanceof RowProblem) return time;
  const amount = amountOf(cell('amount'));
  if (amount instanceof RowProblem) return amount;
  const sign = directionOf(cell('direction'));
  if (sign === null) return new RowProblem('amount', `${cell('direction')} ${cell('amount')}`, 'direction');
  const method = said(cell('method'));
  const words = [cell('kind'), cell('what')].map(said).join('|');
  const move = sign === 0 ? neutralMove(cell, words, method, amount) : openMove(cell, words, method, sign);
  if (move === null) return new RowProblem('amount', cell('amount'), 'direction');
  const status = move.status ?? billStatus(cell('status'), move.sign);
  if (!status) return new RowProblem('status', cell('status'), 'status');
  const size = amount.units < 0n ? -amount.units : amount.units;
  // Only moves between own accounts carry such a fee; elsewhere the remark is the user's own.
  const fee = sign === 0 ? feeWithin(cell('remark'), size, move.sign) : 0n;
  const order = said(cell('order'));
  const memo = [said(cell('what')), amount.remark, said(cell('remark')), order && `商户单号 ${order}`];
  return {
    time,
    type: move.type,
    amount: move.sign < 0 ? fee - size : amount.units < 0n && sign > 0 ? amount.units : size,
    fee,
    currency: amount.currency,
    account: move.account,
    counterparty: said(cell('counterparty')) || move.other,
    reference: said(cell('reference')),
    status,
    error: status === 'failed' ? cell('status') : '',
    memo: memo.filter(Boolean).join('；'),
  };
}

interface Move {
  sign: 1 | -1;
  type: NoteType;
  account: string;
  other: string;
  status?: NoteStatus;
}

/** 1 for money that comes in, −1 for money that goes out, 0 for rows outside both; null where the word is not known. */
function directionOf(text: string): 1 | -1 | 0 | null {
  if (/^(?:已?收入|收|收款)$/.test(text)) return 1;
  if (/^(?:已?支出|支|付款)$/.test(text)) return -1;
  return said(text) === '' || /^(?:不计收支|其他|其它|中性交易|中性|资金转移)$/.test(text) ? 0 : null;
}

function openMove(cell: BillCell, words: string, method: string, sign: 1 | -1): Move {
  const landed = sign > 0 && /零钱通|余额宝/.exec(cell('status'))?.[0];
  return { sign, type: typeOf(sign, words), account: landed || accountOf(method), other: '' };
}

/** A row outside income and expense; null where nothing says which way the money went. */
function neutralMove(cell: BillCell, words: string, method: string, amount: Yuan): Move | null {
  const plain: Move = { sign: -1, type: 'payment', account: accountOf(method), other: '' };
  const status = billStatus(cell('status'), -1);
  if (/(?:^|\|)[^|]*退款/.test(words) || /^退款/.test(cell('status'))) return { ...plain, sign: 1, type: 'refund' };
  const later = /先享后付|先用后付/.test(`${words}${method}`);
  if (later) return { ...plain, status: status === 'completed' ? 'pending' : (status ?? 'pending') };
  const own = ownMove(words, method);
  if (own) return { ...own, ...(own.held && { status: 'pending' as const }) };
  const nothing = amount.units === 0n || status === 'cancelled' || status === 'failed';
  const paidAndReturned = /退款|退还/.test(amount.remark) || /已(?:全额)?退款|已退还/.test(cell('status'));
  return nothing || paidAndReturned ? plain : null;
}

/** `服务费¥0.10` in the remark is part of the amount, so the rest is the amount and this the fee: counted once. */
function feeWithin(remark: string, size: bigint, sign: number): bigint {
  const written = /(?:服务费|手续费)[:：]?\s*[¥￥]?\s*(\d[\d.,]*)/.exec(remark)?.[1];
  const fee = written ? (readAmount(written, 'point')?.units ?? 0n) : 0n;
  return sign < 0 && fee <= size ? fee : 0n;
}

/**
 * A closed trade (交易关闭) moved nothing, unless a refund in the same bill belongs to it, by an id that is the trade's own
 * or begins with it: then it was paid first, and both count.
 */
function countClosedAndRefunded(read: readonly ReadRow[]): void {
  const notes = read.flatMap(({ row }) => (row === null || row instanceof RowProblem ? [] : [row]));
  const closed = new Map<string, RowNote[]>();
  for (const note of notes) {
    if ((note.status !== 'cancelled' && note.status !== 'reversed') || !note.reference || note.amount >= 0n) continue;
    closed.set(note.reference, [...(closed.get(note.reference) ?? []), note]);
  }
  if (closed.size === 0) return;
  for (const refund of notes) {
    if (refund.type !== 'refund' || refund.status !== 'completed' || !refund.reference) continue;
    for (const id of possibleTrades(refund.reference)) {
      const trade = closed.get(id)?.find(({ amount }) => -amount >= refund.amount);
      if (trade) trade.status = 'completed';
    }
  }
}

/** The ids that a refund's id may have grown from: itself, what stands before `_` or `*`, or its first 16 and more digits. */
function possibleTrades(reference: string): string[] {
  const ids = [reference];
  for (let end = reference.length - 1; end >= 4; end--) {
    if (/[_*-]/.test(reference[end]!) || end >= 16) ids.push(reference.slice(0, end));
  }
  return ids;
}
