// A table whose columns have the names that one provider gives them: found by its header, wherever that stands.
import { OkhelpError } from '../errors.ts';
import { hasDate, isFooter } from './footers.ts';
import { recordsOf, separatorOf, type TextRow } from './records.ts';
import type { StatementFile } from './statement.ts';
import { type RowNote, RowProblem } from './statement-rows.ts';
import { sheetsOf } from './workbook.ts';

/** The names that each column may have, written as `headerName` writes them; of several present the first is taken. */
export type Names<K extends string> = { readonly [column in K]: readonly string[] };

export interface NamedTable<K extends string> {
  at: { [column in K]?: number };
  needed: readonly K[];
  /** How many cells the header has; empty ones at its end are not counted. */
  width: number;
  header: TextRow;
  /** What stands above the header, and below it. */
  above: TextRow[];
  below: TextRow[];
  /** A workbook leaves empty cells out, so a short row is nothing wrong there. */
  inWorkbook: boolean;
  /** The text ends in the middle of a line. */
  endsOpen: boolean;
}

/** A row under the header, with its text where it is no transaction. */
export interface ReadRow {
  line: number;
  row: RowNote | RowProblem | null;
  text: string;
}

/** Enough of a text to find the header in. */
const HEAD = 1 << 16;

/** More commas than this in one row are no slip in one cell. */
const MOST_COMMAS = 6;

/** A header stands among the first rows. */
const MOST_ABOVE = 200;

