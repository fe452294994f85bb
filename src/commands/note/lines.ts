// A note in words: one line for messages, or all its fields under each other.
import { formatAmount } from '../../ledger/money.ts';
import { NOTE_FIELDS, type Note } from '../../ledger/note.ts';
import { formatOffset, formatWallClock } from '../../ledger/time.ts';
import type { Messages } from '../../messages/index.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';

/** `n12  2026-03-01 09:00  payment  -66.00 CNY  Coffee shop`. */
export function noteLine(note: Note, t: Messages): string {
  const money = note.type === 'balance' ? note.balance! : note.amount;
  const parts = [
    note.id,
    formatWallClock(note.time),
    t.ledger.types[note.type],
    `${formatAmount(money, note.currency)} ${note.currency}`,
    note.counterparty || note.memo || note.reference,
  ];
  return cleanForTerminal(parts.filter(Boolean).join('  '));
}

/** Each field that holds something, with its name; the amount with its currency, the time with its offset. */
export function noteFields(note: Note, t: Messages): [name: string, value: string][] {
  const money = (units: bigint) => `${formatAmount(units, note.currency)} ${note.currency}`;
  const values: Record<(typeof NOTE_FIELDS)[number], string> = {
    time: `${formatWallClock(note.time)} (UTC${formatOffset(note.time.offset)})`,
    type: t.ledger.types[note.type],
    amount: note.type === 'balance' ? '' : money(note.amount),
    currency: '',
    fee: note.fee === 0n ? '' : money(note.fee),
    balance: note.balance === null ? '' : money(note.balance),
    account: note.account,
    counterparty: note.counterparty,
    reference: note.reference,
    status: t.ledger.statuses[note.status],
    error: note.error,
    memo: note.memo,
  };
  return NOTE_FIELDS.filter((field) => values[field] !== '').map((field) => [t.ledger.fields[field], values[field]]);
}
