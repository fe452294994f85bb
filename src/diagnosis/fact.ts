// One fact from the notes: its value, the notes it comes from, and what these give the mail.
import type { FactName, MailField } from '../knowledge/content.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type Note } from '../ledger/note.ts';
import { formatTime, type Moment } from '../ledger/time.ts';

export type MailFields = Partial<Record<MailField, string>>;

export interface Fact {
  value: string;
  /** The notes it comes from, by id. */
  notes: string[];
  /** What these notes give the mail. */
  fields: MailFields;
}

export type Facts = Partial<Record<FactName, Fact>>;

/** What the user already said it is about: only notes that agree with it are looked at. */
export interface About {
  /** Not negative; null where it was not said. */
  amount: Units | null;
  currency: string | null;
  /** The day that was said, as an instant with its offset. */
  time?: Moment;
  /** The transaction id that was said. */
  transaction?: string;
}

/** The mail fields that one note fills; the default account's name says nothing to support and is left out. */
export function fieldsOfNote(note: Note): MailFields {
  const fields: MailFields = {
    time: formatTime(note.time),
    amount: formatAmount(note.amount < 0n ? -note.amount : note.amount, note.currency),
    currency: note.currency,
    ...errorFields(note.error),
  };
  if (note.account !== DEFAULT_ACCOUNT) fields.account = note.account;
  if (note.reference) fields.transaction = note.reference;
  if (note.counterparty) fields.counterparty = note.counterparty;
  return fields;
}

/** `E102: limit exceeded` is a code and a message, `E102` a code, all else a message. */
function errorFields(error: string): MailFields {
  if (!error) return {};
  const match = /^([A-Za-z]{0,10}[-_]?\d{2,8})(?:\s*[:：,，-]\s*(.+))?$/.exec(error.trim());
  if (!match) return { errorMessage: error };
  return match[2] ? { errorCode: match[1], errorMessage: match[2] } : { errorCode: match[1] };
}
