// Statements of Chinese banks and brokers: a date, an amount or one column for in and one for out, and a running balance.

import type { DateOrder } from '../ledger/findings.ts';
import { parseCurrency } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { billStatus } from './bill-words.ts';
import { amountOf, CHINA, currencyNamed, said, timeOf } from './chinese-cells.ts';
import { settledOrder } from './date-order.ts';
import { feeRuleOf, feeUnder } from './fee-rule.ts';
import { saidIn } from './footers.ts';
import { hasTable, type NamedTable, type Names, readRows, tablesIn } from './named-table.ts';
import { fromOneColumn, fromTwoColumns, typeBy } from './signed-amounts.ts';
import type { StatementFile, StatementFormat, StatementNote } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';

const NAMES = {
  date: [
    '记账日期',
    '交易日期',
    '入账日期',
    '交收日期',
    '发生日期',
    '清算日期',
    '成交日期',
    '业务日期',
    '记账日',
    '交易日',
    '日期',
    '记账时间',
    '入账时间',
    '交易时间',
  ],
  clock: ['交易时间', '成交时间', '记账时间', '发生时间', '时间'],
  // A broker's 清算金额 is what moved the cash, fees included; 成交金额 is the price alone and is not read.
  amount: [
    '清算金额',
    '发生金额',
    '资金发生额',
    '资金发生数',
    '收付金额',
    '变动金额',
    '交易金额',
    '记账金额',
    '交易发生额',
    '本次发生额',
    '发生额',
    '人民币金额',
    '金额',
  ],
  in: ['收入', '收入金额', '贷方金额', '贷方发生额', '存入金额', '转入金额', '存入', '贷方'],
  out: ['支出', '支出金额', '借方金额', '借方发生额', '支取金额', '转出金额', '支取', '借方'],
  direction: [
    '借贷标志',
    '借贷方向',
    '借贷',
    '收支标志',
    '收付标志',
    '交易方向',
    '收支方向',
    '收支类型',
    '收/支',
    '收支',
  ],
  balance: [
    '资金本次余额',
    '联机余额',
    '资金余额',
    '本次资金余额',
    '后资金额',
    '账户余额',
    '交易后余额',
    '账面余额',
    '本次余额',
    '余额',
    '可用余额',
  ],
  fee: ['手续费', '手续费金额', '交易手续费', '转账手续费', '服务费', '费用'],
  currency: ['币种', '货币', '交易币种', '记账币种', '货币类型', '币别'],
  kind: ['交易摘要', '业务名称', '摘要', '业务摘要', '交易类型', '业务类型', '业务标志', '交易名称'],
  what: ['证券名称', '用途', '附言', '交易附言', '客户摘要', '交易备注', '备注', '交易说明', '交易场所', '交易地点'],
  counterparty: [
    '对方户名',
    '对手信息',
    '对方名称',
    '对手户名',
    '对方账户名',
    '交易对手',
    '交易对方',
    '对方信息',
    '收/付方名称',
    '对方账户',
  ],
  reference: ['交易流水号', '流水号', '核心流水号', '日志号', '成交编号', '凭证号', '委托编号', '合同编号', '交易流水'],
  status: ['交易状态', '状态', '交易结果', '处理状态', '处理结果', '当前状态', '记账状态', '入账状态'],
  account: ['资金帐号', '资金账号', '账号', '帐号', '卡号', '交易卡号', '本方账号', '账户'],
} satisfies Names<string>;

type Column = keyof typeof NAMES;

const SHAPES = [
  ['date', 'amount', 'balance'],
  ['date', 'in', 'out', 'balance'],
] as const;

export const chineseBank: StatementFormat = {
  name: 'chinese-bank',
  recognise: (file) => (shapeOf(file) ? 0.8 : 0),
  read: (file, { dateOrder }) => {
    const rows = new StatementRows('chinese-bank');
    for (const table of tablesIn<Column>(file, NAMES, shapeOf(file) ?? SHAPES[0])) {
      const name = accountNames(table);
      const signed = writesSigns(table);
      const first = rows.notes.length;
      const days = () => table.below.map(({ cells }) => cells[table.at.date!] ?? '');
      const { order, dates } = settledOrder([days], dateOrder);
      rows.dates ??= dates;
      const read = readRows(table, (cell) => bankNote(cell, table, signed, order, name));
      for (const { line, row } of read) rows.add(line, row);
      settleFees(rows.notes.slice(first), INCLUSIVE.test(table.header.cells[table.at.amount ?? -1] ?? ''));
      const footers = read.filter(({ row }) => row === null).map(({ text }) => text);
      const said = saidIn([...table.above.map(({ cells }) => cells.join(' ')), ...footers]);
      const [only, ...others] = new Set(rows.notes.map(({ account, currency }) => `${account}\n${currency}`));
      if (only && others.length === 0) Object.assign(rows.declare(...(only.split('\n') as [string, string])), said);
    }
    return rows.done();
  },
};

