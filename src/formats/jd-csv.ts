// The bill of the JD app (京东): no balances; an amount may carry what was refunded of it, `131.77(已退款89.84)`.
import { type BillColumn, plainBill } from './consumer-bill.ts';
import type { Names } from './named-table.ts';

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

/**
 * The amount is what was paid; each refund has a row of its own (不计收支, 退款成功) with the order's own id, so what stands in
 * the brackets is kept as a remark and moves nothing.
 */
export const jdCsv = plainBill('jd-csv', NAMES);
