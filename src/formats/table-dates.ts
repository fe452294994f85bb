// Which of day and month comes first in the tables of one file: decided over all of them, and said where it was a choice.
import type { DateOrder } from '../ledger/findings.ts';
import { settledOrder } from './date-order.ts';
import type { NamedTable } from './named-table.ts';
import type { StatementRows } from './statement-rows.ts';

/** The order for the dates in these columns, of which the statement tells; `asked`: the one that the user named. */
export function orderIn<K extends string>(
  tables: readonly NamedTable<K>[],
  columns: readonly K[],
  rows: StatementRows,
  asked: DateOrder | undefined,
): DateOrder {
  const cells = tables.flatMap(({ at, below }) =>
    columns.flatMap((column) => {
      const place = at[column];
      return place === undefined ? [] : [() => below.map(({ cells: row }) => row[place] ?? '')];
    }),
  );
  const { order, dates } = settledOrder(cells, asked);
  rows.dates = dates;
  return order;
}
