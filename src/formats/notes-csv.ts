// Our CSV of any size, twice over: first to see which rows cannot be read, then its notes, some at a time.
import { OkhelpError } from '../errors.ts';
import type { UnreadableRow } from '../ledger/findings.ts';
import type { NewNote } from '../ledger/note.ts';
import { type ByteSource, pulling } from './byte-source.ts';
import { CsvRows } from './csv-rows.ts';
import { type Header, isNote, type NoteDefaults, readHeader, readNoteRow } from './note-rows.ts';
import { NumberRows } from './number-rows.ts';
import { expectText, Utf8Check } from './utf8.ts';

/** A note with its row's number in `id` and its line. */
export type RowNote = NewNote & { id: string; line: number };

/** Rows behind which the reader is told how far it has come. */
const PIECE = 5000;

/** What most amounts are written with at most; with more digits a row takes the long way. */
const SCALE = 6;

export class NotesCsv {
  /** Rows under the header, blank lines not counted, and those that are no notes: known after `scan`. */
  rows = 0;
  readonly unreadable: UnreadableRow[] = [];

  constructor(
    private readonly source: ByteSource,
    private readonly defaults: NoteDefaults,
  ) {}

  /** Goes through all rows; gives the bytes read so far now and then. Throws the errors of readNotes. */
  *scan(): Generator<number> {
    const check = new Utf8Check(this.source.name);
    let read = 0;
    const rows = new CsvRows((target, at) => {
      const got = this.source.read(target, at, read);
      const bytes = target.subarray(at, at + got);
      if (read === 0) expectText(bytes, this.source.name);
      check.feed(bytes, got === 0);
      read += got;
      return got;
    });
    const header = this.header(rows);
    const numbers = new NumberRows(rows, header, this.defaults, SCALE);
    while (rows.next()) {
      this.rows++;
      if (this.rows % PIECE === 0) yield rows.done;
      if (numbers.read()) continue;
      const note = readNoteRow(rows, header, this.rows, this.defaults);
      if (!isNote(note)) this.unreadable.push(note);
    }
  }

  /** The notes in the order of the file, with the bytes read so far. Throws where the file is not what was scanned. */
  *pieces(): Generator<{ notes: RowNote[]; done: number }> {
    const rows = new CsvRows(pulling(this.source));
    const header = this.header(rows);
    let [count, unreadable] = [0, 0];
    let notes: RowNote[] = [];
    while (rows.next()) {
      const note = readNoteRow(rows, header, ++count, this.defaults);
      if (isNote(note)) notes.push(note as RowNote);
      else if (note.line !== this.unreadable[unreadable++]?.line) throw this.changed();
      if (notes.length < PIECE) continue;
      yield { notes, done: rows.done };
      notes = [];
    }
    if (count !== this.rows || unreadable !== this.unreadable.length) throw this.changed();
    if (notes.length > 0) yield { notes, done: rows.done };
  }

  private header(rows: CsvRows): Header {
    if (!rows.next()) throw new OkhelpError('file-empty', { file: this.source.name });
    return readHeader(rows, this.source.name);
  }

  private changed(): OkhelpError {
    return new OkhelpError('file-changed', { file: this.source.name });
  }
}
