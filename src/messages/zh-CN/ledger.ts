// 记录里各项的名称。
import type { Messages } from '../index.ts';

export const ledger: Messages['ledger'] = {
  types: {
    payment: '付款',
    topup: '充值',
    withdrawal: '提现',
    'transfer-in': '转入',
    'transfer-out': '转出',
    refund: '退款',
    fee: '手续费',
    adjustment: '调整',
    balance: '余额',
  },
  statuses: { completed: '成功', pending: '处理中', failed: '失败', cancelled: '已取消', reversed: '已退回' },
  fields: {
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
  },
};
