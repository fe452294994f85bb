// The words of our CSV, English and Chinese: column names, types, statuses; and how they are told apart.
import {
  NOTE_FIELDS,
  NOTE_STATUSES,
  NOTE_TYPES,
  type NoteField,
  type NoteStatus,
  type NoteType,
} from '../ledger/note.ts';

const CHINESE_COLUMNS: Record<NoteField, string> = {
  time: '时间',
  type: '类型',
  amount: '金额',
  currency: '币种',
  fee: '手续费',
  balance: '余额',
  account: '账户',
  counterparty: '对方',
  reference: '交易号',
  status: '状态',
  error: '错误信息',
  memo: '备注',
};

const CHINESE_TYPES: Record<NoteType, string> = {
  payment: '付款',
  topup: '充值',
  withdrawal: '提现',
  'transfer-in': '转入',
  'transfer-out': '转出',
  refund: '退款',
  fee: '手续费',
  adjustment: '调整',
  balance: '余额',
};

const CHINESE_STATUSES: Record<NoteStatus, string> = {
  completed: '成功',
  pending: '处理中',
  failed: '失败',
  cancelled: '已取消',
  reversed: '已退回',
};

/** Spellings that mean the same and can mean nothing else. */
const ALSO: Record<string, string> = {
  'top-up': 'topup',
  canceled: 'cancelled',
  支付: 'payment',
  已完成: 'completed',
  完成: 'completed',
  取消: 'cancelled',
  退回: 'reversed',
};

/** The column that a header cell names, or null. */
export const columnNamed = lookup(NOTE_FIELDS, CHINESE_COLUMNS);
/** The type that a cell (or a flag) names, in either language, or null. */
export const typeNamed = lookup(NOTE_TYPES, CHINESE_TYPES);
/** The status that a cell (or a flag) names, in either language, or null. */
export const statusNamed = lookup(NOTE_STATUSES, CHINESE_STATUSES);

function lookup<T extends string>(values: readonly T[], chinese: Record<T, string>): (text: string) => T | null {
  const known = new Map<string, T>(
    values.flatMap((value) => [[value, value] as const, [chinese[value], value] as const]),
  );
  return (text) => {
    const word = text.trim().toLowerCase();
    return known.get(word) ?? known.get(ALSO[word] ?? '') ?? null;
  };
}
