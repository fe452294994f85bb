// What a check finds: plain values that the caller shows, writes as JSON, or puts into a mail.
import type { DeclaredGap } from './matching/declared-figures.ts';
import type { Units } from './money.ts';
import type { Note, NoteField, NoteStatus, NoteType } from './note.ts';
import type { Recurring } from './recurring.ts';
import type { Moment } from './time.ts';
import type { TracePoint } from './trace.ts';

export const CAUSES = [
  'missing-entry',
  'duplicate-entry',
  'wrong-sign',
  'transposed-digits',
  'shifted-decimal',
  'mistyped-digit',
  'unrecorded-fee',
  'status',
  'wrong-time',
  'wrong-reading',
  'several-entries',
  'unexplained',
] as const;
export type Cause = (typeof CAUSES)[number];

export type Confidence = 'certain' | 'likely' | 'possible';

/** One change to the notes. Applied together, the corrections of an explanation make its stretch balance. */
export type Correction =
  | { op: 'set'; note: string; field: NoteField; from: string; to: string }
  | { op: 'remove'; note: string }
  | {
      op: 'add';
      between: [string | null, string];
      time: string;
      type: string;
      amount: string;
      currency: string;
      account: string;
    };

/** Why an explanation is believed; the words for it are made in the user's language. */
export type Evidence =
  | { kind: 'same-reference'; twin: Note }
  | { kind: 'same-details'; twin: Note; minutes: number }
  | { kind: 'same-amount'; twin: Note; minutes: number }
  | { kind: 'twice-the-amount' }
  | { kind: 'sign-against-type' }
  | { kind: 'error-recorded'; error: string }
  | { kind: 'status-recorded'; status: NoteStatus }
  /** At that reading it was still open. */
  | { kind: 'settled-after'; reading: Note }
  /** It went through, and the same came back by that reading; `taken`: although it is recorded as not gone through. */
  | { kind: 'came-back'; reading: Note; taken: boolean }
  | { kind: 'fee-rate-seen'; percent: string; times: number }
  | { kind: 'fee-seen'; amount: string; times: number }
  | { kind: 'fee-usual-kind' }
  | { kind: 'fee-in-words'; words: string }
  | { kind: 'only-this-size' }
  /** The corrected amount is what such entries here often have. */
  | { kind: 'usual-amount' }
  /** The file lists it on the other side of the reading. */
  | { kind: 'order-in-file' }
  /** No other reading confirms the last one, or the first. */
  | { kind: 'nothing-behind' }
  | { kind: 'nothing-before' }
  /** No entry of these notes is anywhere near that large, or has as many decimals. */
  | { kind: 'larger-than-any' }
  | { kind: 'finer-than-any' }
  | { kind: 'agrees-without-reading' }
  | { kind: 'other-side-of-reading' }
  | { kind: 'unreadable-between'; lines: number[] }
  | { kind: 'agrees-without-row' }
  /** The same difference, or the same share of an entry of that type, in so many other mismatches. */
  | { kind: 'recurring'; share: { type: NoteType; percent: string } | null; others: number }
  /** It is the provider's statement that is not whole, not the user's notes. */
  | { kind: 'statement-own' };

export interface Explanation {
  cause: Cause;
  /** The recorded notes to change; for a missing entry, none. */
  notes: Note[];
  /** The notes that a missing entry lies between. */
  between: [Note | null, Note] | null;
  /** The size of what is wrong: the missing amount, the fee, the amount entered on the wrong side. Not negative. */
  amount: Units;
  /** What the correction adds to the expected balance: equals the mismatch's difference. */
  effect: Units;
  corrections: Correction[];
  confidence: Confidence;
  evidence: Evidence[];
}

export interface Reading {
  note: Note;
  balance: Units;
}

/** Where the search for explanations ended early: pairs, or entries that explain the difference only with their fee or digits. */
export interface SearchLimit {
  kind: 'pairs' | 'long';
  /** The stretch has more notes than this. */
  most: number;
}

