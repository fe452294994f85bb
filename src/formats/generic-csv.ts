// Any table with a header that can be recognised: the format of last resort, and the one with the user's own columns.
import { OkhelpError } from '../errors.ts';
import type { NoteField } from '../ledger/note.ts';
import { type Columns, columnsOf, type Meaning, plainName } from './columns-named.ts';
import { keyValueTable } from './key-value-text.ts';
import { recordsOf, type TextRow } from './records.ts';
import type { StatementFile, StatementFormat } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf, type Table, tableOf } from './tables.ts';

/** What the user may say of a column: a field of the note, or one of two columns that divide the amount by direction. */
export type MappedField = NoteField | 'in' | 'out';

/** Which column of the file holds which field of a note, by the column's name. */
export type ColumnMapping = { [field in MappedField]?: string };

const RULE: TableRule = { format: 'generic-csv', unknown: true, fee: 'by-balance' };

/** Finds the columns by their names. */
export const genericCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const head = headOf(file);
    if (!head) return 0;
    return head.columns.balance === undefined ? 0.3 : 0.4;
  },
  read: (file, defaults) => readTable(expectTable(file), RULE, defaults),
};

/** Text in blocks of `Key: value` lines, one transaction a block. */
export const keyValueText: StatementFormat = {
  name: 'key-value-text',
  recognise: (file) => (keyValueTable(file.text.slice(0, 1 << 16)) ? 0.5 : 0),
  read(file, defaults) {
    const table = keyValueTable(file.text) ?? expectTable(file);
    return readTable(table, { ...RULE, format: 'key-value-text' }, defaults);
  },
};

/** Any table, read by the columns that the user named; the other columns are found by their names as usual. */
export function mappedCsv(mapping: ColumnMapping): StatementFormat {
  const wanted = Object.entries(mapping).map(([field, name]) => [field as MappedField, plainName(name)] as const);
  const isHeader = (cells: readonly string[]) => {
    const names = cells.map(plainName);
    return wanted.length > 0 && wanted.every(([, name]) => names.includes(name));
  };
  return {
    name: RULE.format,
    recognise: (file) => (tableOf(file, isHeader) ? 1 : 0),
    read(file, defaults) {
      const table = tableOf(file, isHeader);
      if (!table || !isHeader(table.header)) throw columnMissing(file, mapping);
      return readTable({ ...table, columns: mapped(table, wanted) }, RULE, defaults);
    },
  };
}

const FIELDS: { [field in MappedField]: Meaning } = {
  time: 'time',
  type: 'type',
  amount: 'amount',
  in: 'in',
  out: 'out',
  currency: 'currency',
  fee: 'fee',
  balance: 'balance',
  account: 'account',
  counterparty: 'counterparty',
  reference: 'reference',
  status: 'status',
  error: 'error',
  memo: 'memo',
};

/** A column that the user named loses the meaning it would have had; so does the meaning's usual column. */
function mapped(table: Table, wanted: readonly (readonly [MappedField, string])[]): Columns {
  const names = table.header.map(plainName);
  const columns = columnsOf(table.header);
  const taken = wanted.map(([field, name]) => [FIELDS[field], names.indexOf(name)] as const);
  for (const [, at] of taken) {
    for (const meaning of Object.keys(columns) as Meaning[]) if (columns[meaning] === at) delete columns[meaning];
  }
  for (const [meaning, at] of taken) columns[meaning] = at;
  // Two columns for the two directions stand in place of one amount.
  if (wanted.some(([field]) => field === 'in' || field === 'out')) delete columns.amount;
  else if (wanted.some(([field]) => field === 'amount'))
    for (const side of ['in', 'out'] as const) delete columns[side];
  return columns;
}

/** The header that a mapping finds in a file, as names are compared; null where none has all its columns. */
export function mappedHeader(file: StatementFile, mapping: ColumnMapping): string[] | null {
  const wanted = Object.values(mapping).map(plainName);
  const has = (cells: readonly string[]) => {
    const names = cells.map(plainName);
    return wanted.every((name) => names.includes(name));
  };
  const header = tableOf(file, has)?.header;
  return header && has(header) ? header.map(plainName) : null;
}

/** Names the column that the nearest row to a header lacks. */
function columnMissing(file: StatementFile, mapping: ColumnMapping): OkhelpError {
  const wanted = Object.values(mapping);
  const lacking = ({ cells }: TextRow) => {
    const names = cells.map(plainName);
    return wanted.filter((name) => !names.includes(plainName(name)));
  };
  const lines = recordsOf(file.text.slice(0, 1 << 16)).slice(0, 100);
  const table = tableOf(file);
  let nearest = lines.find(({ cells }) => cells.join() === table?.header.join()) ?? lines[0];
  for (const row of lines) if (nearest && lacking(row).length < lacking(nearest).length) nearest = row;
  const columns = nearest?.cells.filter(Boolean).join(', ').slice(0, 200) ?? '';
  const column = (nearest && lacking(nearest)[0]) ?? wanted[0] ?? 'amount';
  return new OkhelpError('column-missing', { file: file.name, column, line: nearest?.line ?? 1, columns });
}
