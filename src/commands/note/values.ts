// From what a user wrote for each field of a note to the note itself; the same for flags and for answers at a terminal.
import type { Context } from '../../context.ts';
import type { OptionDefinition } from '../../definition.ts';
import { OkhelpError } from '../../errors.ts';
import { readAmountFlag, readMomentFlag } from '../../flags.ts';
import { readMovement } from '../../formats/note-rows.ts';
import { statusNamed, typeNamed } from '../../formats/note-words.ts';
import { parseCurrency, type Units } from '../../ledger/money.ts';
import {
  DEFAULT_ACCOUNT,
  DIRECTION,
  type NewNote,
  NOTE_FIELDS,
  NOTE_STATUSES,
  NOTE_TYPES,
  type NoteField,
  type NoteType,
} from '../../ledger/note.ts';
import { recordedText } from '../../ledger/recorded.ts';
import type { Messages } from '../../messages/index.ts';
import { nearest } from '../../nearest.ts';

/** What was written for each field; a field that is not there was not given. */
export type Written = Partial<Record<NoteField, string>>;

type Where = Pick<Context, 't' | 'timeZone'>;

const PLACEHOLDERS: Partial<Record<NoteField, string>> = {
  time: 'TIME',
  type: 'TYPE',
  amount: 'AMOUNT',
  currency: 'CCY',
  status: 'STATUS',
};

/** `--time <TIME>` … `--memo <TEXT>`; for a new note with what is taken where a flag is left out. */
export function noteOptions(t: Messages, { isNew }: { isNew: boolean }): OptionDefinition[] {
  return NOTE_FIELDS.map((field) => {
    const placeholder = PLACEHOLDERS[field] ?? (field === 'fee' || field === 'balance' ? 'AMOUNT' : 'TEXT');
    const leftOut = isNew ? (t.note.leftOut[field] ?? '') : '';
    return { flags: `--${field} <${placeholder}>`, description: t.note.flags[field] + leftOut };
  });
}

/** The fields among the options of a command. */
export function writtenIn(options: Written): Written {
  return Object.fromEntries(
    NOTE_FIELDS.filter((field) => options[field] !== undefined).map((field) => [field, options[field]]),
  );
}

/**
 * Lays what was written over `base` (the defaults of a new note, or the note to change). An unsigned amount goes where
 * the type says; when the type alone changes, an amount that went the usual way of the old type goes that of the new one.
 * Throws `bad-value`, `bad-amount` or `bad-time` naming the flag, and `answer-missing` where a note would lack something.
 */
export function noteFrom(written: Written, base: Partial<NewNote>, where: Where): NewNote {
  const { t } = where;
  const type = written.type === undefined ? base.type : readType(written.type);
  if (!type) throw new OkhelpError('answer-missing', { flag: '--type', what: t.note.what.type });
  const balance = written.balance === undefined ? (base.balance ?? null) : readAmount('balance', written.balance);
  if (type === 'balance' && balance === null) {
    throw new OkhelpError('answer-missing', { flag: '--balance', what: t.note.what.balance });
  }
  return {
    time: written.time === undefined ? base.time! : readMomentFlag('--time', written.time, where),
    type,
    amount: amountFor(type, written.amount, base, t),
    currency: written.currency === undefined ? base.currency! : readCurrency(written.currency, t),
    fee: written.fee === undefined ? (base.fee ?? 0n) : (readAmount('fee', written.fee) ?? 0n),
    balance,
    account: textOf('account', written, base) || DEFAULT_ACCOUNT,
    counterparty: textOf('counterparty', written, base),
    reference: textOf('reference', written, base),
    status: written.status === undefined ? (base.status ?? 'completed') : readStatus(written.status),
    error: textOf('error', written, base),
    memo: textOf('memo', written, base),
  };
}

function amountFor(type: NoteType, written: string | undefined, base: Partial<NewNote>, t: Messages): Units {
  if (written !== undefined) return readSigned(written, type, t);
  if (type === 'balance') return 0n;
  const { amount, type: before } = base;
  if (amount === undefined || before === undefined || before === 'balance') {
    throw new OkhelpError('answer-missing', { flag: '--amount', what: t.note.what.amount });
  }
  const usual = Math.sign(Number(amount)) === DIRECTION[before];
  return usual && DIRECTION[type] === -DIRECTION[before] ? -amount : amount;
}

/** An amount with its direction. Throws `bad-amount`, or `bad-value` where a sign is missing or no amount belongs. */
export function readSigned(text: string, type: NoteType, t: Messages): Units {
  const flag = '--amount';
  const amount = readMovement(text.trim(), type);
  if (typeof amount === 'bigint') return amount;
  if (amount === 'amount-unsigned')
    throw new OkhelpError('bad-value', { flag, value: text, expected: t.note.expected.signed });
  if (type === 'balance') throw new OkhelpError('bad-value', { flag, value: text, expected: t.note.expected.noAmount });
  throw new OkhelpError('bad-amount', { flag, value: text });
}

/** A fee or a balance; null for an empty text. */
export function readAmount(field: 'fee' | 'balance', text: string): Units | null {
  if (text.trim() === '') return null;
  return readAmountFlag(`--${field}`, text);
}

export function readType(text: string, flag = '--type'): NoteType {
  return typeNamed(text) ?? refuse(flag, text, NOTE_TYPES);
}

export function readStatus(text: string, flag = '--status') {
  return statusNamed(text) ?? refuse(flag, text, NOTE_STATUSES);
}

export function readCurrency(text: string, t: Messages, flag = '--currency'): string {
  const currency = parseCurrency(text);
  if (!currency) throw new OkhelpError('bad-value', { flag, value: text, expected: t.note.expected.currency });
  return currency;
}

function refuse(flag: string, value: string, valid: readonly string[]): never {
  throw new OkhelpError('bad-value', { flag, value, expected: valid.join(', '), suggestion: nearest(value, valid) });
}

function textOf(
  field: 'account' | 'counterparty' | 'reference' | 'error' | 'memo',
  written: Written,
  base: Partial<NewNote>,
): string {
  return recordedText(written[field] ?? base[field] ?? '');
}
