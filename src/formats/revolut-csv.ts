// Revolut's account statement, in the languages of its app: one file, a ledger for each product and currency.
import type { StatementFormat } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

/**
 * The balance moves by amount − fee (the fee of a refund may be negative). Only completed rows move it; what stands in
 * the balance column of others is no reading. A row that has not completed has its starting time.
 */
const RULE: TableRule = { format: 'revolut-csv', fee: 'on-top' };

export const revolutCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const { columns } = headOf(file) ?? {};
    if (columns?.started === undefined || columns.time === undefined) return 0;
    const rest = [columns.type, columns.amount, columns.fee, columns.currency, columns.status, columns.balance];
    // Statements of some years ago have no product.
    return rest.every((at) => at !== undefined) ? (columns.product === undefined ? 0.9 : 0.95) : 0;
  },
  read: (file, defaults) => readTable(expectTable(file), RULE, defaults),
};
