// Venmo's statement: begin and end balance on lines of their own, signs apart from amounts, the fee inside the total.
import { plainName } from './columns-named.ts';
import type { StatementFormat } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

/** A payment that a bank or card funded does not touch the Venmo balance: it is of that account. */
const RULE: TableRule = {
  format: 'venmo-csv',
  fee: 'inside',
  status: (word) => (/^issued$/i.test(word) ? 'completed' : undefined),
  settle(note, cell, named) {
    const out = note.amount < 0n;
    const transfer = /transfer/i.test(cell('type'));
    const other = transfer ? '' : named(out ? 'funding source' : 'destination');
    const account = other && !/^venmo/i.test(other) ? other : note.account;
    return { ...note, account, type: transfer ? (out ? 'withdrawal' : 'topup') : note.type };
  },
};

export const venmoCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const names = headOf(file)?.header.map(plainName) ?? [];
    return ['amount (total)', 'funding source', 'beginning balance', 'ending balance'].every((name) =>
      names.includes(name),
    )
      ? 0.95
      : 0;
  },
  read: (file, defaults) => readTable(expectTable(file), RULE, defaults),
};
