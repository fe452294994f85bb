// Our own CSV: notes in, notes out. What one writes the other reads, to the last digit.

import { OkhelpError } from '../errors.ts';
import type { UnreadableRow } from '../ledger/findings.ts';
import { formatAmount } from '../ledger/money.ts';
import { type NewNote, NOTE_FIELDS, type NoteField } from '../ledger/note.ts';
import { formatTime } from '../ledger/time.ts';
import { memorySource, pulling } from './byte-source.ts';
import { CsvRows } from './csv-rows.ts';
import { guardCell } from './guard-cell.ts';
import { isNote, type NoteDefaults, readHeader, readNoteRow } from './note-rows.ts';
import { expectText, Utf8Check } from './utf8.ts';

export interface NotesRead {
  /** With `id` (`n1` is the first row) and `line`. */
  notes: (NewNote & { id: string; line: number })[];
  unreadable: UnreadableRow[];
  /** Rows under the header, blank lines not counted. */
  rows: number;
}

export interface ReadOptions extends NoteDefaults {
  /** As the user named it, for errors. */
  file: string;
}

/** Reads all notes. Throws `file-empty`, `file-not-text`, `file-encoding`, `column-missing` or `column-twice`. */
export function readNotes(bytes: Uint8Array, options: ReadOptions): NotesRead {
  expectText(bytes, options.file);
  new Utf8Check(options.file).feed(bytes, true);
  const rows = new CsvRows(pulling(memorySource(bytes, options.file)));
  if (!rows.next()) throw new OkhelpError('file-empty', { file: options.file });
  const header = readHeader(rows, options.file);
  const result: NotesRead = { notes: [], unreadable: [], rows: 0 };
  while (rows.next()) {
    const row = readNoteRow(rows, header, ++result.rows, options);
    if (isNote(row)) result.notes.push(row as NotesRead['notes'][number]);
    else result.unreadable.push(row);
  }
  return result;
}

/**
 * Writes notes under an English header, `\n` line ends, amounts signed, times with their offset. Cells that a
 * spreadsheet would run as a formula are guarded (guard-cell.ts).
 */
export function writeNotes(notes: readonly NewNote[]): string {
  return notesHeader() + writeNoteRows(notes);
}

export function notesHeader(): string {
  return `${NOTE_FIELDS.join(',')}\n`;
}

/** The rows alone, each with its line end. */
export function writeNoteRows(notes: readonly NewNote[]): string {
  return notes.map((note) => `${NOTE_FIELDS.map((field) => quoted(cell(note, field))).join(',')}\n`).join('');
}

function cell(note: NewNote, field: NoteField): string {
  switch (field) {
    case 'time':
      return formatTime(note.time);
    case 'amount':
      return note.type === 'balance' ? '' : formatAmount(note.amount, note.currency, { plus: true });
    case 'fee':
      return note.fee === 0n ? '' : formatAmount(note.fee, note.currency);
    case 'balance':
      return note.balance === null ? '' : formatAmount(note.balance, note.currency);
    case 'type':
    case 'currency':
    case 'status':
      return note[field];
    default:
      return guardCell(note[field]);
  }
}

function quoted(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
