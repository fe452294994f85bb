// Wise's balance statement: the fee lies inside the amount or is a row of its own.
import { inBlockOrder } from './block-order.ts';
import { plainName } from './columns-named.ts';
import { typeIn } from './row-words.ts';
import type { StatementFormat, StatementNote } from './statement.ts';
import { readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

/** `Total fees` tells what was charged; it never moves the balance once more. Rows `… Charges for: ID` are fees. */
const RULE: TableRule = {
  format: 'wise-csv',
  fee: 'inside',
  settle(note, cell, named) {
    const charge =
      /^FEE-/.test(note.reference ?? '') || /^(?:TransferWise|Wise) Charges for/i.test(cell('description'));
    const details = named('transaction details type');
    const type = details ? typeIn(details, note.amount) : note.type;
    return { ...note, type: charge && note.amount < 0n ? 'fee' : type };
  },
};

export const wiseCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const names = headOf(file)?.header.map(plainName) ?? [];
    const own = names.includes('transferwise id') || names.includes('wise id');
    return own && names.includes('running balance') && names.includes('total fees') ? 0.95 : 0;
  },
  read(file, defaults) {
    const statement = readTable(expectTable(file), RULE, defaults);
    const transfer = (note: StatementNote) => note.reference.replace(/^FEE-/, '');
    return { ...statement, notes: inBlockOrder(statement.notes, transfer) };
  },
};
