// What every reader of a statement gives, whatever the file looked like: notes in the order of the file, and what the
// file says of itself.
import type { DatesRead, UnreadableRow } from '../ledger/findings.ts';
import type { DeclaredFigures } from '../ledger/matching/declared-figures.ts';
import type { NewNote } from '../ledger/note.ts';
import type { Moment } from '../ledger/time.ts';
import type { NoteDefaults } from './note-rows.ts';

/** A row of a statement as a note: `amount` and `fee` under the provider's rule, so that the balance moves by amount − fee. */
export interface StatementNote extends NewNote {
  /** `n1` is the first row. */
  id: string;
  /** 1-based line (or row of the sheet) in the file. */
  line: number;
}

/** What a statement says of one of its ledgers, and for which period. */
export interface Declared extends DeclaredFigures {
  from: Moment | null;
  to: Moment | null;
}

export interface Statement {
  /** `alipay-app-csv`; what `--format` takes. */
  format: string;
  /** In the order of the file. */
  notes: StatementNote[];
  unreadable: UnreadableRow[];
  /** Rows that are no transactions: section lines, totals, memo lines, footers. */
  skipped: number;
  /** All rows under the header: notes, unreadable and skipped ones. */
  rows: number;
  declared: Declared[];
  /** The balance on each row is the one at the end of its day, not the one behind that row. */
  dayEndBalances: boolean;
  /** Only where there are dates that could be read either way. */
  dates?: DatesRead;
}

/** A file as a format sees it. */
export interface StatementFile {
  /** As the user named it; for messages only, never for telling formats apart. */
  name: string;
  bytes: Uint8Array;
  /** Decoded text without a BOM; empty for a workbook. */
  text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `windows-1252`, `cp852`, `binary`. */
  encoding: string;
}

export interface StatementFormat {
  name: string;
  /** How surely the file is of this format by its content: 0 not at all, 1 surely. */
  recognise(file: StatementFile): number;
  /** Throws the file-level errors of readNotes only. A row that cannot be read is listed, never taken for zero. */
  read(file: StatementFile, options: NoteDefaults): Statement;
}
