// Kraken's ledgers: a ledger for each asset and wallet, the fee in the same asset on top of the amount.
import { plainName } from './columns-named.ts';
import type { StatementFormat } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

/** A deposit or withdrawal stands there twice until it is settled: without its `txid` it has not moved anything yet. */
const RULE: TableRule = {
  format: 'kraken-csv',
  fee: 'on-top',
  settle: (note, cell) => (cell('reference') ? note : { ...note, status: 'pending', balance: null }),
};

export const krakenCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const names = headOf(file)?.header.map(plainName) ?? [];
    return ['txid', 'refid', 'time', 'type', 'asset', 'amount', 'fee', 'balance'].every((name) => names.includes(name))
      ? 0.95
      : 0;
  },
  read: (file, defaults) => readTable(expectTable(file), RULE, defaults),
};
