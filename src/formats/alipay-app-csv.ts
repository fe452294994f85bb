// The bill that the Alipay app sends (电子客户回单): no balances; 不计收支 rows are moves between own accounts.
import { type BillColumn, plainBill } from './consumer-bill.ts';
import type { Names } from './named-table.ts';

const NAMES: Names<BillColumn> = {
  time: ['交易时间', '交易创建时间', '付款时间'],
  kind: ['交易分类'],
  counterparty: ['交易对方'],
  what: ['商品说明', '商品名称'],
  direction: ['收/支'],
  amount: ['金额'],
  method: ['收/付款方式'],
  status: ['交易状态'],
  reference: ['交易订单号', '交易号'],
  order: ['商家订单号', '商户订单号'],
  remark: ['备注'],
};

export const alipayAppCsv = plainBill('alipay-app-csv', NAMES);
