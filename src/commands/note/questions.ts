// Asking at a terminal for the fields of a note, one by one, each answer looked at before the next question.
import type { Context } from '../../context.ts';
import { type ErrorCode, OkhelpError } from '../../errors.ts';
import { readMomentFlag } from '../../flags.ts';
import { formatAmount } from '../../ledger/money.ts';
import {
  DIRECTION,
  type NewNote,
  NOTE_STATUSES,
  NOTE_TYPES,
  type NoteField,
  type NoteType,
} from '../../ledger/note.ts';
import { formatTime, formatWallClock } from '../../ledger/time.ts';
import type { Messages } from '../../messages/index.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { review } from '../asking/review.ts';
import { noteFrom, readAmount, readCurrency, readSigned, readStatus, readType, type Written } from './values.ts';

type Where = Pick<Context, 't' | 'timeZone'>;

const ORDER: NoteField[] = [
  'type',
  'amount',
  'currency',
  'time',
  'fee',
  'balance',
  'status',
  'error',
  'counterparty',
  'reference',
  'memo',
];
const FOR_READING: NoteField[] = ['type', 'balance', 'currency', 'time'];

/** Typed alone, it empties a field that may be empty: a dash of any kind. */
const NOTHING = /^[-–—－]$/;

/**
 * Asks for each field that was not given yet; going back takes an answer out again. Everything is shown at the end and can
 * be changed; null where it is not to be recorded.
 */
export async function askForNote(
  given: Written,
  base: Partial<NewNote>,
  prompter: Prompter,
  where: Where,
): Promise<Written | null> {
  const written: Written = { ...given };
  const asked: NoteField[] = [];
  for (;;) {
    const field = nextField(written, asked);
    if (!field) {
      const wanted = await reviewed(written, prompter, where);
      if (wanted === 'save') return written;
      if (wanted === 'leave') return null;
      await change(wanted, written, asked, base, prompter, where);
      continue;
    }
    const answer = await askForField(field, { base, type: typeOf(written), back: asked.length > 0 }, prompter, where);
    if (answer === BACK) delete written[asked.pop()!];
    else {
      written[field] = answer;
      asked.push(field);
    }
  }
}

/** All that is known of the note, in the order in which it is asked for. */
function reviewed(written: Written, prompter: Prompter, { t }: Where): Promise<NoteField | 'save' | 'leave'> {
  const rows = [...ORDER, 'account' as const].flatMap((field) => {
    const value = written[field];
    return value === undefined ? [] : [{ field, name: t.ledger.fields[field], value: shownValue(field, value, t) }];
  });
  const { review: message, save } = t.note.add;
  return review(rows, { message, save }, prompter, t);
}

function shownValue(field: NoteField, value: string, { ledger }: Messages): string {
  if (field === 'type') return ledger.types[readType(value)];
  return field === 'status' ? ledger.statuses[readStatus(value)] : cleanForTerminal(value);
}

/** Asks for one field again. With another kind, what that kind has no use for or cannot be without is open again. */
async function change(
  field: NoteField,
  written: Written,
  asked: NoteField[],
  base: Partial<NewNote>,
  prompter: Prompter,
  where: Where,
): Promise<void> {
  const now = { ...base, ...noteFrom(written, base, where) };
  const answer = await askForField(field, { base: now, type: typeOf(written), back: true }, prompter, where);
  if (answer === BACK) return;
  const reading = typeOf(written) === 'balance';
  written[field] = answer;
  if (!asked.includes(field)) asked.push(field);
  if ((typeOf(written) === 'balance') === reading) return;
  for (const open of ORDER) {
    if (open === 'type' || (written[open] && FOR_READING.includes(open) && open !== 'amount')) continue;
    delete written[open];
    if (asked.includes(open)) asked.splice(asked.indexOf(open), 1);
  }
}

