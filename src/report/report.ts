// What a report is made from, and the words that it is told in. Both are handed in; secrets were taken out before.
import type { CheckResult, Confidence, Explanation, Mismatch } from '../ledger/findings.ts';
import type { DifferingPair, Together } from '../ledger/match.ts';
import type { Note, NoteStatus, NoteType } from '../ledger/note.ts';
import type { ShownLedger } from './shown-notes.ts';

/** Whom a report is for: those who can look into the account, anybody at all, or the person alone. */
export const AUDIENCES = ['support', 'public', 'me'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A file that the report rests on. */
export interface ReportFile {
  id: string;
  name: string;
  /** In words: `12 KB`. */
  size: string;
  /** Hexadecimal. */
  sha256: string;
  /** What it shows, where it lies, when it was added; each may be empty. */
  about: string[];
  /** In words, where the file is not what it was; else null. */
  changed: string | null;
}

/** The beginning of a list, and how long it is. */
export interface Listed<T> {
  shown: T[];
  total: number;
}

/** Notes held against a statement, as far as a report shows it. */
export interface ReportStatement {
  /** How many rows the statement has, and its format. */
  rows: number;
  format: string;
  agreesWithItself: boolean;
  matched: number;
  differing: Listed<DifferingPair>;
  together: Listed<Together>;
  onlyInNotes: Listed<Note>;
  onlyInStatement: Listed<Note>;
  outside: number;
  clockShift: number;
}

export interface ReportData {
  language: 'en' | 'zh-CN';
  audience: Audience;
  /** Days alone, no times of day. */
  daysOnly: boolean;
  title: string;
  /** The lines under the title: case and state. */
  about: string[];
  /** What a diagnosis said; its facts and answers are names and values. */
  outcome: { title: string; because: string } | null;
  facts: [name: string, value: string][];
  answers: [question: string, answer: string][];
  /** Null where the report tells of no case. */
  timeline: { at: string; what: string; details: string }[] | null;
  check: CheckResult | null;
  ledgers: ShownLedger[];
  statement: ReportStatement | null;
  evidence: ReportFile[];
  drafts: { id: string; day: string; kind: string; subject: string }[];
  /** How it was made: names and values. */
  made: [name: string, value: string][];
  /** The notes and statements that it was made from. */
  files: ReportFile[];
  /** In sentences: what was taken or left out. */
  leftOut: string[];
}

export const SECTIONS = [
  'summary',
  'outcome',
  'timeline',
  'balance',
  'notes',
  'statement',
  'evidence',
  'drafts',
  'made',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface ReportWords {
  for: Record<Audience, string>;
  contents: string;
  sections: Record<Section, string>;
  verdict: {
    balanced(account: string, notes: number, readings: number): string;
    balancedSoFar(account: string, notes: number, readings: number): string;
    mismatches(account: string, count: number, notes: number, readings: number): string;
    oneReading(account: string, notes: number): string;
    noReadings(account: string, notes: number): string;
    unreadable(rows: number): string;
    less(amount: string): string;
    more(amount: string): string;
    statement(counts: {
      matched: number;
      together: number;
      differing: number;
      notes: number;
      statement: number;
    }): string;
    nothing: string;
  };
  mismatch(number: number, count: number): string;
  more(count: number): string;
  chart: {
    title(account: string): string;
    overview(account: string): string;
    /** The picture in words; `agreed` and `at` are amounts with their times. */
    description(values: { agreed: string | null; expected: string; at: string; difference: string }): string;
    steady(values: { first: string; last: string; high: string; low: string }): string;
    enlarged: string;
    legend: string;
    table: string;
    rows: { agreed: string; expected: string; recorded: string; difference: string };
    columns: { what: string; amount: string; time: string; where: string };
  };
  expected: string;
  recorded: string;
  why(confidence: Confidence): string;
  alsoFits: string;
  space: string;
  alternatives(count: number): string;
  explain(explanation: Explanation, mismatch: Mismatch): string;
  where(note: Note): string;
  notes: {
    caption(account: string): string;
    shown(shown: number, total: number): string;
    left(count: number): string;
    columns: {
      note: string;
      time: string;
      what: string;
      amount: string;
      fee: string;
      balance: string;
      details: string;
    };
    agrees: string;
    off(expected: string): string;
    concerned(mismatches: number[]): string;
    unreadable: string;
  };
  types: Record<NoteType, string>;
  statuses: Record<NoteStatus, string>;
  statement: {
    intro(rows: number, format: string): string;
    differing: string;
    together: string;
    onlyNotes: string;
    onlyStatement: string;
    columns: { note: string; row: string; what: string; inNotes: string; inStatement: string };
    amount(typo: string | null): string;
    sign: string;
    fee: string;
    currency: string;
    time: string;
    later(hours: number): string;
    days(days: number): string;
    status: string;
    reference: string;
    sets: Record<'fee-row' | 'refunds' | 'parts', string>;
    outside(count: number): string;
    clockShift(hours: number): string;
    selfOff: string;
    slips: Record<string, string>;
  };
  timeline: { columns: { at: string; what: string; details: string }; none: string };
  evidence: { columns: { id: string; file: string; sum: string; about: string }; hint: string; none: string };
  drafts: { columns: { id: string; day: string; what: string; subject: string } };
  facts: string;
  answers: string;
  /** Over the outcome, which speaks to the person. */
  told: string;
  made: { files: string; limits: string[] };
}
