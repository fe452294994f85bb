// The record that Alipay's web page exports (交易记录明细): a fee of its own, refunds in a column, 资金状态 for neutral rows.

import type { DateOrder } from '../ledger/findings.ts';
import { amountOf } from './chinese-cells.ts';
import { addBill, type BillColumn, billRows } from './consumer-bill.ts';
import { hasTable, type NamedTable, type Names, type ReadRow, tablesIn } from './named-table.ts';
import type { StatementFormat } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';

type Column = BillColumn | 'paid' | 'fee' | 'refunded' | 'funds';

const NAMES: Names<Column> = {
  time: ['交易创建时间'],
  paid: ['付款时间'],
  kind: ['类型'],
  counterparty: ['交易对方'],
  what: ['商品名称'],
  direction: ['收/支'],
  amount: ['金额'],
  method: [],
  status: ['交易状态'],
  reference: ['交易号'],
  order: ['商家订单号', '商户订单号'],
  remark: ['备注'],
  fee: ['服务费'],
  refunded: ['成功退款'],
  funds: ['资金状态'],
};

const NEEDED = ['time', 'counterparty', 'what', 'direction', 'amount', 'status', 'reference', 'funds'] as const;

export const alipayWebTxt: StatementFormat = {
  name: 'alipay-web-txt',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 1 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('alipay-web-txt');
    const tables = tablesIn<Column>(file, NAMES, NEEDED);
    const order = orderIn(tables, ['paid', 'time'], rows, dateOrder);
    addBill(
      rows,
      tables,
      tables.flatMap((table) => webRows(table, order)),
    );
    return rows.done();
  },
};

function webRows(table: NamedTable<Column>, order: DateOrder): ReadRow[] {
  return billRows(table, order, {
    cell: (column, cell) => {
      // The money moved when it was paid; a trade that was never paid has only the time at which it was made.
      if (column === 'time') return cell('paid') || cell('time');
      if (column !== 'direction') return cell(column);
      const funds = cell('funds');
      return /^已(?:收入|支出)$/.test(funds) && !/^(?:收入|支出)$/.test(cell('direction')) ? funds : cell('direction');
    },
    finish: withFeeAndRefund,
  });
}

/** The service fee is taken on top of the amount. What was refunded of a trade that was closed again leaves nothing moved. */
function withFeeAndRefund(note: RowNote, cell: (column: Column) => string): RowNote | RowProblem {
  const fee = cell('fee') === '' ? null : amountOf(cell('fee'), 'fee');
  if (fee instanceof RowProblem) return fee;
  const refunded = cell('refunded') === '' ? null : amountOf(cell('refunded'));
  if (refunded instanceof RowProblem) return refunded;
  const back = refunded?.units ?? 0n;
  const memo = back === 0n ? note.memo : [note.memo, `成功退款 ${cell('refunded')}`].filter(Boolean).join('；');
  const status = back > 0n && note.status === 'cancelled' ? 'reversed' : note.status;
  return { ...note, fee: (note.fee ?? 0n) + (fee?.units ?? 0n), memo, status };
}
