// A transaction as the matching looks at it: prepared once, so that comparing two of them is cheap.
import { movement, type Note } from '../note.ts';
import { recordedText } from '../recorded.ts';
import { type Text, TextBook } from './likeness.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How a pair was found. */
export type FoundBy = 'identical' | 'reference' | 'amount' | 'nearness';

export interface Row {
  note: Note;
  epoch: number;
  /** The calendar day on the clocks it was recorded by, in days since 1970. */
  day: number;
  /** Only the date is known: the time is midnight. */
  dateOnly: boolean;
  /** The signed amount as a plain number: for a quick look only. */
  size: number;
  /** Signed amount − fee. */
  moved: bigint;
  /** The same for equal movements in one currency, on both sides. */
  key: number;
  /** Comparable form of the transaction id; empty where there is none worth the name. */
  reference: string;
  counterparty: Text | null;
  memo: Text | null;
  mate: Row | null;
  by: FoundBy | null;
  /** Where it is one of several rows that are one on the other side, or that one. */
  set: RowSet | null;
  /** The row of a fee that was charged for this one and that the other side lacks; and the other way round. */
  feeRow: Row | null;
  feeOf: Row | null;
}

/** `fee-row`: a transaction and its fee; `refunds`: a payment and what came back of it; `parts`: one sum in several. */
export type SetKind = 'fee-row' | 'refunds' | 'parts';

/** Rows of one side that together move what one row of the other side does. */
export interface RowSet {
  one: Row;
  several: Row[];
  kind: SetKind;
  /** What they have in common: the transaction id, or the counterparty and the time. */
  by: 'reference' | 'words';
}

/** Shorter beginnings of an id are shared by chance. */
export const SHORTEST_PREFIX = 6;

/** Prepares the rows of both sides with one set of keys. */
export class RowMaker {
  private readonly texts = new TextBook();
  private readonly keys = new Map<string, Map<bigint, number>>();
  private count = 0;

  rows(notes: readonly Note[]): Row[] {
    return notes.map((note) => this.row(note)).sort(byTimeThenContent);
  }

  private row(note: Note): Row {
    const { epoch, offset } = note.time;
    const moved = note.fee === 0n ? note.amount : movement(note);
    const wall = epoch + offset * MINUTE;
    const day = Math.floor(wall / DAY);
    return {
      note,
      epoch,
      day,
      dateOnly: wall === day * DAY,
      size: Number(note.amount),
      moved,
      key: this.key(note.currency, moved),
      reference: comparableReference(note.reference),
      counterparty: this.texts.text(note.counterparty),
      memo: this.texts.text(note.memo),
      mate: null,
      by: null,
      set: null,
      feeRow: null,
      feeOf: null,
    };
  }

  private key(currency: string, moved: bigint): number {
    let keys = this.keys.get(currency);
    if (!keys) this.keys.set(currency, (keys = new Map()));
    let key = keys.get(moved);
    if (key === undefined) keys.set(moved, (key = this.count++));
    return key;
  }
}

/** Two rows belong together from here on. */
export function pair(note: Row, statement: Row, by: FoundBy): void {
  note.mate = statement;
  statement.mate = note;
  note.by = statement.by = by;
}

export function free(rows: readonly Row[]): Row[] {
  return rows.filter(isFree);
}

/** Nothing was found for it yet. */
export function isFree({ mate, set, feeOf }: Row): boolean {
  return mate === null && set === null && feeOf === null;
}

/** Rows by the value that `of` gives; rows for which it gives null are left out. */
export function groupBy<K>(rows: readonly Row[], of: (row: Row) => K | null): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const key = of(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The row of each movement that occurs once, null for those that recur. */
export function onlyOnes(rows: readonly Row[]): Map<number, Row | null> {
  const once = new Map<number, Row | null>();
  for (const row of rows) once.set(row.key, once.has(row.key) ? null : row);
  return once;
}

/** How far apart two rows are in milliseconds; where one knows only its date, by whole days if that is less. */
export function apart(a: Row, b: Row): number {
  const gap = Math.abs(a.epoch - b.epoch);
  return a.dateOnly || b.dateOnly ? Math.min(gap, Math.abs(a.day - b.day) * DAY) : gap;
}

/**
 * Letters and digits only, as ids are written with and without marks, blanks or a backtick. Signs such as `-`, `/` or `0`
 * fill the column where there is none.
 */
function comparableReference(text: string): string {
  if (text.length < 3) return '';
  const plain = /^[A-Z\d]+$/.test(text);
  const reference = plain
    ? text
    : recordedText(text)
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
  return reference.length < 3 || /^(0+|NA|NONE|NULL|NIL)$/.test(reference) ? '' : reference;
}

/** An order that depends on what the rows say only, never on where they stood. */
function byTimeThenContent(a: Row, b: Row): number {
  return (
    byWhatTheySay(a, b) ||
    compare(a.note.fee, b.note.fee) ||
    compare(a.note.account, b.note.account) ||
    compare(a.note.balance ?? -1n, b.note.balance ?? -1n) ||
    compare(a.note.error, b.note.error) ||
    a.note.time.offset - b.note.time.offset
  );
}

/** 0 for rows that say the same of the transaction; which account it was, and what balance it left, apart. */
export function byWhatTheySay(a: Row, b: Row): number {
  return (
    a.epoch - b.epoch ||
    compare(a.moved, b.moved) ||
    compare(a.note.currency, b.note.currency) ||
    compare(a.note.reference, b.note.reference) ||
    compare(a.note.counterparty, b.note.counterparty) ||
    compare(a.note.memo, b.note.memo) ||
    compare(a.note.type, b.note.type) ||
    compare(a.note.status, b.note.status)
  );
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
