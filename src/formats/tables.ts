// The table inside a text: its header found by what the cells say, what stands before it, and its rows.
import { OkhelpError } from '../errors.ts';
import { type Columns, columnsOf, isHeader } from './columns-named.ts';
import { recordsOf, type TextRow } from './records.ts';
import type { StatementFile } from './statement.ts';
import { sheetsOf } from './workbook.ts';

export interface Table {
  header: string[];
  columns: Columns;
  /** Lines above the header: titles, names of the account, balances. */
  before: TextRow[];
  rows: TextRow[];
  /** The text ends in the middle of a line. */
  unfinished: boolean;
}

/** How many rows may stand above a header, and how much of a text is looked at to recognise it. */
const HIGHEST_HEADER = 100;
const HEAD = 1 << 16;

/** The table in rows of cells, or null where no row is a header: one that `isOne` takes, or with time and amount. */
export function findTable(records: TextRow[], isOne: (cells: string[]) => boolean = () => false): Table | null {
  const top = records.slice(0, HIGHEST_HEADER).map(({ cells }) => cells);
  let best = top.findIndex(isOne);
  let most = best < 0 ? 0 : Number.POSITIVE_INFINITY;
  top.forEach((cells, at) => {
    if (cells.length < 2 || cells.some((cell) => cell.length > 60)) return;
    const columns = columnsOf(cells);
    const known = Object.keys(columns).length;
    if (isHeader(columns) && known > most && (known >= 3 || known * 2 >= cells.filter(Boolean).length))
      [best, most] = [at, known];
  });
  if (best < 0) return null;
  const header = [...records[best]!.cells];
  while (header.at(-1) === '') header.pop();
  const rows = records.slice(best + 1);
  return { header, columns: columnsOf(header), before: records.slice(0, best), rows, unfinished: false };
}

const heads = new WeakMap<StatementFile, Table | null>();

/** The table in the beginning of a file, for recognising it; found once for all formats. */
export function headOf(file: StatementFile): Table | null {
  let head = heads.get(file);
  if (head === undefined) {
    head = isWorkbook(file) ? tableOf(file) : findTable(recordsOf(file.text.slice(0, HEAD)));
    heads.set(file, head);
  }
  return head;
}

/** The whole table of a file. */
export function tableOf(file: StatementFile, isOne?: (cells: string[]) => boolean): Table | null {
  if (isWorkbook(file)) return tableInSheets(file, isOne);
  const table = findTable(recordsOf(file.text), isOne);
  if (table) table.unfinished = !/[\r\n]\s*$/.test(file.text);
  return table;
}

function isWorkbook({ text, bytes }: StatementFile): boolean {
  return text === '' && sheetsOf(bytes).length > 0;
}

/** The table in the sheets of a workbook: the first there is, and what further sheets with its header have besides. */
function tableInSheets({ bytes }: StatementFile, isOne?: (cells: string[]) => boolean): Table | null {
  const [first, ...others] = sheetsOf(bytes).flatMap(({ records }) => findTable(records, isOne) ?? []);
  if (!first) return null;
  const rows = [...first.rows];
  const said = (row: TextRow) => row.cells.join('\t').trimEnd();
  for (const { header, rows: more } of others) {
    if (header.join('\t') !== first.header.join('\t')) continue;
    // A second sheet often is a copy of the first.
    const known = new Set(rows.map(said));
    if (!more.every((row) => known.has(said(row)))) rows.push(...more);
  }
  // Sheets leave out the empty cells at the end of a row.
  const { length } = first.header;
  const padded = rows.map(({ line, cells }) => ({
    line,
    cells: cells.concat(Array(Math.max(0, length - cells.length)).fill('')),
  }));
  return { ...first, rows: padded };
}

/** The whole table of a file that was taken for one. Throws `file-not-text`, `file-empty` or `column-missing`. */
export function expectTable(file: StatementFile): Table {
  if (file.encoding === 'binary' && !isWorkbook(file)) throw new OkhelpError('file-not-text', { file: file.name });
  if (!file.text.trim() && !isWorkbook(file)) throw new OkhelpError('file-empty', { file: file.name });
  const table = tableOf(file);
  if (table) return table;
  const [first] = isWorkbook(file) ? sheetsOf(file.bytes)[0]!.records : recordsOf(file.text.slice(0, HEAD));
  if (!first) throw new OkhelpError('file-empty', { file: file.name });
  const columns = first.cells.filter(Boolean).join(', ').slice(0, 200);
  throw new OkhelpError('column-missing', { file: file.name, column: 'amount', line: first.line, columns });
}
