// Token transfers as a block explorer exports them (OKLink): who sent and who received, but not which of them is the user.
import { parseCurrency } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { amountOf, said, timeOf } from './chinese-cells.ts';
import { hasTable, type NamedTable, type Names, readRows, tablesIn } from './named-table.ts';
import type { StatementFormat } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';

const NAMES = {
  hash: ['交易哈希', 'TxHash', 'Txhash', 'Hash'],
  local: ['本地时间(UTC+8)'],
  utc: ['UTC时间', 'UTCTime', 'Time(UTC)'],
  from: ['发送方', 'From'],
  to: ['接收方', 'To'],
  amount: ['数量', 'Amount', 'Value'],
  token: ['代币符号', 'TokenSymbol', 'Token'],
  contract: ['代币地址', 'TokenAddress'],
} satisfies Names<string>;

type Column = keyof typeof NAMES;

const NEEDED = ['hash', 'utc', 'from', 'to', 'amount', 'token'] as const;

/**
 * The user's own address is the one that takes part in every row. Where addresses are masked, two that look alike may be
 * two (look-alikes are made to deceive), so nothing is concluded from them, and each row is listed.
 */
export const oklinkTransfers: StatementFormat = {
  name: 'oklink-transfers',
  recognise: (file) => (hasTable(file, NAMES, NEEDED) ? 0.9 : 0),
  read: (file) => {
    const rows = new StatementRows('oklink-transfers');
    for (const table of tablesIn<Column>(file, NAMES, NEEDED)) {
      const own = ownAddress(table);
      const account = accountsOf(table);
      for (const { line, row } of readRows(table, (cell) => transfer(cell, own, account))) rows.add(line, row);
    }
    return rows.done();
  },
};

function transfer(
  cell: (column: Column) => string,
  own: string | null,
  account: (token: string, contract: string) => string,
): RowNote | RowProblem {
  const time = timeOf(cell('utc'), '', () => 0);
  if (time instanceof RowProblem) return time;
  const amount = amountOf(cell('amount'));
  if (amount instanceof RowProblem) return amount;
  const currency = /^0x/i.test(cell('token')) ? null : parseCurrency(cell('token'));
  if (!currency) return new RowProblem('currency', cell('token'), 'currency');
  const [from, to] = [cell('from').toLowerCase(), cell('to').toLowerCase()];
  if (from.includes('*') || to.includes('*')) return new RowProblem('amount', cell('amount'), 'masked-parties');
  if (!own || from === to || (from !== own && to !== own)) return new RowProblem('amount', cell('amount'), 'direction');
  return {
    time,
    type: to === own ? 'transfer-in' : 'transfer-out',
    amount: to === own ? amount.units : -amount.units,
    currency,
    account: account(currency, cell('contract').toLowerCase()),
    counterparty: to === own ? cell('from') : cell('to'),
    reference: said(cell('hash')),
  };
}

/** The one whole address that takes part in every row of at least two; null where there is none, or more than one. */
function ownAddress(table: NamedTable<Column>): string | null {
  const parties = table.below.map(({ cells }) =>
    [cells[table.at.from!], cells[table.at.to!]].map((address) => (address ?? '').toLowerCase()),
  );
  const [first, ...others] = parties;
  if (!first || others.length === 0) return null;
  const common = first.filter((address) => /^\w{20,}$/.test(address) && others.every((pair) => pair.includes(address)));
  return common.length === 1 ? common[0]! : null;
}

/** Anyone may name a token USDT: where one symbol stands for several contracts, each contract is an account of its own. */
function accountsOf(table: NamedTable<Column>): (token: string, contract: string) => string {
  const { token, contract } = table.at;
  const contracts = new Map<string, Set<string>>();
  for (const { cells } of table.below) {
    const symbol = (cells[token!] ?? '').toUpperCase();
    const known = contracts.get(symbol) ?? new Set();
    contracts.set(symbol, known.add((contract === undefined ? '' : (cells[contract] ?? '')).toLowerCase()));
  }
  return (symbol, address) => ((contracts.get(symbol)?.size ?? 0) > 1 && address ? address : DEFAULT_ACCOUNT);
}
