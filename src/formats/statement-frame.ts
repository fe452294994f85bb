// Statements between an opening and a closing balance, as notes: a reading before the rows, one behind them.
import type { Units } from '../ledger/money.ts';
import type { Moment } from '../ledger/time.ts';
import type { Declared } from './statement.ts';
import { type RowNote, RowProblem, type StatementRows } from './statement-rows.ts';

/** A balance that a statement gives apart from its rows. */
export interface FrameBalance {
  line: number;
  units: Units;
  time: Moment;
}

export interface FrameRow {
  line: number;
  row: RowNote | RowProblem | null;
}

/** One statement of one ledger. */
export interface StatementFrame {
  account: string;
  currency: string;
  opening: FrameBalance | null;
  closing: FrameBalance | null;
  rows: FrameRow[];
  /** What it says of itself beside that; the balances need not be repeated here. */
  says?: Partial<Omit<Declared, 'account' | 'currency' | 'opening' | 'closing'>>;
}

/**
 * Puts statements into `into`, ledger by ledger, in order of time, rows newest first turned round. An opening balance
 * becomes a reading where it is the first or differs from the closing one before (then a statement is missing there); a
 * closing balance where rows stand before it or where it differs. What a ledger declares is the first opening and the last
 * closing, and sums where each of its statements gives them.
 */
export function addFrames(into: StatementRows, frames: readonly StatementFrame[]): void {
  const ledgers = new Map<string, StatementFrame[]>();
  for (const frame of frames) {
    const key = JSON.stringify([frame.account, frame.currency]);
    ledgers.set(key, [...(ledgers.get(key) ?? []), frame]);
  }
  for (const ledger of ledgers.values()) {
    const ordered = inOrder(ledger);
    let last: FrameBalance | null = null;
    for (const frame of ordered) last = addFrame(into, frame, last);
    declare(into.declare(ordered[0]!.account, ordered[0]!.currency), ordered);
  }
}

/** The last moment of the day that begins at `day`: a closing balance holds behind all that was booked that day. */
export function endOfDay(day: Moment): Moment {
  return { epoch: day.epoch + 86_399_000, offset: day.offset };
}

function addFrame(into: StatementRows, frame: StatementFrame, before: FrameBalance | null): FrameBalance | null {
  const { opening, closing } = frame;
  const rows = oldestFirst(frame.rows);
  const times = rows.flatMap(({ row }) => (isNote(row) ? [row.time] : []));
  const start = opening && laterOf(before?.time, earliest([opening.time, ...times]));
  if (opening && start && (before === null || before.units !== opening.units)) {
    into.add(opening.line, reading(frame, opening.units, start));
  }
  for (const { line, row } of rows) {
    // Booked in this statement, so not before the one that came earlier was closed.
    into.add(line, isNote(row) && before ? { ...row, time: laterOf(before.time, row.time) } : row);
  }
  if (!closing) return rows.length ? null : before;
  const end = latest([closing.time, ...(start ? [start] : []), ...times]);
  const known = opening?.units ?? before?.units ?? null;
  if (rows.length || known !== closing.units) into.add(closing.line, reading(frame, closing.units, end));
  return { ...closing, time: end };
}

function reading({ account, currency }: StatementFrame, balance: Units, time: Moment): RowNote {
  return { time, type: 'balance', amount: 0n, currency, balance, account };
}

function declare(declared: Declared, frames: readonly StatementFrame[]): void {
  const says = frames.map((frame) => frame.says ?? {});
  declared.opening = frames[0]!.opening?.units ?? null;
  declared.closing = frames[frames.length - 1]!.closing?.units ?? null;
  declared.from = says[0]!.from ?? frames[0]!.opening?.time ?? null;
  declared.to = says[says.length - 1]!.to ?? frames[frames.length - 1]!.closing?.time ?? null;
  declared.count = says.reduce<number | null>(
    (sum, { count }) => (sum === null || count == null ? null : sum + count),
    0,
  );
  for (const side of ['moneyIn', 'moneyOut'] as const) {
    declared[side] = says.reduce<Units | null>(
      (sum, one) => (sum === null || one[side] == null ? null : sum + one[side]),
      0n,
    );
  }
}

/** By when they begin, where each says so; as they stand in the file otherwise. */
function inOrder(frames: StatementFrame[]): StatementFrame[] {
  const begin = (frame: StatementFrame) =>
    frame.opening?.time ??
    frame.says?.from ??
    frame.closing?.time ??
    frame.rows.map(({ row }) => row).find(isNote)?.time;
  if (frames.some((frame) => !begin(frame))) return frames;
  return frames.toSorted((a, b) => begin(a)!.epoch - begin(b)!.epoch);
}

/** Turned round only where the whole statement runs backwards; one that is sorted by amount, say, stays as it is. */
function oldestFirst(rows: readonly FrameRow[]): readonly FrameRow[] {
  const epochs = rows.flatMap(({ row }) => (isNote(row) ? [row.time.epoch] : []));
  const steps = epochs.slice(1).map((epoch, i) => Math.sign(epoch - epochs[i]!));
  return steps.includes(-1) && !steps.includes(1) ? rows.toReversed() : rows;
}

function isNote(row: FrameRow['row']): row is RowNote {
  return row !== null && !(row instanceof RowProblem);
}

const laterOf = (a: Moment | undefined, b: Moment): Moment => (a && a.epoch > b.epoch ? a : b);
const latest = (moments: Moment[]): Moment => moments.reduce((a, b) => (b.epoch > a.epoch ? b : a));
const earliest = (moments: Moment[]): Moment => moments.reduce((a, b) => (b.epoch < a.epoch ? b : a));
