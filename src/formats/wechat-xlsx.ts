// The bill that WeChat Pay sends as a workbook since 2025 (微信支付账单流水文件): the rows of the CSV, in one sheet or two.
import { addBill } from './consumer-bill.ts';
import type { StatementFormat } from './statement.ts';
import { StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';
import { isWechat, rowsOnce, wechatRows, wechatTables } from './wechat-rows.ts';

export const wechatXlsx: StatementFormat = {
  name: 'wechat-xlsx',
  recognise: (file) => (file.text === '' && isWechat(file) ? 1 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('wechat-xlsx');
    const tables = wechatTables(file);
    const order = orderIn(tables, ['time'], rows, dateOrder);
    addBill(rows, tables, rowsOnce(tables.map((table) => wechatRows(table, order))));
    return rows.done();
  },
};