/** A header cell without blanks, unit and marks: `金额（元） ` is `金额`, `#账务流水号` is `账务流水号`. */
export function headerName(cell: string): string {
  const plain = cell.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
  return plain.replace(/^[#`]+/, '').replace(/\([+-]?(?:元|单位:元)\)$/, '');
}

/** Whether a header with all the `needed` columns stands near the beginning, in a text or in a sheet. */
export function hasTable<K extends string>(file: StatementFile, names: Names<K>, needed: readonly K[]): boolean {
  return candidates(file, true).some((records) => headerIn(records, names, needed) !== null);
}

/**
 * The tables of a file: one in a text, one in each sheet that has the header. Throws `column-missing` where there is none,
 * `file-empty` and `file-not-text`.
 */
export function tablesIn<K extends string>(
  file: StatementFile,
  names: Names<K>,
  needed: readonly K[],
): NamedTable<K>[] {
  const tables: NamedTable<K>[] = [];
  for (const records of candidates(file, false)) {
    const found = headerIn(records, names, needed);
    if (!found) continue;
    const header = records[found.index]!;
    tables.push({
      at: found.at,
      needed,
      width: header.cells.findLastIndex((cell) => cell !== '') + 1,
      header,
      above: records.slice(0, found.index),
      below: records.slice(found.index + 1),
      inWorkbook: file.text === '',
      endsOpen: file.text !== '' && !/[\r\n]$/.test(file.text),
    });
  }
  if (tables.length === 0) throw noTable(file, names[needed[0]!][0]!);
  return tables;
}

function noTable(file: StatementFile, column: string): OkhelpError {
  if (file.bytes.length === 0) return new OkhelpError('file-empty', { file: file.name });
  const [first] = candidates(file, true).flat();
  if (!first) return new OkhelpError('file-not-text', { file: file.name });
  const columns = first.cells.filter(Boolean).join(', ').slice(0, 200);
  return new OkhelpError('column-missing', { file: file.name, column, line: first.line, columns });
}

const heads = new WeakMap<StatementFile, TextRow[]>();

/** All rows of each sheet or of the text; of a text as many as its beginning has, where `head` is enough. */
function candidates(file: StatementFile, head: boolean): TextRow[][] {
  if (file.text === '') return sheetsOf(file.bytes).map(({ records }) => records);
  const beginning = file.text.slice(0, HEAD);
  const delimiter = separatorOf(beginning);
  if (!head) return [recordsOf(file.text, { delimiter })];
  const known = heads.get(file) ?? recordsOf(beginning, { delimiter });
  heads.set(file, known);
  return [known];
}

function headerIn<K extends string>(records: readonly TextRow[], names: Names<K>, needed: readonly K[]) {
  const columns = Object.keys(names) as K[];
  for (let index = 0; index < records.length && index < MOST_ABOVE; index++) {
    const { cells } = records[index]!;
    if (cells.length < needed.length) continue;
    const header = cells.map(headerName);
    const at: { [column in K]?: number } = {};
    for (const column of columns) {
      const name = names[column].find((one) => header.includes(one));
      if (name !== undefined) at[column] = header.indexOf(name);
    }
    if (needed.every((column) => at[column] !== undefined)) return { index, at };
  }
  return null;
}

/**
 * Reads each row below the header with `read`, which is given the cells by their columns (empty where there is none).
 * Totals, section lines and the like are no transactions; a row too long is put together again where only one way fits.
 */
export function readRows<K extends string>(
  table: NamedTable<K>,
  read: (cell: (column: K) => string) => RowNote | RowProblem | null,
): ReadRow[] {
  const from = (cells: readonly string[]) =>
    read((column) => {
      const at = table.at[column];
      return at === undefined ? '' : (cells[at] ?? '').trim();
    });
  const names = table.header.cells.map(headerName).join();
  const last = table.below.at(-1);
  let ended = false;
  return table.below.map((record) => {
    const { line, cells } = record;
    ended ||= isFooter(cells);
    const footer = isFooter(cells) || (ended && cells.length < table.width && !hasDate(cells));
    if (footer || cells.map(headerName).join() === names) return { line, row: null, text: cells.join(' ') };
    const open = record === last && table.endsOpen;
    return { line, row: shapeProblem(table, cells, open) ?? whole(table, cells, from), text: '' };
  });
}

function shapeProblem<K extends string>(table: NamedTable<K>, cells: readonly string[], open: boolean) {
  if (table.inWorkbook || cells.length >= table.width) return null;
  if (open) return new RowProblem(null, '', 'cut-off');
  const short = table.needed.some((column) => table.at[column]! >= cells.length);
  return short ? new RowProblem(null, '', 'too-few-cells') : null;
}

/**
 * The row as it stands; where that cannot be read and it has more cells than the header, a comma inside a cell is why: the
 * neighbours are put together so that it can be read, if every way to do so says the same of the money.
 */
function whole<K extends string>(
  table: NamedTable<K>,
  cells: readonly string[],
  read: (cells: readonly string[]) => RowNote | RowProblem | null,
): RowNote | RowProblem | null {
  const tooMany = !table.inWorkbook && cells.some((cell, at) => at >= table.width && cell !== '');
  const plain = tooMany ? new RowProblem(null, '', 'too-many-cells') : read(cells);
  if (!(plain instanceof RowProblem) || table.inWorkbook) return plain;
  for (let extra = 1; extra <= Math.min(cells.length - table.width, MOST_COMMAS); extra++) {
    const ways: { at: number; row: RowNote }[] = [];
    for (let at = 0; at < table.width; at++) {
      const joined = cells.slice(at, at + extra + 1).join(',');
      const row = read([...cells.slice(0, at), joined, ...cells.slice(at + extra + 1, table.width + extra)]);
      if (row && !(row instanceof RowProblem)) ways.push({ at, row });
    }
    const what = (table.at as { what?: number }).what;
    const likely = ways.find(({ at }) => at === what) ?? ways.at(-1);
    if (likely && ways.every(({ row }) => moneyIn(row) === moneyIn(likely.row))) return likely.row;
  }
  return plain;
}

function moneyIn({ time, amount, fee, currency, account, status, reference, balance }: RowNote): string {
  return [time.epoch, amount, fee, currency, account, status, reference, balance].join();
}
