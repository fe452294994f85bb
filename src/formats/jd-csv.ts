// The bill of the JD app (京东): no balances; an amount may carry what was refunded of it, `131.77(已退款89.84)`.
import { addBill, type BillColumn, billRows } from './consumer-bill.ts';
import { hasTable, type Names, tablesIn } from './named-table.ts';
import type { StatementFormat } from './statement.ts';
import { StatementRows } from './statement-rows.ts';

const NAMES: Names<BillColumn> = {
  time: ['交易时间'],
  kind: ['交易分类'],
  counterparty: ['商户名称'],
  what: ['交易说明'],
  direction: ['收/支'],
  amount: ['金额'],
  method: ['收/付款方式'],
  status: ['交易状态'],
  reference: ['交易订单号'],
  order: ['商家订单号'],
  remark: ['备注'],
};

const NEEDED = ['time', 'counterparty', 'what', 'direction', 'amount', 'method', 'status'] as const;

/**
 * The amount is what was paid; each refund has a row of its own (不计收支, 退款成功) with the order's own id, so what stands in
 * the brackets is kept as a remark and moves nothing.
 */
export const jdCsv: StatementFormat = {
  name: 'jd-csv',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 1 : 0),
  read: (file) => {
    const rows = new StatementRows('jd-csv');
    const tables = tablesIn<BillColumn>(file, NAMES, NEEDED);
    addBill(
      rows,
      tables,
      tables.flatMap((table) => billRows(table)),
    );
    return rows.done();
  },
};
