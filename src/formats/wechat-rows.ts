// The rows of a WeChat Pay bill, the same in its CSV and its workbook.
import type { DateOrder } from '../ledger/findings.ts';
import { type BillColumn, billRows } from './consumer-bill.ts';
import { hasTable, type NamedTable, type Names, type ReadRow, tablesIn } from './named-table.ts';
import type { StatementFile } from './statement.ts';
import { RowProblem } from './statement-rows.ts';

const NAMES: Names<BillColumn> = {
  time: ['交易时间'],
  kind: ['交易类型'],
  counterparty: ['交易对方'],
  what: ['商品'],
  direction: ['收/支', '收/支/其他'],
  amount: ['金额'],
  method: ['支付方式', '交易方式'],
  status: ['当前状态'],
  reference: ['交易单号'],
  order: ['商户单号'],
  remark: ['备注'],
};

const NEEDED = ['time', 'kind', 'direction', 'amount', 'method', 'reference'] as const;

export const isWechat = (file: StatementFile): boolean => hasTable(file, NAMES, NEEDED);

export const wechatTables = (file: StatementFile): NamedTable<BillColumn>[] =>
  tablesIn<BillColumn>(file, NAMES, NEEDED);

/** Times are UTC+08:00, amounts `¥28.16` or bare numbers. Its certificate of payments has no states: it lists what was paid. */
export function wechatRows(table: NamedTable<BillColumn>, order: DateOrder): ReadRow[] {
  const stateless = table.at.status === undefined;
  return billRows(table, order, {
    cell: (column, cell) => (stateless && column === 'status' ? '交易成功' : cell(column)),
    finish: (note) => note,
  });
}

/**
 * The rows of several sheets, those that a workbook repeats from one sheet to the next once: of equal rows as many as
 * the sheet with the most of them has.
 */
export function rowsOnce(sheets: readonly ReadRow[][]): ReadRow[] {
  const most = new Map<string, number>();
  return sheets.flatMap((sheet) => {
    const seen = new Map<string, number>();
    const own: ReadRow[] = [];
    for (const read of sheet) {
      const key = keyOf(read);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      if (times <= (most.get(key) ?? 0)) continue;
      most.set(key, times);
      own.push(read);
    }
    return own;
  });
}

function keyOf({ row, text }: ReadRow): string {
  if (row === null) return `- ${text}`;
  if (row instanceof RowProblem) return JSON.stringify(['?', row.column, row.value, row.reason]);
  const { time, type, amount, fee, reference, counterparty, status } = row;
  return JSON.stringify([time.epoch, type, `${amount}/${fee}`, reference, counterparty, status]);
}
