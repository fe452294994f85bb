// The ledger of a WeChat Pay merchant account (资金账单): unsigned amounts with 收支类型, the balance after each row, totals.
import { amountOf, CHINA, said, timeOf } from './chinese-cells.ts';
import { hasTable, headerName, type NamedTable, type Names, readRows, tablesIn } from './named-table.ts';
import { fromOneColumn, typeBy } from './signed-amounts.ts';
import type { StatementFormat } from './statement.ts';
import { RowProblem, StatementRows } from './statement-rows.ts';
import { orderIn } from './table-dates.ts';

const NAMES = {
  time: ['记账时间'],
  business: ['微信支付业务单号'],
  flow: ['资金流水单号'],
  name: ['业务名称'],
  kind: ['业务类型'],
  direction: ['收支类型'],
  amount: ['收支金额'],
  balance: ['账户结余'],
  voucher: ['业务凭证号'],
  remark: ['备注'],
} satisfies Names<string>;

type Column = keyof typeof NAMES;

const NEEDED = ['time', 'direction', 'amount', 'balance'] as const;

/** The fee that a remark tells of (`含手续费0.60元`) is inside the amount or has its own row: it moves nothing more. */
export const wechatMerchant: StatementFormat = {
  name: 'wechat-merchant',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 1 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('wechat-merchant');
    const tables = tablesIn<Column>(file, NAMES, NEEDED);
    const days = orderIn(tables, ['time'], rows, dateOrder);
    for (const table of tables) {
      const read = readRows(table, (cell) => {
        const time = timeOf(cell('time'), '', CHINA, days);
        if (time instanceof RowProblem) return time;
        const amount = fromOneColumn(cell('amount'), cell('direction'), false);
        if (amount instanceof RowProblem) return amount;
        const balance = cell('balance') === '' ? null : amountOf(cell('balance'), 'balance');
        if (balance instanceof RowProblem) return balance;
        const flow = said(cell('flow'));
        const voucher = said(cell('voucher'));
        const memo = [cell('name'), cell('kind'), cell('remark')].map(said);
        return {
          time,
          type: typeBy(amount.units, `${cell('name')}|${cell('kind')}`),
          amount: amount.units,
          currency: amount.currency,
          balance: balance?.units ?? null,
          reference: flow || said(cell('business')),
          memo: [
            ...new Set(memo),
            flow && said(cell('business')) && `微信支付业务单号 ${cell('business')}`,
            voucher && `业务凭证号 ${voucher}`,
          ]
            .filter(Boolean)
            .join('；'),
        };
      });
      for (const { line, row } of read) rows.add(line, row);
      declareTotals(rows, table);
    }
    return rows.done();
  },
};

/** The line `资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额` and the values below it. */
function declareTotals(rows: StatementRows, table: NamedTable<string>): void {
  const at = table.below.findIndex(({ cells }) => headerName(cells[0] ?? '') === '资金流水总笔数');
  const values = table.below[at + 1]?.cells;
  if (at < 0 || !values) return;
  const names = table.below[at]!.cells.map(headerName);
  const value = (name: string) => {
    const read = amountOf(values[names.indexOf(name)]?.replace(/^`/, '') ?? '');
    return read instanceof RowProblem ? null : read.units;
  };
  const count = Number(values[0]?.replace(/^`/, ''));
  Object.assign(rows.declare('main', 'CNY'), {
    count: Number.isInteger(count) ? count : null,
    moneyIn: value('收入金额'),
    moneyOut: value('支出金额'),
  });
}
