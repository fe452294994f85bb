// A note: one line of what happened to the money, as the person recorded it.
import type { Units } from './money.ts';
import type { Moment } from './time.ts';

export const NOTE_TYPES = [
  'payment',
  'topup',
  'withdrawal',
  'transfer-in',
  'transfer-out',
  'refund',
  'fee',
  'adjustment',
  'balance',
] as const;
export type NoteType = (typeof NOTE_TYPES)[number];

export const NOTE_STATUSES = ['completed', 'pending', 'failed', 'cancelled', 'reversed'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

/** The columns of a note, in the order in which they are shown and exported. */
export const NOTE_FIELDS = [
  'time',
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
export type NoteField = (typeof NOTE_FIELDS)[number];

export interface Note {
  /** `n12`: the row's number in a file (header not counted), or the number in the store. */
  id: string;
  /** The 1-based line in the input file, header included; null for notes from the store. */
  line: number | null;
  time: Moment;
  type: NoteType;
  /** Signed: negative takes money out. 0 for a balance reading alone. */
  amount: Units;
  currency: string;
  /** Charged on top: the balance changes by `amount − fee`. Negative where a fee was given back. */
  fee: Units;
  /** The balance shown after this transaction, where it was recorded. */
  balance: Units | null;
  account: string;
  counterparty: string;
  reference: string;
  status: NoteStatus;
  /** The error code or message shown. */
  error: string;
  memo: string;
}

/** A note that has no number yet. */
export type NewNote = Omit<Note, 'id' | 'line'>;

/** Where an unsigned amount goes by its type: +1 in, −1 out, 0 where a sign must be written (or there is no amount). */
export const DIRECTION: Record<NoteType, -1 | 0 | 1> = {
  payment: -1,
  topup: 1,
  withdrawal: -1,
  'transfer-in': 1,
  'transfer-out': -1,
  refund: 1,
  fee: -1,
  adjustment: 0,
  balance: 0,
};

/** The type that takes money where another brings it, and the other way round. */
export const OPPOSITE: { [type in NoteType]?: NoteType } = {
  payment: 'refund',
  refund: 'payment',
  topup: 'withdrawal',
  withdrawal: 'topup',
  'transfer-in': 'transfer-out',
  'transfer-out': 'transfer-in',
};

export const DEFAULT_ACCOUNT = 'main';

/** What the note moves when it counts: the signed amount minus the fee. */
export function movement(note: Pick<Note, 'amount' | 'fee'>): Units {
  return note.amount - note.fee;
}

/** Only completed notes count towards the balance. */
export function counts(note: Pick<Note, 'status' | 'type'>): boolean {
  return note.status === 'completed' && note.type !== 'balance';
}
