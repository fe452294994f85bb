// From the breaks of a chain to mismatches with their explanations: the one way for notes, files and statements.
import { type Break, type Chain, type Count, minus, type RowRef } from './chain.ts';
import { explain, type Stretch } from './explain.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { AccountFinding, Mismatch, Reading } from './findings.ts';
import type { Units } from './money.ts';
import type { Note } from './note.ts';
import type { Moment } from './time.ts';

export interface LedgerRows {
  account: string;
  currency: string;
  chain: Chain;
  habits: FeeHabits;
  /** The note of a row. */
  resolve(row: RowRef): Note;
  /** A count at the chain's scale, in units of 10^-18. */
  units(count: Count): Units;
  /** Mismatches at earlier readings are left out. */
  since: number;
  last: Moment | null;
  /** Lines of the file that could not be read, ascending. */
  unreadable: readonly number[];
}

/** What the check of one account and currency found. */
export function accountFinding(ledger: LedgerRows): AccountFinding {
  const { chain, units } = ledger;
  const orNull = (count: Count | null): Units | null => (count === null ? null : units(count));
  return {
    account: ledger.account,
    currency: ledger.currency,
    notes: chain.notes,
    readings: chain.readings,
    opening: orNull(chain.opening),
    expected: orNull(chain.expected ?? chain.current),
    recorded: orNull(chain.recorded),
    current: orNull(chain.current),
    mismatches: mismatchesOf(ledger),
    omitted: chain.breaksOmitted,
    last: ledger.last,
  };
}

function mismatchesOf(ledger: LedgerRows): Mismatch[] {
  const { breaks } = ledger.chain;
  const mismatches: Mismatch[] = [];
  for (let i = 0; i < breaks.length; i++) {
    const here = breaks[i]!;
    const next = breaks[i + 1];
    // The stretch behind goes wrong by the opposite amount: the balance came back, so it is one mistake, not two.
    const undone = next !== undefined && next.after === here.at && differenceOf(here) === negated(differenceOf(next));
    const mismatch = mismatchOf(here, undone ? next : null, ledger);
    if (mismatch.at.note.time.epoch >= ledger.since) mismatches.push(mismatch);
    if (undone) i++;
  }
  return mismatches;
}

function differenceOf(here: Break): Count {
  return minus(here.recorded, here.expected);
}

function negated(count: Count): Count {
  return typeof count === 'bigint' ? -count : 0 - count;
}

function mismatchOf(here: Break, undoneBy: Break | null, ledger: LedgerRows): Mismatch {
  const { resolve, units } = ledger;
  const reading = (row: RowRef): Reading => {
    const note = resolve(row);
    return { note, balance: note.balance! };
  };
  const notes = (rows: readonly RowRef[]): Iterable<Note> => ({
    *[Symbol.iterator]() {
      for (const row of rows) yield resolve(row);
    },
  });
  const after = here.after === null ? null : reading(here.after);
  const at = reading(here.at);
  const expected = units(here.expected);
  const recorded = units(here.recorded);
  const stretch: Stretch = {
    difference: recorded - expected,
    currency: ledger.currency,
    account: ledger.account,
    after,
    at,
    notes: notes(here.rows),
    size: here.rows.length,
    before: notes(here.before),
    next: undoneBy ? notes(undoneBy.rows) : null,
    unreadable: ledger.unreadable.filter((line) => isBetween(line, after?.note.line ?? 0, at.note.line ?? 0)),
  };
  const { explanations, alternatives } = explain(stretch, ledger.habits);
  return {
    after,
    at,
    expected,
    recorded,
    difference: recorded - expected,
    explanations,
    alternatives,
    stretch: here.rows.length,
  };
}

/** Newest-first files have the earlier reading further down. */
function isBetween(line: number, one: number, other: number): boolean {
  return line > Math.min(one, other) && line < Math.max(one, other);
}
