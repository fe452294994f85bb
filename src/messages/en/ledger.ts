// The names of what stands in a note, as a person reads them.
import type { NoteField, NoteStatus, NoteType } from '../../ledger/note.ts';

const types: Record<NoteType, string> = {
  payment: 'payment',
  topup: 'top-up',
  withdrawal: 'withdrawal',
  'transfer-in': 'transfer in',
  'transfer-out': 'transfer out',
  refund: 'refund',
  fee: 'fee',
  adjustment: 'adjustment',
  balance: 'balance reading',
};

const statuses: Record<NoteStatus, string> = {
  completed: 'completed',
  pending: 'pending',
  failed: 'failed',
  cancelled: 'cancelled',
  reversed: 'reversed',
};

const fields: Record<NoteField, string> = {
  time: 'time',
  type: 'type',
  amount: 'amount',
  currency: 'currency',
  fee: 'fee',
  balance: 'balance',
  account: 'account',
  counterparty: 'counterparty',
  reference: 'reference',
  status: 'status',
  error: 'error',
  memo: 'memo',
};

export const ledger = { types, statuses, fields };
