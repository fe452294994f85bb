// A table without a header: its columns are taken from what the cells hold, and only where the balances prove it.
import type { Units } from '../ledger/money.ts';
import { readAmount } from './cell-amounts.ts';
import { readTimeCell } from './cell-times.ts';
import type { Columns } from './columns-named.ts';
import { recordsOf, type TextRow } from './records.ts';
import type { StatementFormat } from './statement.ts';
import { readTable } from './table-statement.ts';
import { expectTable, type Table } from './tables.ts';

const STYLE = { order: 'day-first', zone: () => 0 } as const;

/** Rows that are looked at; fewer than three prove nothing. */
const SAMPLE = 300;
const FEWEST = 3;

export const headerlessCsv: StatementFormat = {
  name: 'headerless-csv',
  recognise: (file) => (inferTable(recordsOf(file.text.slice(0, 1 << 16)), false) ? 0.2 : 0),
  read(file, defaults) {
    const table = inferTable(recordsOf(file.text), !/[\r\n]\s*$/.test(file.text)) ?? expectTable(file);
    return readTable(table, { format: 'headerless-csv', fee: 'inside' }, defaults);
  },
};

/** A date in each row, an amount (or a column for each side), and a balance that follows from them row by row. */
function inferTable(rows: TextRow[], unfinished: boolean): Table | null {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < FEWEST || width < 3 || width > 30) return null;
  const sample = rows.slice(0, SAMPLE);
  if (sample.some(({ cells }) => cells.length !== width)) return null;
  const places = Array.from({ length: width }, (_, at) => at);
  const time = places.find((at) => sample.every(({ cells }) => isDate(cells[at]!)));
  if (time === undefined) return null;
  const numeric = places.filter(
    (at) => at !== time && sample.every(({ cells }) => !cells[at] || readAmount(cells[at])),
  );
  const columns = chained(sample, numeric);
  if (!columns) return null;
  const description = places.find((at) => at !== time && sample.some(({ cells }) => /\p{L}{3}/u.test(cells[at]!)));
  const header = places.map((at) => `${at + 1}`);
  return { header, columns: { time, description, ...columns } as Columns, before: [], rows, unfinished };
}

function isDate(text: string): boolean {
  const time = readTimeCell(text, STYLE);
  if (typeof time !== 'string') return !/^\d+(?:\.\d+)?$/.test(text) || /^20\d{6}$/.test(text);
  return time === 'impossible-date';
}

/** The columns under which the balance follows from row to row, forwards or backwards, nearly everywhere. */
export function chained(rows: readonly TextRow[], numeric: readonly number[]): Columns | null {
  const value = (row: TextRow, at: number): Units => readAmount(row.cells[at] ?? '')?.units ?? 0n;
  const proves = (balance: number, moved: (row: TextRow) => Units): boolean => {
    if (rows.some(({ cells }) => !cells[balance])) return false;
    const agreeing = [0, 0];
    for (let at = 1; at < rows.length; at++) {
      const step = value(rows[at]!, balance) - value(rows[at - 1]!, balance);
      if (step === moved(rows[at]!)) agreeing[0]!++;
      if (step === -moved(rows[at - 1]!)) agreeing[1]!++;
    }
    return Math.max(...agreeing) >= 2 && Math.max(...agreeing) * 5 >= (rows.length - 1) * 4;
  };
  for (const balance of numeric) {
    const others = numeric.filter((at) => at !== balance && rows.some((row) => value(row, at) !== 0n));
    for (const amount of others) if (proves(balance, (row) => value(row, amount))) return { amount, balance };
    for (const out of others) {
      for (const into of others) {
        if (out === into) continue;
        if (proves(balance, (row) => value(row, into) - value(row, out))) return { out, in: into, balance };
      }
    }
  }
  return null;
}
