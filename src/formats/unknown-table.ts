// A table whose header says nothing to okhelp: what is in its columns, and which may hold what.
import { readAmount } from './cell-amounts.ts';
import { readTimeCell } from './cell-times.ts';
import { type Columns, columnsOf, plainName } from './columns-named.ts';
import { chained } from './headerless-csv.ts';
import { recordsOf, type TextRow } from './records.ts';
import type { StatementFile } from './statement.ts';

export interface UnknownTable {
  header: string[];
  /** The first rows under it. */
  rows: TextRow[];
}

const HEAD = 1 << 16;
const HIGHEST_HEADER = 40;
const SAMPLE = 300;

const isDate = (cell: string): boolean =>
  /\D/.test(cell) && typeof readTimeCell(cell, { order: 'day-first', zone: () => 0 }) !== 'string';
/** A date that day first cannot read is one all the same. */
const isDated = (cell: string): boolean =>
  isDate(cell) || typeof readTimeCell(cell, { order: 'month-first', zone: () => 0 }) !== 'string';
const isAmount = (cell: string): boolean => /\d/.test(cell) && readAmount(cell) !== null;

/** The first row of names that has rows with a date and an amount right under it; null where there is none. */
export function unknownTable({ text }: Pick<StatementFile, 'text'>): UnknownTable | null {
  const records = recordsOf(text.slice(0, HEAD));
  for (const [at, { cells }] of records.slice(0, HIGHEST_HEADER).entries()) {
    const header = [...cells];
    while (header.at(-1) === '') header.pop();
    if (header.length < 2 || header.some((cell) => cell === '' || isDated(cell) || isAmount(cell))) continue;
    const rows = records.slice(at + 1, at + 1 + SAMPLE).filter((row) => row.cells.length >= header.length);
    const first = rows[0]?.cells.slice(0, header.length);
    if (first?.some((cell) => isDate(cell) || isDated(cell)) && first.some(isAmount)) return { header, rows };
  }
  return null;
}

/** Which column may hold what, by the cells and by what the names do say. */
export function guessColumns({ header, rows }: UnknownTable): Columns {
  const named = columnsOf(header);
  const places = header.map((_, at) => at);
  const mostly = (at: number, holds: (cell: string) => boolean): boolean => {
    const filled = rows.map(({ cells }) => cells[at]!).filter(Boolean);
    return filled.length > 0 && filled.filter(holds).length * 5 >= filled.length * 4;
  };
  const time = named.time ?? named.booked ?? places.find((at) => mostly(at, isDated) && !mostly(at, isCount));
  const numeric = places.filter((at) => at !== time && mostly(at, isAmount));
  const proved = rows.length >= 3 ? chained(rows, numeric) : null;
  const sides: Columns | null =
    named.amount !== undefined || named.in !== undefined || named.out !== undefined ? named : proved;
  const { amount = numeric[0], in: into, out } = sides ?? {};
  const balance = named.balance ?? proved?.balance;
  const told = places.filter((at) => at !== time && !numeric.includes(at));
  const counterparty =
    named.counterparty ?? named.description ?? told.sort((a, b) => letters(rows, b) - letters(rows, a))[0];
  return {
    time,
    ...(into !== undefined && out !== undefined && sides?.amount === undefined ? { in: into, out } : { amount }),
    ...(balance !== undefined && balance !== amount ? { balance } : {}),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
}

/** A bare number may be a day as a spreadsheet counts it, but is more likely an amount. */
const isCount = (cell: string): boolean => /^\d+(?:[.,]\d+)?$/.test(cell) && !/^20\d{6}$/.test(cell);

const letters = (rows: readonly TextRow[], at: number): number =>
  rows.reduce((sum, { cells }) => sum + (cells[at]!.match(/\p{L}/gu)?.length ?? 0), 0);

/** Whether a row of exactly these names stands near the beginning of a file; `header` as names are compared. */
export function hasHeader({ text }: Pick<StatementFile, 'text'>, header: readonly string[]): boolean {
  const wanted = header.join('\n');
  return recordsOf(text.slice(0, HEAD))
    .slice(0, 100)
    .some(({ cells }) => {
      const names = cells.map(plainName);
      while (names.at(-1) === '') names.pop();
      return names.join('\n') === wanted;
    });
}
