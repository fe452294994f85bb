// The documents of the notes: one note, all of them, an import, an export, what was removed or taken back.
import type { NoteField, NoteStatus, NoteType } from '../ledger/note.ts';
import type { SecretKind } from '../support/draft.ts';
import type { ColumnsReadDocument, DatesReadDocument, UnreadableDocument } from './check.ts';
import type { Amount, Instant } from './values.ts';

/** A note: amounts signed, `balance` null where none was recorded. */
export interface NoteDocument {
  id: string;
  time: Instant;
  type: NoteType;
  amount: Amount;
  currency: string;
  fee: Amount;
  balance: Amount | null;
  account: string;
  counterparty: string;
  reference: string;
  status: NoteStatus;
  error: string;
  memo: string;
}

/** `okhelp note list --json` and `okhelp note export --format json` */
export interface NotesDocument {
  schema: 'okhelp.notes/1';
  notes: NoteDocument[];
}

interface Sizes {
  expected: Amount;
  recorded: Amount;
  difference: Amount;
}

/** `okhelp note show`, `note add` and `note edit` with `--json` */
export interface OneNoteDocument {
  schema: 'okhelp.note/1';
  note: NoteDocument;
  /** Of a new note: what it moves. */
  effect?: Amount;
  /** Of a new note: what does not add up at its own balance. */
  mismatch?: Sizes | null;
  /** Readings that agreed before it was recorded, and do not agree with it. */
  broken?: (Sizes & { note: string })[];
  /** Readings that did not agree before, and agree with it. */
  mended?: string[];
  balanced?: boolean;
  /** Of an edit: what it changed. */
  changed?: { field: NoteField; from: string; to: string }[];
  /** Which fields seem to hold a secret. */
  secrets?: { field: NoteField; kind: SecretKind }[];
  /** With --for-good: what it held before is erased. */
  forGood?: true;
  /** With --for-good: the data file was rewritten; where not, words of it may still be in it. */
  swept?: boolean;
}

/** `okhelp note import --json` */
export interface ImportDocument {
  schema: 'okhelp.import/1';
  file: string;
  dryRun: boolean;
  rows: number;
  added: number;
  /** `note` is null where nothing was recorded. */
  new: { line: number; note: string | null }[];
  known: { line: number }[];
  unreadable: UnreadableDocument[];
  similar: { line: number; note: string }[];
  dates?: DatesReadDocument;
  columns?: ColumnsReadDocument;
}

/** `okhelp note export FILE --json` */
export interface ExportDocument {
  schema: 'okhelp.export/1';
  file: string;
  format: 'csv' | 'json' | 'hledger' | 'beancount';
  notes: number;
}

/** `okhelp note remove --json` and `okhelp contact remove --json` */
export interface RemoveDocument {
  schema: 'okhelp.remove/1';
  removed: string[];
  /** With --for-good: they are erased, and cannot be brought back. */
  forGood?: true;
  /** With --for-good: the data file was rewritten; where not, words of them may still be in it. */
  swept?: boolean;
}

/** `okhelp note undo --json` */
export interface UndoDocument {
  schema: 'okhelp.undo/1';
  dryRun: boolean;
  change: { command: string; at: Instant; added: number; edited: number; removed: number; notes: string[] };
}