export interface Mismatch {
  /** The last reading that agreed; null at the start. */
  after: Reading | null;
  /** The first reading that does not. */
  at: Reading;
  expected: Units;
  recorded: Units;
  /** recorded − expected. */
  difference: Units;
  /** Best first, each verified. */
  explanations: Explanation[];
  /** How many further explanations also fit. */
  alternatives: number;
  /** What was not searched; empty where all was. */
  limits: SearchLimit[];
  /** How many notes lie between the two readings (the later one's own note included). */
  stretch: number;
  /** The balance on its way there, for a picture; only where `traced` was asked of the check. */
  way?: BalanceWay;
}

export interface BalanceWay {
  /** In order, the expected balance at the reading that disagrees last; highs and lows are all there. */
  points: TracePoint<Units>[];
  /** Which of the points is the last reading that agreed; null where it begins at an opening balance that was given. */
  agreed: number | null;
  /** When the first point was. */
  from: Moment;
}

export interface AccountFinding {
  account: string;
  currency: string;
  notes: number;
  readings: number;
  /** How many of the readings could be held against an earlier one or a given opening balance. */
  compared: number;
  /** The balance before the first note: given, or implied by the first reading; null where there is neither. */
  opening: Units | null;
  /** What the notes add up to at the last reading, from the opening on; null where nothing can be said. */
  expected: Units | null;
  /** The last reading; null where there is none. */
  recorded: Units | null;
  /** The last reading plus what was recorded after it. */
  current: Units | null;
  mismatches: Mismatch[];
  /** Further mismatches that were found but are not listed (more than a thousand). */
  omitted: number;
  last: Moment | null;
  /** What several of the mismatches have in common; absent where nothing is. */
  recurring?: Recurring[];
  /** What a statement says of itself that its rows do not bear out. */
  declared?: DeclaredGap[];
}

export interface UnreadableRow {
  /** 1-based line in the file. */
  line: number;
  /** The column's name as contract.md has it, or null where the row as a whole is broken. */
  column: NoteField | null;
  /** The cell as it stands in the file. */
  value: string;
  reason: UnreadableReason;
}

export type UnreadableReason =
  | 'amount'
  | 'amount-too-fine'
  | 'amount-empty'
  | 'amount-unsigned'
  | 'amount-elided'
  | 'direction'
  | 'direction-contradicts'
  | 'time'
  | 'time-empty'
  | 'impossible-date'
  | 'type'
  | 'type-empty'
  | 'status'
  | 'currency'
  | 'currency-empty'
  | 'balance-empty'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'cut-off'
  | 'open-quote'
  | 'stray-quote'
  | 'masked-parties'
  | 'broken-entry'
  | 'include';

export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What decided between day and month; only the first two leave no doubt. */
export type DateOrderReason =
  | 'asked'
  | 'only-one-exists'
  | 'points'
  | 'most-exist'
  | 'in-order'
  | 'shorter-period'
  | 'clock'
  | 'decimal-comma'
  | 'nothing';

/** How a file with dates such as 03/04/2026 was read. */
export interface DatesRead {
  order: DateOrder;
  because: DateOrderReason;
  /** A date of the file that could be read either way, as it is written, and the day that it was taken for. */
  example: string;
  read: string;
}

/** The columns of a file as the user named them, now or (with a name and the time) before. */
export interface ColumnsRead {
  name: string | null;
  saved: string | null;
  map: Record<string, string>;
}

export interface CheckSource {
  kind: 'notes' | 'file' | 'stdin';
  name: string | null;
  format: string;
  rows: number;
  unreadable: UnreadableRow[];
  /** Only where the file has dates that could be read either way. */
  dates?: DatesRead;
  /** Only where the user said which column is what. */
  columns?: ColumnsRead;
}

export interface CheckResult {
  source: CheckSource;
  /** No account has a mismatch. Says nothing of rows that could not be read. */
  balanced: boolean;
  accounts: AccountFinding[];
  /** Accounts and currencies that are there but were not asked for. */
  leftOut: { account: string; currency: string }[];
}