function shapeOf(file: StatementFile) {
  return SHAPES.find((needed) => hasTable<Column>(file, NAMES, needed)) ?? null;
}

function bankNote(
  cell: (column: Column) => string,
  table: NamedTable<Column>,
  signed: boolean,
  order: DateOrder,
  account: (text: string) => string,
): RowNote | RowProblem {
  const { at } = table;
  const date = cell('date');
  const clock = at.clock === at.date || date.includes(':') ? '' : clockIn(cell('clock'));
  const time = timeOf(date, clock, CHINA, order);
  if (time instanceof RowProblem) return time;
  const amount = table.needed.includes('amount')
    ? fromOneColumn(cell('amount'), cell('direction'), signed)
    : fromTwoColumns(said(cell('in')), said(cell('out')));
  if (amount instanceof RowProblem) return amount;
  const balance = said(cell('balance')) === '' ? null : amountOf(cell('balance'), 'balance');
  if (balance instanceof RowProblem) return balance;
  const fee = said(cell('fee')) === '' ? null : amountOf(cell('fee'), 'fee');
  if (fee instanceof RowProblem) return fee;
  const written = said(cell('currency'));
  const currency = written ? parseCurrency(currencyNamed(written)) : amount.currency;
  if (!currency) return new RowProblem('currency', written, 'currency');
  const told = said(cell('status'));
  const status = told === '' || /^正常$/.test(told) ? 'completed' : billStatus(told, amount.units < 0n ? -1 : 1);
  if (!status) return new RowProblem('status', told, 'status');
  const kind = said(cell('kind'));
  const what = said(cell('what'));
  return {
    time,
    // A row that moves nothing still shows the balance.
    type: amount.units === 0n && balance && !fee?.units ? 'balance' : typeBy(amount.units, `${kind}|${what}`),
    amount: amount.units,
    currency,
    fee: fee?.units ?? 0n,
    balance: balance?.units ?? null,
    account: account(said(cell('account'))),
    counterparty: said(cell('counterparty')),
    reference: said(cell('reference')),
    status,
    memo: [kind, what === kind ? '' : what].filter(Boolean).join('；'),
  };
}

/** What a broker settles has its fees in it already. */
const INCLUSIVE = /清算金额/;

/** A fee in a column of its own lies on top of the amount or inside it: the balances say which. */
function settleFees(notes: StatementNote[], inside: boolean): void {
  if (notes.every(({ fee }) => fee === 0n)) return;
  const rule = inside
    ? 'inside'
    : feeRuleOf(
        notes.map(({ amount, fee, balance, account, currency, status }) => {
          const counts = status === 'completed';
          return { amount: counts ? amount : 0n, fee: counts ? fee : 0n, balance, ledger: `${account} ${currency}` };
        }),
      );
  for (const note of notes) note.fee = feeUnder(rule, note.fee);
}

/** `093005` is 09:30:05, as some banks write it. */
function clockIn(text: string): string {
  return /^\d{6}$/.test(text) ? text.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3') : text;
}

/** Where a column writes a minus anywhere, a number without a sign in it is a plus. */
function writesSigns(table: NamedTable<Column>): boolean {
  const { amount } = table.at;
  return amount !== undefined && table.below.some(({ cells }) => /^\s*[-−－(（]/.test(cells[amount] ?? ''));
}

/** One account in a file is the main one; several keep their numbers. */
function accountNames(table: NamedTable<Column>): (text: string) => string {
  const { account } = table.at;
  if (account === undefined) return () => DEFAULT_ACCOUNT;
  const several = new Set(table.below.map(({ cells }) => said(cells[account] ?? '')).filter(Boolean)).size > 1;
  return (text) => (several && text ? text : DEFAULT_ACCOUNT);
}
