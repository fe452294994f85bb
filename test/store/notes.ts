// Notes for the store's tests, with only what matters in each test written out.

import { parseAmount } from '../../src/ledger/money.ts';
import type { NewNote } from '../../src/ledger/note.ts';

type Written = Partial<Omit<NewNote, 'amount' | 'fee' | 'balance' | 'time'>> & {
  amount?: string;
  fee?: string;
  balance?: string;
  /** With its offset: `2026-03-01T09:00:00+08:00`. */
  time?: string;
};

export function note({
  amount = '-10.00',
  fee = '0',
  balance,
  time = '2026-03-01T09:00:00+08:00',
  ...rest
}: Written = {}): NewNote {
  return {
    time: { epoch: Date.parse(time), offset: 480 },
    type: 'payment',
    amount: units(amount),
    currency: 'CNY',
    fee: units(fee),
    balance: balance === undefined ? null : units(balance),
    account: 'main',
    counterparty: '',
    reference: '',
    status: 'completed',
    error: '',
    memo: '',
    ...rest,
  };
}

export function units(text: string): bigint {
  return parseAmount(text)!.units;
}
