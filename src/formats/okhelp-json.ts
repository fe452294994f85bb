// Notes as JSON, `okhelp.notes/1`: exact amounts as text, times with their offset. What one writes the other reads.

import type { NoteDocument } from '../documents/notes.ts';
import { OkhelpError } from '../errors.ts';
import type { UnreadableReason, UnreadableRow } from '../ledger/findings.ts';
import { formatAmount, parseAmount, parseCurrency } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, NOTE_FIELDS, type Note, type NoteField } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { formatTime, parseTime } from '../ledger/time.ts';
import { harmlessJson } from '../ledger/visible.ts';
import { readMovement } from './note-rows.ts';
import { statusNamed, typeNamed } from './note-words.ts';
import type { NotesRead, ReadOptions } from './okhelp-csv.ts';
import { expectText } from './utf8.ts';

/** One note: amounts signed, `balance` null where none was recorded. */
export function noteDocument(note: Note): NoteDocument {
  const { id, time, amount, fee, balance, currency } = note;
  return {
    id,
    time: formatTime(time),
    type: note.type,
    amount: formatAmount(amount, currency),
    currency,
    fee: formatAmount(fee, currency),
    balance: balance === null ? null : formatAmount(balance, currency),
    account: note.account,
    counterparty: note.counterparty,
    reference: note.reference,
    status: note.status,
    error: note.error,
    memo: note.memo,
  };
}

/** The whole document, one note a line, so that two exports can be compared line by line. */
export function writeNotesJson(notes: readonly Note[]): string {
  const writing = writingNotesJson();
  return writing.head + writing.some(notes) + writing.tail();
}

/** The same piece by piece: the head, then some notes as often as there are any, then the tail. */
export function writingNotesJson(): { head: string; some(notes: readonly Note[]): string; tail(): string } {
  let any = false;
  return {
    head: '{\n  "schema": "okhelp.notes/1",\n  "notes": [',
    some: (notes) => {
      const lines = notes.map(
        (note, i) => `${any || i ? ',' : ''}\n    ${harmlessJson(JSON.stringify(noteDocument(note)))}`,
      );
      any ||= lines.length > 0;
      return lines.join('');
    },
    tail: () => `${any ? '\n  ' : ''}]\n}\n`,
  };
}

/** Whether a file is meant as JSON: our CSV never begins with a brace. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*(?:\{\s*["}]|\[\s*[[{"\]]|[{[]\s*$)/.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

/** Reads all notes. Throws `file-…` errors, and `json-other` where it is JSON, but not an `okhelp.notes/1` document. */
export function readNotesJson(bytes: Uint8Array, options: ReadOptions): NotesRead {
  const { file } = options;
  expectText(bytes, file);
  const text = new TextDecoder().decode(bytes);
  const entries = entriesOf(text, file);
  const lines = linesOfEntries(text);
  const result: NotesRead = { notes: [], unreadable: [], rows: entries.length };
  entries.forEach((entry, i) => {
    const row = readEntry(entry, lines[i] ?? 1, options);
    if ('reason' in row) result.unreadable.push(row);
    else result.notes.push({ ...row, id: `n${i + 1}`, line: lines[i] ?? 1 });
  });
  return result;
}

function entriesOf(text: string, file: string): unknown[] {
  let document: { schema?: unknown; notes?: unknown };
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new OkhelpError('file-unreadable', { file, reason: `JSON: ${(error as Error).message}` }, error);
  }
  if (document?.schema === 'okhelp.notes/1' && Array.isArray(document.notes)) return document.notes;
  const schema = typeof document?.schema === 'string' ? recordedText(document.schema).slice(0, 40) : null;
  throw new OkhelpError('json-other', { file, schema });
}

/** One note of such a document, or why it is none. Throws `file-unreadable` where a value is no text. */
export function readEntry(
  entry: unknown,
  line: number,
  options: ReadOptions,
): Omit<Note, 'id' | 'line'> | UnreadableRow {
  const cells = (entry ?? {}) as Partial<Record<NoteField, unknown>>;
  const stray = NOTE_FIELDS.find((field) => cells[field] != null && typeof cells[field] !== 'string');
  // A bare number may have lost digits before okhelp saw it, so it is not taken for an amount, nor for an id.
  if (stray)
    throw new OkhelpError('file-unreadable', {
      file: options.file,
      reason: `JSON, line ${line}: "${stray}" is not text`,
    });
  const text = (field: NoteField): string => ((cells[field] as string | null | undefined) ?? '').trim();
  const no = (column: NoteField, reason: UnreadableReason): UnreadableRow => ({
    line,
    column,
    value: text(column),
    reason,
  });

  const time = text('time') ? parseTime(text('time'), options.zone) : null;
  if (time === null) return no('time', 'time-empty');
  if (typeof time === 'string') return no('time', time === 'unreadable-time' ? 'time' : time);
  const type = typeNamed(text('type'));
  if (!type) return no('type', text('type') ? 'type' : 'type-empty');
  const status = text('status') ? statusNamed(text('status')) : 'completed';
  if (!status) return no('status', 'status');
  const currency = text('currency') ? parseCurrency(text('currency')) : options.currency;
  if (!currency) return no('currency', 'currency');
  const amount = readMovement(text('amount'), type);
  if (typeof amount === 'string') return no('amount', amount);
  const fee = parseAmount(text('fee') || '0');
  if (!fee) return no('fee', 'amount');
  const balance = text('balance') ? parseAmount(text('balance')) : null;
  if (text('balance') && !balance) return no('balance', 'amount');
  if (type === 'balance' && !balance) return no('balance', 'balance-empty');
  return {
    time,
    type,
    amount,
    currency,
    fee: fee.units,
    balance: balance?.units ?? null,
    account: text('account') || DEFAULT_ACCOUNT,
    counterparty: text('counterparty'),
    reference: text('reference'),
    status,
    error: text('error'),
    memo: text('memo'),
  };
}

/** The 1-based line on which each entry of the list of notes begins. */
function linesOfEntries(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]/g)) {
    if (token === '\n') line++;
    else if (token === '{' || token === '[') {
      if (depth === 2 && token === '{') lines.push(line);
      depth++;
    } else if (token === '}' || token === ']') depth--;
  }
  return lines;
}
