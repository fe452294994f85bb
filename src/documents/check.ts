// okhelp.check/1: what a check of the notes found, and what a statement says of them.
import type { Cause, Confidence, Correction, DateOrder, DatesRead } from '../ledger/findings.ts';
import type { NoteField, NoteStatus, NoteType } from '../ledger/note.ts';
import type { Amount, Instant } from './values.ts';

/** A row that could not be read. */
export interface UnreadableDocument {
  /** 1-based line in the file, header included. */
  line: number;
  column: NoteField | null;
  value: string;
  message: string;
}

/** How the user said that the columns are to be read. */
export interface ColumnsReadDocument {
  name: string | null;
  saved: string | null;
  map: Record<string, string>;
}

export interface DatesReadDocument {
  order: DateOrder;
  because: DatesRead['because'];
  example: string;
  read: string;
}

/** Where the rows came from. */
export interface SourceDocument {
  kind: 'notes' | 'file' | 'stdin';
  name: string | null;
  format: string;
  rows: number;
  unreadable: UnreadableDocument[];
  /** Only where the file has dates that could be read either way. */
  dates?: DatesReadDocument;
  /** Only where the user said which column is what. */
  columns?: ColumnsReadDocument;
}

/** A balance that was recorded. */
export interface ReadingDocument {
  /** The note's id; null for the balance given with `--balance`. */
  note: string | null;
  line: number | null;
  time: Instant;
  balance: Amount;
}

export interface ExplanationDocument {
  cause: Cause;
  notes: string[];
  lines: number[];
  amount: Amount;
  corrections: Correction[];
  confidence: Confidence;
  text: string;
}

export interface MismatchDocument {
  /** The last reading that agreed; null at the start. */
  after: ReadingDocument | null;
  /** The first that does not. */
  at: ReadingDocument;
  expected: Amount;
  recorded: Amount;
  /** recorded − expected */
  difference: Amount;
  /** Best first, each verified. */
  explanations: ExplanationDocument[];
  /** How many further explanations also fit. */
  alternatives: number;
  /** Where the search ended early; absent where all was searched. */
  limits?: { kind: 'pairs' | 'long'; most: number; text: string }[];
}

/** A figure that a statement gives of itself and its rows do not bear out; amounts as text, counts as numbers. */
export interface DeclaredDocument {
  kind: 'opening' | 'closing' | 'money-in' | 'money-out' | 'next-opening' | 'count';
  declared: Amount | number;
  found: Amount | number;
  difference: Amount | number;
}

/** One rule behind several mismatches. */
export interface RecurringDocument {
  /** Which of the account's mismatches; the first is 0. */
  mismatches: number[];
  /** Of which kind of entry the differences are a share, in per cent; null where they are all the same. */
  share: { type: NoteType; percent: string } | null;
  /** The difference of the first of them. */
  difference: Amount;
  text: string;
}

/** One account in one currency. */
export interface AccountDocument {
  account: string;
  currency: string;
  notes: number;
  readings: number;
  opening: Amount | null;
  expected: Amount | null;
  recorded: Amount | null;
  balanced: boolean;
  mismatches: MismatchDocument[];
  /** What several of the mismatches have in common; absent where nothing is. */
  recurring?: RecurringDocument[];
  /** How many further mismatches there are that are not listed. */
  omitted?: number;
  declared?: DeclaredDocument[];
}

/** A note or a row of a statement. */
export interface RowDocument {
  note: string;
  line: number | null;
  time: Instant;
  type: NoteType;
  amount: Amount;
  fee: Amount;
  currency: string;
  account: string;
  counterparty: string;
  reference: string;
  status: NoteStatus;
}

/** What differs between a note and the statement's row; which values there are depends on `kind`. */
export interface DifferenceDocument {
  kind: 'amount-typo' | 'fee' | 'sign' | 'amount' | 'currency' | 'time-shift' | 'status' | 'reference';
  text: string;
  note?: string;
  statement?: string;
  slip?: 'transposed-digits' | 'shifted-decimal' | 'mistyped-digit';
  side?: 'statement' | 'notes';
  amount?: Amount;
  shape?: 'zone' | 'days';
  minutes?: number;
  days?: number;
}

/** Two balances of the statement that its own rows do not lead from one to the other. */
export interface GapDocument {
  kind: 'rows' | 'balance';
  after: { line: number | null; balance: Amount | null } | null;
  at: { line: number | null; balance: Amount | null };
  expected: Amount | null;
  recorded: Amount | null;
  difference: Amount | null;
}

export interface StatementLedgerDocument {
  account: string;
  currency: string;
  rows: number;
  readings: number;
  compared: number;
  opening: Amount | null;
  closing: Amount | null;
  gaps: GapDocument[];
  declared: DeclaredDocument[];
}

/** The notes held against the provider's statement. */
export interface StatementDocument {
  source: SourceDocument;
  matched: number;
  onlyInNotes: RowDocument[];
  onlyInStatement: RowDocument[];
  differing: { note: RowDocument; statement: RowDocument; differences: DifferenceDocument[]; feeRow?: RowDocument }[];
  /** One row on one side that is several on the other. */
  together: {
    notes: RowDocument[];
    statement: RowDocument[];
    kind: 'fee-row' | 'refunds' | 'parts';
    by: 'reference' | 'words';
    text: string;
  }[];
  /** How many notes the statement cannot show: of another account, currency or time. */
  outside: number;
  refunds: {
    refund: RowDocument;
    original: RowDocument;
    partial: boolean;
    by: 'reference' | 'counterparty';
    alternatives: number;
  }[];
  /** Minutes by which the statement's clock is ahead throughout. */
  clockShift: number;
  /** Whether the statement agrees with itself. */
  selfCheck: { agrees: boolean; ledgers: StatementLedgerDocument[] };
}

/** `okhelp check --json` */
export interface CheckDocument {
  schema: 'okhelp.check/1';
  source: SourceDocument;
  balanced: boolean;
  accounts: AccountDocument[];
  /** Null without `--statement`. */
  statement: StatementDocument | null;
  /** With `--fix`: the corrections that were made. */
  applied?: Correction[];
}