function nextField(written: Written, asked: readonly NoteField[]): NoteField | undefined {
  const order = typeOf(written) === 'balance' ? FOR_READING : ORDER;
  const failed = written.status !== undefined && written.status !== 'completed';
  return order.find((field) => written[field] === undefined && !asked.includes(field) && (field !== 'error' || failed));
}

function typeOf(written: Written): NoteType | undefined {
  return written.type === undefined ? undefined : readType(written.type);
}

interface About {
  base: Partial<NewNote>;
  type: NoteType | undefined;
  back: boolean;
}

/** Asks for one field; what stands there already is the default, and a dash alone empties it. */
export async function askForField(
  field: NoteField,
  about: About,
  prompter: Prompter,
  where: Where,
): Promise<string | typeof BACK> {
  const { t } = where;
  const { base, back } = about;
  const message = t.note.questions[field];
  const help = t.why.note[field];
  if (field === 'type') {
    const choices = NOTE_TYPES.map((value) => ({ value: value as string, label: t.ledger.types[value] }));
    return prompter.select({ message, help, choices, default: base.type, back });
  }
  if (field === 'status') {
    const choices = NOTE_STATUSES.map((value) => ({ value: value as string, label: t.ledger.statuses[value] }));
    return prompter.select({ message, help, choices, default: base.status ?? 'completed', back });
  }
  const initial = initialFor(field, base);
  const needed = isNeeded(field, about.type);
  const hint = initial ? (needed ? undefined : t.note.hints.empty) : hintFor(field, about.type, t);
  const refuse = refusal(field, about.type, where);
  const written = (text: string) => (!needed && NOTHING.test(text.trim()) ? '' : text);
  const question = { message, help, hint, validate: (text: string) => refuse(written(text)), back };
  const given = await prompter.input(initial ? { ...question, default: initial } : question);
  const answer = given === BACK ? BACK : written(given);
  // The time that was offered is the moment itself, to the second and with its offset.
  return answer === initial && field === 'time' ? formatTime(base.time!) : answer;
}

/** What Enter alone takes: the value that stands there. */
function initialFor(field: Exclude<NoteField, 'type' | 'status'>, base: Partial<NewNote>): string {
  if (field === 'time') return base.time ? formatWallClock(base.time) : '';
  if (field !== 'amount' && field !== 'fee' && field !== 'balance') return base[field] ?? '';
  const units = base[field];
  const nothing = units == null || units === 0n;
  return nothing || base.currency === undefined ? '' : formatAmount(units, base.currency);
}

/** Whether a note cannot be without it. */
function isNeeded(field: NoteField, type: NoteType | undefined): boolean {
  return field === 'amount' || field === 'currency' || field === 'time' || (field === 'balance' && type === 'balance');
}

function hintFor(field: NoteField, type: NoteType | undefined, t: Messages): string | undefined {
  if (field === 'amount') return type && DIRECTION[type] === 0 ? t.note.hints.signed : t.note.hints.amount;
  if (field === 'time') return t.note.hints.time;
  if (field === 'currency' || (field === 'balance' && type === 'balance')) return undefined;
  return t.ask.skip;
}

/** Says why an answer will not do, in the words of the error that the flag would give; null where it will. */
function refusal(field: NoteField, type: NoteType | undefined, where: Where): (text: string) => string | null {
  const { t } = where;
  return (text) => {
    if (isNeeded(field, type) && text.trim() === '') return t.ask.required;
    try {
      if (field === 'amount') readSigned(text, type ?? 'payment', t);
      else if (field === 'fee' || field === 'balance') readAmount(field, text);
      else if (field === 'currency') readCurrency(text, t);
      else if (field === 'time') readMomentFlag('--time', text, where);
      return null;
    } catch (error) {
      if (!(error instanceof OkhelpError)) throw error;
      const words = t.errors.codes[error.code as ErrorCode] as (values: unknown) => { message: string; hint: string };
      const { message, hint } = words({ ...error.values, flag: t.ledger.fields[field] });
      return hint && !/[。！]$/.test(message) ? `${message} ${hint}` : message + hint;
    }
  };
}
