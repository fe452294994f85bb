// 记录与账单核对：只在一边有的、有出入的，以及账单本身的问题。
import type { DeclaredGap } from '../../ledger/matching/declared-figures.ts';
import type { Difference } from '../../ledger/matching/differences.ts';
import type { SetKind } from '../../ledger/matching/row.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import { formatWallClock } from '../../ledger/time.ts';
import type { Messages } from '../index.ts';
import { check } from './check.ts';
import { ledger } from './ledger.ts';

const signed = (units: Units, currency: string): string =>
  `${formatAmount(units, currency, { plus: true })} ${currency}`;

const difference = (found: Difference, currency: string): string => {
  switch (found.kind) {
    case 'amount-typo':
      return `金额：记录为 ${signed(found.note, currency)}，账单为 ${signed(found.statement, currency)}（${check.causes[found.slip]}）`;
    case 'amount':
      return `金额：记录为 ${signed(found.note, currency)}，账单为 ${signed(found.statement, currency)}`;
    case 'sign':
      return `收支方向：记录为 ${signed(found.note, currency)}，账单为 ${signed(found.statement, currency)}`;
    case 'fee':
      return `${found.side === 'notes' ? '只有记录里' : '只有账单上'}有 ${formatAmount(found.amount, currency)} ${currency} 手续费`;
    case 'currency':
      return `币种：记录为 ${found.note}，账单为 ${found.statement}`;
    case 'time-shift':
      return found.shape === 'zone'
        ? `时间：账单正好${found.minutes < 0 ? '早' : '晚'} ${Math.abs(found.minutes) / 60} 小时，可能是时区不同`
        : `日期：账单${found.minutes < 0 ? '早' : '晚'} ${found.days} 天`;
    case 'status':
      return `状态：记录为“${ledger.statuses[found.note]}”，账单为“${ledger.statuses[found.statement]}”`;
    case 'reference':
      return `交易号：记录为 ${found.note}，账单为 ${found.statement}`;
  }
};

const sets: Record<SetKind, string> = {
  'fee-row': '一笔交易，手续费单独成行',
  refunds: '一笔付款，以及退回的部分',
  parts: '一笔金额分成几笔',
};

const figures: Record<DeclaredGap['kind'], string> = {
  opening: '期初余额',
  closing: '期末余额',
  'money-in': '收入合计',
  'money-out': '支出合计',
  'next-opening': '下一份账单的期初余额',
  count: '笔数',
};

export const statement: Messages['statement'] = {
  flag: '与服务商导出的这份账单核对',
  compared: (notes, rows, format) => `您的 ${notes} 笔记录与账单的 ${rows} 行（${format}）核对：`,
  matched: (count) => `${count} 笔一致`,
  differ: (count) => `${count} 笔有出入`,
  onlyNotes: (count) => `${count} 笔只在记录里`,
  onlyStatement: (count) => `${count} 笔只在账单上`,
  together: (count) => `${count} 笔合计一致`,
  togetherTitle: '一边是一行、另一边是几行，合计相同的',
  togetherRow: (notes, rows, kind) =>
    `${notes.map(check.where).join('、')}与账单${rows.map(check.where).join('、')}：${sets[kind]}`,
  allMatch: '您的记录与账单一致。',
  differTitle: '有出入的',
  onlyNotesTitle: '只在记录里的',
  onlyStatementTitle: '只在账单上的，记录里可能漏了',
  row: (note) =>
    `${check.where(note)}：${formatWallClock(note.time)}  ${ledger.types[note.type]}  ${signed(note.amount, note.currency)}${note.counterparty ? `  ${note.counterparty}` : ''}${note.status === 'completed' ? '' : `（${ledger.statuses[note.status]}）`}`,
  pair: (note, row, what) => `${check.where(note)}与账单${check.where(row)}：${what}`,
  inRow: (row) => `（${check.where(row)}）`,
  givesBack: (payment, inStatement, partial, sure) =>
    `；${sure ? '' : '可能'}是${inStatement ? '账单' : '记录'}${check.where(payment)}（${signed(payment.amount, payment.currency)}）的${partial ? '部分' : '全额'}退款`,
  outside: (count) => `有 ${count} 笔记录不在账单的范围内。`,
  clockShift: (hours) => `账单的时间整体比记录${hours > 0 ? '快' : '慢'} ${Math.abs(hours)} 小时，核对时已经考虑。`,
  more: (count) => `……另有 ${count} 条（用 --json 可全部列出）。`,
  selfOff: '账单自身对不上，这是服务商的问题，与您的记录无关：',
  gap: (after, at, amount) => `${after}与${at}之间：${amount}`,
  declared: (kind, declared, found) => `账单写明的${figures[kind]}为 ${declared}，各行合计为 ${found}`,
  difference,
  set: (kind) => sets[kind],
};
