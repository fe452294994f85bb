// The ledger of an Alipay merchant account (账务明细): one column for in, one for out, and the balance after each row.
import { amountOf, CHINA, said, timeOf } from './chinese-cells.ts';
import { saidIn } from './footers.ts';
import { hasTable, type Names, readRows, tablesIn } from './named-table.ts';
import { fromTwoColumns, typeBy } from './signed-amounts.ts';
import type { StatementFormat } from './statement.ts';
import { RowProblem, StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';

const NAMES = {
  time: ['发生时间', '入账时间'],
  flow: ['账务流水号', '财务流水号'],
  business: ['业务流水号', '支付宝交易号'],
  order: ['商户订单号', '商家订单号'],
  what: ['商品名称'],
  counterparty: ['对方账号', '对方账户', '对方名称'],
  in: ['收入金额', '收入'],
  out: ['支出金额', '支出'],
  balance: ['账户余额', '余额'],
  kind: ['业务类型', '账务类型'],
  remark: ['备注'],
} satisfies Names<string>;

type Column = keyof typeof NAMES;

const NEEDED = ['time', 'flow', 'in', 'out', 'balance'] as const;

export const alipayMerchant: StatementFormat = {
  name: 'alipay-merchant',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 1 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('alipay-merchant');
    const tables = tablesIn<Column>(file, NAMES, NEEDED);
    const days = orderIn(tables, ['time'], rows, dateOrder);
    for (const table of tables) {
      const read = readRows(table, (cell) => {
        const time = timeOf(cell('time'), '', CHINA, days);
        if (time instanceof RowProblem) return time;
        const amount = fromTwoColumns(said(cell('in')), said(cell('out')));
        if (amount instanceof RowProblem) return amount;
        const balance = cell('balance') === '' ? null : amountOf(cell('balance'), 'balance');
        if (balance instanceof RowProblem) return balance;
        const business = said(cell('business'));
        const order = said(cell('order'));
        const memo = [cell('what'), cell('kind'), cell('remark')].map(said);
        return {
          time,
          type: typeBy(amount.units, [cell('kind'), cell('remark')].join('|')),
          amount: amount.units,
          currency: amount.currency,
          balance: balance?.units ?? null,
          counterparty: said(cell('counterparty')),
          reference: said(cell('flow')),
          memo: [...memo, business && `业务流水号 ${business}`, order && `商户订单号 ${order}`]
            .filter(Boolean)
            .join('；'),
        };
      });
      for (const { line, row } of read) rows.add(line, row);
      const footers = read.filter(({ row }) => row === null).map(({ text }) => text);
      const lines = table.above.map(({ cells }) => cells.join(' '));
      Object.assign(rows.declare('main', 'CNY'), saidIn([...lines, ...footers]));
    }
    return rows.done();
  },
};
