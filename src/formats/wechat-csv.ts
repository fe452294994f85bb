// The bill that WeChat Pay sends as CSV (微信支付账单明细): no balances; fees of withdrawals stand in the remark.
import { addBill } from './consumer-bill.ts';
import type { StatementFormat } from './statement.ts';
import { StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';
import { isWechat, wechatRows, wechatTables } from './wechat-rows.ts';

export const wechatCsv: StatementFormat = {
  name: 'wechat-csv',
  recognise: (file) => (file.text !== '' && isWechat(file) ? 1 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('wechat-csv');
    const tables = wechatTables(file);
    const order = orderIn(tables, ['time'], rows, dateOrder);
    addBill(
      rows,
      tables,
      tables.flatMap((table) => wechatRows(table, order)),
    );
    return rows.done();
  },
};
