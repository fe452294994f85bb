// BitMEX's wallet history: whole satoshi, the fee already inside the amount.
import { plainName } from './columns-named.ts';
import type { StatementFormat } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

const RULE: TableRule = {
  format: 'bitmex-csv',
  fee: 'inside',
  readingsOnAll: true,
  counted: { digits: 8, currency: 'XBT' },
};

export const bitmexCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const head = headOf(file);
    const names = head?.header.map(plainName) ?? [];
    if (!['transacttime', 'transacttype', 'amount', 'walletbalance'].every((name) => names.includes(name))) return 0;
    const at = names.indexOf('amount');
    return head!.rows.every(({ cells }) => !cells[at]?.includes('.')) ? 0.95 : 0;
  },
  read: (file, defaults) => readTable(expectTable(file), RULE, defaults),
};
