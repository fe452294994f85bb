// A bill of any other Chinese wallet or shop: a time, 收/支 and an amount are there, and no balance.
import { addBill, type BillColumn, billRows } from './consumer-bill.ts';
import { hasTable, type Names, tablesIn } from './named-table.ts';
import type { StatementFormat } from './statement.ts';
import { StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';

const NAMES: Names<BillColumn> = {
  time: ['交易成功时间', '支付时间', '付款时间', '交易时间', '交易日期', '交易创建时间', '下单时间'],
  kind: ['交易分类', '交易类型', '业务类型', '类型', '分类'],
  counterparty: ['交易对方', '商户名称', '对方名称', '商家名称', '收/付款方', '交易对象'],
  what: ['商品说明', '交易说明', '订单标题', '商品名称', '商品', '订单名称', '交易描述', '摘要'],
  direction: ['收/支', '收支', '收支类型', '收/支/其他', '收支方向'],
  amount: ['实付金额', '交易金额', '收支金额', '支付金额', '金额', '订单金额'],
  method: ['收/付款方式', '支付方式', '付款方式', '交易方式', '支付账户'],
  status: ['交易状态', '当前状态', '订单状态', '支付状态', '状态'],
  reference: ['交易订单号', '交易单号', '交易号', '流水号', '交易流水号', '订单号', '订单编号'],
  order: ['商家订单号', '商户订单号', '商户单号', '商家单号'],
  remark: ['备注'],
};

const NEEDED = ['time', 'direction', 'amount'] as const;

export const chineseBill: StatementFormat = {
  name: 'chinese-bill',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 0.75 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('chinese-bill');
    const tables = tablesIn<BillColumn>(file, NAMES, NEEDED);
    const order = orderIn(tables, ['time'], rows, dateOrder);
    const read = tables.flatMap((table) =>
      billRows(table, order, {
        // A bill without states lists what went through.
        cell: (column, cell) => (column === 'status' && table.at.status === undefined ? '交易成功' : cell(column)),
        finish: (note) => note,
      }),
    );
    addBill(rows, tables, read);
    return rows.done();
  },
};
