// Fees that are rows of their own: added to the transaction beside which they were charged.
import { magnitude } from '../causes/shared.ts';
import { costOf, MOST } from './cost.ts';
import { groupBy, isFree, MINUTE, pair, type Row, SHORTEST_PREFIX } from './row.ts';
import { join } from './row-sets.ts';

/** Charged with the transaction: within so long of it, and at most this part (1/n) of it. */
const AT_ONCE = 2 * MINUTE;
const LARGEST_PART = 4n;

/**
 * Where one side has a transaction and its fee as two rows, and the other one row of their sum: these are a set. `window` in
 * milliseconds.
 */
export function setsOfFees(notes: readonly Row[], statement: readonly Row[], window: number): void {
  for (const { fee, host, others } of charges(notes, statement)) {
    if (host.mate) continue;
    const sum = others.get(`${fee.note.currency} ${host.moved + fee.moved}`) ?? [];
    const wholes = sum.filter((row) => isFree(row) && costOf(row, host, window) <= MOST);
    const [whole] = wholes.sort((a, b) => costOf(a, host, window) - costOf(b, host, window));
    if (whole) join(whole, [host, fee], 'words');
  }
}

/** Where a transaction was paired, and a fee of it is left alone on one side: its row stands with that pair. */
export function attachFees(notes: readonly Row[], statement: readonly Row[]): void {
  for (const { fee, host } of charges(notes, statement)) {
    const theirs = host.mate?.feeRow;
    if (theirs?.moved === fee.moved) {
      // Each side has it for itself: it is one fee.
      host.mate!.feeRow = theirs.feeOf = null;
      pair(theirs, fee, 'nearness');
    } else if (host.mate && !theirs) {
      host.feeRow = fee;
      fee.feeOf = host;
    }
  }
}

/** Each fee that stands alone, with its transaction on the same side and the free rows of the other side by what they move. */
function* charges(notes: readonly Row[], statement: readonly Row[]) {
  for (const [side, other] of [
    [notes, statement],
    [statement, notes],
  ] as const) {
    const fees = side.filter((row) => isFree(row) && isCharge(row));
    if (fees.length === 0) continue;
    const ids = groupBy(side, ({ reference, note }) => (reference && note.type !== 'fee' ? reference : null));
    const others = groupBy(other, (row) => (isFree(row) ? `${row.note.currency} ${row.moved}` : null));
    for (const fee of fees) {
      const host = isFree(fee) ? hostOf(fee, side, ids) : null;
      if (host) yield { fee, host, others };
    }
  }
}

/** The transaction that a fee was charged for: by its id, else the only one at that moment that is large enough. */
function hostOf(fee: Row, side: readonly Row[], ids: Map<string, Row[]>): Row | null {
  for (let length = fee.reference.length; length >= Math.min(fee.reference.length, SHORTEST_PREFIX); length--) {
    const there = length > 0 ? ids.get(fee.reference.slice(0, length)) : undefined;
    const fitting = there?.filter((row) => canCarry(row, fee)) ?? [];
    if (fitting.length === 1) return fitting[0]!;
    if (length === 0 || fitting.length > 1) break;
  }
  if (fee.dateOnly) return null;
  const around = within(side, fee.epoch - AT_ONCE, fee.epoch + AT_ONCE).filter((row) => canCarry(row, fee));
  return around.length === 1 ? around[0]! : null;
}

function canCarry(row: Row, fee: Row): boolean {
  const { note } = row;
  if (note.type === 'fee' || row.feeRow || row.set || note.fee !== 0n) return false;
  if (note.currency !== fee.note.currency || note.status !== fee.note.status) return false;
  return magnitude(fee.moved) * LARGEST_PART <= magnitude(row.moved);
}

function isCharge({ note }: Row): boolean {
  return note.type === 'fee' && note.amount < 0n;
}

/** `rows` in order of time. */
function within(rows: readonly Row[], from: number, to: number): Row[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.epoch < from) low = middle + 1;
    else high = middle;
  }
  const found: Row[] = [];
  for (let at = low; at < rows.length && rows[at]!.epoch <= to; at++) found.push(rows[at]!);
  return found;
}
