// From the breaks of a chain to mismatches with their explanations: the one way for notes, files and statements.

import { wrongFirstReading, wrongLastReading } from './causes/wrong-reading.ts';
import { entriesBeyond } from './causes/wrong-time.ts';
import type { Break, Chain, RowRef } from './chain.ts';
import { feesBeside } from './charged-beside.ts';
import type { Count } from './count.ts';
import { type Explained, explain, type Fit, LISTED, ranked, type Stretch } from './explain.ts';
import type { FeeHabits } from './fee-habits.ts';
import type { AccountFinding, BalanceWay, Mismatch } from './findings.ts';
import { type Ends, linkedFrom, type ReadBreak } from './linked-breaks.ts';
import type { Units } from './money.ts';
import type { Note } from './note.ts';
import { type Alone, recurringIn, underRule } from './recurring.ts';
import type { Moment } from './time.ts';
import { wayOf } from './trace.ts';
import { Usual } from './usual.ts';

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
    ...mismatchesOf(ledger),
    omitted: chain.breaksOmitted,
    last: ledger.last,
  };
}

function mismatchesOf(ledger: LedgerRows): Pick<AccountFinding, 'mismatches' | 'recurring'> {
  const { chain, habits, currency, listed } = ledger;
  if (chain.breaks.length === 0) return { mismatches: [] };
  const breaks = chain.breaks.map((each) => readBreak(each, ledger));
  const usual = new Usual(learned(sampleOf(ledger), habits), currency);
  const mismatches: Mismatch[] = [];
  const alone: Alone[] = [];
  const told = new Set<number>();
  let searched = 0;
  const { resolve } = ledger;
  const ends: Ends = {
    currency,
    usual,
    first: resolve(chain.firstReading!),
    last: resolve(chain.lastReading!),
    tail: chain.tail.slice(0, NEAR_END).map(resolve),
  };
  breaks.forEach((here, i) => {
    if (told.has(i)) return;
    const linked = linkedFrom(breaks, i, ends);
    for (const other of linked?.others ?? []) told.add(other);
    if (here.at.time.epoch < ledger.since) return;
    const way = wayOf(here.source, ledger);
    if (linked) {
      mismatches.push(mismatchOf(here, ranked(linked.fits, listed), way));
      return;
    }
    searched += here.size;
    const pairs = here.size <= SMALL || searched <= MOST_SEARCHED;
    const found = explain(
      stretchOf(here, ledger),
      { habits, usual },
      atTheEnds(here, ledger.chain, ends),
      pairs,
      // What one rule explains in several mismatches need not be among the first in each.
      breaks.length < 3 ? listed : Math.max(LOOKED_AT, listed ?? 0),
    );
    const mismatch = mismatchOf(here, found, way);
    const notes = here.size <= MOST_RULED ? here.notes() : [];
    alone.push({ at: mismatches.push(mismatch) - 1, mismatch, notes });
  });
  const recurring = recurringIn(alone, currency);
  for (const rule of recurring) for (const at of rule.mismatches) mismatches[at] = underRule(mismatches[at]!, rule);
  for (const { at } of alone) mismatches[at] = cut(mismatches[at]!, listed);
  return { mismatches, ...(recurring.length && { recurring }) };
}

/** So many of the best explanations of each mismatch are looked at for one that a rule puts first. */
const LOOKED_AT = 100;
/** In longer stretches no entry is singled out by its share. */
const MOST_RULED = 200;

/** With only the best few explanations; the others are counted. */
function cut(mismatch: Mismatch, listed = LISTED): Mismatch {
  const { explanations, alternatives } = mismatch;
  if (explanations.length <= listed) return mismatch;
  const more = explanations.length - listed;
  return { ...mismatch, explanations: explanations.slice(0, listed), alternatives: alternatives + more };
}

/** Longer stretches are searched for two mistakes together until they have so many notes between them. */
const SMALL = 30;
const MOST_SEARCHED = 20_000;

/** So many notes around the breaks are looked at to learn what is usual. */
const SAMPLE = 6000;

/** The notes around the breaks, each once. */
function sampleOf({ chain, resolve }: LedgerRows): Note[] {
  const rows = new Set<RowRef>();
  const share = Math.max(64, Math.floor(SAMPLE / chain.breaks.length));
  for (const each of chain.breaks) {
    if (rows.size >= SAMPLE) break;
    for (const row of each.rows.slice(-share)) rows.add(row);
    for (const row of each.before.slice(-share)) rows.add(row);
    for (const row of each.later.slice(0, share)) rows.add(row);
  }
  return [...rows]
    .sort((a, b) => a - b)
    .map(resolve)
    .filter(({ id }) => id !== '');
}

/** The same notes, each with the fee that stands in a row beside it; the habits have seen those fees too. */
function learned(notes: readonly Note[], habits: FeeHabits): Note[] {
  const beside = feesBeside(notes);
  return notes.map((note) => {
    const fee = beside.get(note.id);
    if (fee === undefined) return note;
    habits.seeBeside(note, fee);
    return { ...note, fee };
  });
}

/** What only the first or the last reading makes possible: nothing beyond them could be off. */
function atTheEnds(here: ReadBreak, chain: Chain, { currency, usual, tail }: Ends): Fit[] {
  const isFirst = here.source.after !== null && here.source.after === chain.firstReading && !chain.opened;
  const isLast = here.source.at === chain.lastReading;
  const head = isFirst ? here.before() : null;
  return [
    ...entriesBeyond(here, head, isLast ? tail : null, usual),
    ...(isFirst ? wrongFirstReading(here, currency, usual) : []),
    ...(isLast ? wrongLastReading(here, currency, usual) : []),
  ];
}

/** So many notes behind the last reading may belong before it. */
const NEAR_END = 1000;

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
    later: () => source.later.map(resolve),
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

function mismatchOf(here: ReadBreak, found: Explained, way: BalanceWay | null): Mismatch {
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
