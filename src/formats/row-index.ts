// Finds a row again by its number: every 512th row's place is kept, the rest is read on from there.
import type { Note } from '../ledger/note.ts';
import { type ByteSource, pulling } from './byte-source.ts';
import { CsvRows } from './csv-rows.ts';
import { type Header, isNote, type NoteDefaults, readNoteRow } from './note-rows.ts';

/** Rows from one place that is kept to the next. */
export const EVERY = 512;
const MOST_KEPT = 2048;

export class RowIndex {
  private readonly offsets: number[] = [];
  private readonly lines: number[] = [];
  private readonly added = new Map<number, Note>();
  /** Where reading stands, so that rows asked for in order are read once. */
  private cursor: { rows: CsvRows; row: number } | null = null;
  /** Notes read lately: breaks that lie near each other ask for the same ones. */
  private readonly latest = new Map<number, Note>();

  constructor(
    private readonly source: ByteSource,
    private readonly header: Header,
    private readonly defaults: NoteDefaults,
  ) {}

  /** Tells of each row as it goes by, or of some twice; rows are numbered from 1 without gaps. */
  see(row: number, offset: number, line: number): void {
    if (row !== this.offsets.length * EVERY + 1) return;
    this.offsets.push(offset);
    this.lines.push(line);
  }

  /** A note that stands in no row. */
  add(row: number, note: Note): void {
    this.added.set(row, note);
  }

  /** The note in a row that could be read. */
  note(row: number): Note {
    const added = this.added.get(row);
    if (added) return added;
    const known = this.latest.get(row);
    if (known) return known;
    const cursor = this.cursorBefore(row);
    while (cursor.row < row) {
      cursor.rows.next();
      cursor.row++;
    }
    const note = readNoteRow(cursor.rows, this.header, row, this.defaults);
    if (!isNote(note)) throw new RangeError(`row ${row} changed while it was read`);
    if (this.latest.size >= MOST_KEPT) this.latest.clear();
    this.latest.set(row, note);
    return note;
  }

  private cursorBefore(row: number): { rows: CsvRows; row: number } {
    const block = Math.floor((row - 1) / EVERY);
    if (this.cursor && this.cursor.row < row && this.cursor.row >= block * EVERY) return this.cursor;
    const from = this.offsets[block]!;
    const rows = new CsvRows(pulling(this.source, from), {
      size: 1 << 16,
      firstLine: this.lines[block]!,
      firstOffset: from,
    });
    this.cursor = { rows, row: block * EVERY };
    return this.cursor;
  }
}
