// From the breaks of a chain to mismatches with their explanations: the one way for notes, files and statements.
import type { Break, Chain, Count, RowRef } from './chain.ts';
import { explain, ranked, type Stretch } from './explain.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { AccountFinding, BalanceWay, Mismatch } from './findings.ts';
import { linkedFrom, type ReadBreak } from './linked-breaks.ts';
import type { Units } from './money.ts';
import type { Note } from './note.ts';
import type { Moment } from './time.ts';
import { wayOf } from './trace.ts';

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
  /** One of the rows is the reading that the user gave: it is no note. */
  shown: boolean;
  /** How many explanations to list (three where it is not said). */
  listed?: number;
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
    notes: chain.notes - (ledger.shown ? 1 : 0),
    readings: chain.readings,
    compared: chain.compared,
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
  const breaks = ledger.chain.breaks.map((each) => readBreak(each, ledger));
  const mismatches: Mismatch[] = [];
  const told = new Set<number>();
  breaks.forEach((here, i) => {
    if (told.has(i)) return;
    const linked = linkedFrom(breaks, i, ledger.currency);
    for (const other of linked?.others ?? []) told.add(other);
    if (here.at.time.epoch < ledger.since) return;
    mismatches.push(
      mismatchOf(
        here,
        linked ? ranked(linked.fits, ledger.listed) : explain(stretchOf(here, ledger), ledger.habits, ledger.listed),
        wayOf(here.source, ledger),
      ),
    );
  });
  return mismatches;
}

function readBreak(source: Break, { resolve, units }: LedgerRows): ReadBreak {
  const expected = units(source.expected);
  const recorded = units(source.recorded);
  return {
    source,
    expected,
    recorded,
    difference: recorded - expected,
    at: resolve(source.at),
    after: source.after === null ? null : resolve(source.after),
    notes: () => source.rows.map(resolve),
    before: () => source.before.map(resolve),
    size: source.rows.length,
  };
}

function stretchOf({ source, difference, at, after, recorded, size }: ReadBreak, ledger: LedgerRows): Stretch {
  const notes = (rows: readonly RowRef[]): Iterable<Note> => ({
    *[Symbol.iterator]() {
      for (const row of rows) yield ledger.resolve(row);
    },
  });
  return {
    difference,
    currency: ledger.currency,
    account: ledger.account,
    after: after && { note: after, balance: after.balance! },
    at: { note: at, balance: recorded },
    notes: notes(source.rows),
    size,
    before: notes(source.before),
    unreadable: ledger.unreadable.filter((line) => isBetween(line, after?.line ?? 0, at.line ?? 0)),
  };
}

function mismatchOf(
  here: ReadBreak,
  found: Pick<Mismatch, 'explanations' | 'alternatives'>,
  way: BalanceWay | null,
): Mismatch {
  const { after, at, expected, recorded, difference, size } = here;
  return {
    after: after && { note: after, balance: after.balance! },
    at: { note: at, balance: recorded },
    expected,
    recorded,
    difference,
    ...found,
    stretch: size,
    ...(way && { way }),
  };
}

/** Newest-first files have the earlier reading further down. */
function isBetween(line: number, one: number, other: number): boolean {
  return line > Math.min(one, other) && line < Math.max(one, other);
}
