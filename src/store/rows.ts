// Between a note and its row: exact decimals as text, moments as milliseconds and minutes.
import { fingerprint } from '../ledger/fingerprint.ts';
import { formatAmount, parseAmount, type Units } from '../ledger/money.ts';
import { type NewNote, NOTE_STATUSES, NOTE_TYPES, type Note, type NoteStatus, type NoteType } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { shortHash } from './hash.ts';

/** The columns of `notes` that hold what was recorded, in order. */
export const COLUMNS = [
  'epoch',
  'utc_offset',
  'type',
  'amount',
  'currency',
  'fee',
  'balance',
  'account',
  'counterparty',
  'reference',
  'status',
  'error',
  'memo',
] as const;

export type Row = { id: number; epoch: number; utc_offset: number; balance: string | null } & Record<
  Exclude<(typeof COLUMNS)[number], 'epoch' | 'utc_offset' | 'balance'>,
  string
>;

/** The note in a row; null where the row holds what okhelp never writes. */
export function noteOf(row: Row): Note | null {
  const amount = unitsOf(row.amount);
  const fee = unitsOf(row.fee);
  const balance = row.balance === null ? null : unitsOf(row.balance);
  const known = NOTE_TYPES.includes(row.type as NoteType) && NOTE_STATUSES.includes(row.status as NoteStatus);
  if (amount === undefined || fee === undefined || balance === undefined || !known) return null;
  return {
    id: `n${row.id}`,
    line: null,
    time: { epoch: row.epoch, offset: row.utc_offset },
    type: row.type as NoteType,
    amount,
    currency: row.currency,
    fee,
    balance,
    account: row.account,
    counterparty: row.counterparty,
    reference: row.reference,
    status: row.status as NoteStatus,
    error: row.error,
    memo: row.memo,
  };
}

function unitsOf(text: string): Units | undefined {
  return parseAmount(text)?.units;
}

/** The values of a note's row, in the order of COLUMNS. */
export function valuesOf(note: NewNote): (string | number | null)[] {
  return [
    note.time.epoch,
    note.time.offset,
    note.type,
    formatAmount(note.amount, note.currency),
    note.currency,
    formatAmount(note.fee, note.currency),
    note.balance === null ? null : formatAmount(note.balance, note.currency),
    note.account,
    note.counterparty,
    note.reference,
    note.status,
    note.error,
    note.memo,
  ];
}

/** The note with its texts as a note keeps them. */
export function recorded(note: NewNote): NewNote {
  return {
    ...note,
    account: recordedText(note.account),
    counterparty: recordedText(note.counterparty),
    reference: recordedText(note.reference),
    error: recordedText(note.error),
    memo: recordedText(note.memo),
  };
}

/** 128 bits of SHA-256 over a fingerprint: short, and telling nothing of what it was made from. */
export function hashOf(print: string): string {
  return shortHash(print);
}

export function hashOfNote(note: NewNote): string {
  return hashOf(fingerprint(note));
}
