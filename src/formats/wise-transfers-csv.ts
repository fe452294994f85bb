// Wise's list of transfers: each with the money that left one balance and the money that reached another; no balances.
import { parseCurrency, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type NoteType } from '../ledger/note.ts';
import { readAmount } from './cell-amounts.ts';
import { readTimeCell, type TimeStyle } from './cell-times.ts';
import { plainName } from './columns-named.ts';
import { settledOrder } from './date-order.ts';
import type { TextRow } from './records.ts';
import { statusIn } from './row-words.ts';
import type { StatementFormat } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';
import { expectTable, headOf, type Table } from './tables.ts';

const NEEDED = ['id', 'status', 'direction', 'created on', 'source currency', 'target currency'];

export const wiseTransfersCsv: StatementFormat = {
  name: 'wise-transfers-csv',
  recognise(file) {
    const names = headOf(file)?.header.map(plainName) ?? [];
    return NEEDED.every((name) => names.includes(name)) ? 0.95 : 0;
  },
  read(file, defaults) {
    const table = expectTable(file);
    const rows = new StatementRows('wise-transfers-csv');
    const names = table.header.map(plainName);
    const days = (name: string) => () => table.rows.map(({ cells }) => cells[names.indexOf(name)] ?? '');
    const { order, dates } = settledOrder([days('created on'), days('finished on')], defaults.dateOrder);
    rows.dates = dates;
    for (const row of table.rows) {
      const read = readTransfer(row, table, { order, zone: defaults.zone });
      for (const one of Array.isArray(read) ? read : [read]) rows.add(row.line, one);
    }
    return { ...rows.done(), rows: table.rows.length };
  },
};

type Side = 'source' | 'target';

/** Out: what left the own balance, its fee on top. In: what arrived. Neutral, between two own balances: both. */
function readTransfer(row: TextRow, table: Table, style: TimeStyle): RowNote[] | RowProblem | null {
  const names = table.header.map(plainName);
  const cell = (name: string) => row.cells[names.indexOf(name)] ?? '';
  if (!cell('id')) return null;
  const date = cell('finished on') || cell('created on');
  const time = readTimeCell(date, style);
  if (typeof time === 'string') return new RowProblem('time', date, time);
  const status = statusIn(cell('status'));
  if (!status) return new RowProblem('status', cell('status'), 'status');
  const money = (name: string): Units | RowProblem => {
    const text = cell(name);
    const amount = readAmount(text);
    return amount ? amount.units : new RowProblem('amount', text, text ? 'amount' : 'amount-empty');
  };
  const side = (which: Side, sign: 1n | -1n, type: NoteType): RowNote | RowProblem => {
    const amount = money(`${which} amount (after fees)`);
    if (amount instanceof RowProblem) return amount;
    const currency = parseCurrency(cell(`${which} currency`));
    if (!currency) return new RowProblem('currency', cell(`${which} currency`), 'currency');
    const charged = which === 'source' && cell('source fee amount') ? money('source fee amount') : 0n;
    if (charged instanceof RowProblem) return new RowProblem('fee', charged.value, charged.reason);
    const counterparty = cell(which === 'source' ? 'target name' : 'source name');
    const plain = { time, type, currency, status, account: DEFAULT_ACCOUNT, counterparty };
    return { ...plain, amount: sign * amount, fee: charged, reference: cell('id'), memo: cell('reference') };
  };
  const direction = cell('direction').toUpperCase();
  const sides =
    direction === 'OUT'
      ? [side('source', -1n, 'transfer-out')]
      : direction === 'IN'
        ? [side('target', 1n, 'transfer-in')]
        : direction === 'NEUTRAL'
          ? [side('source', -1n, 'adjustment'), side('target', 1n, 'adjustment')]
          : [new RowProblem('type', cell('direction'), 'type')];
  return sides.find((one) => one instanceof RowProblem) ?? (sides as RowNote[]);
}
