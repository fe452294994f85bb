// The user's notes held against the provider's statement: which row is which note, what differs, what only one side has.
import { magnitude } from './causes/shared.ts';
import { clockShift, setBack } from './matching/clock-shift.ts';
import { type Difference, differencesBetween } from './matching/differences.ts';
import { attachFees, setsOfFees } from './matching/fee-rows.ts';
import { pairIdentical } from './matching/identical.ts';
import { type LedgerChoice, type Sides, sidesOf } from './matching/ledgers.ts';
import { pairNear } from './matching/nearness.ts';
import { pairByCore, pairByReference } from './matching/references.ts';
import { type Party, type RefundLink, refundLinks } from './matching/refund-links.ts';
import {
  DAY,
  type FoundBy,
  free,
  isFree,
  MINUTE,
  type Row,
  RowMaker,
  type RowSet,
  type SetKind,
} from './matching/row.ts';
import { setsByReference, setsByWords } from './matching/row-sets.ts';
import { pairFar, pairSameAmount } from './matching/same-amount.ts';
import type { Note } from './note.ts';

export interface MatchOptions extends LedgerChoice {
  /** Days that a note and its row may lie apart; 3 unless told. */
  days?: number;
  /** Days for amounts that occur once, where nothing else speaks against the pair; 10 unless told, never less than `days`. */
  farthest?: number;
  /** What the statement covers, in milliseconds since the epoch; notes outside are not missed in it. */
  period?: { from: number; to: number };
}

/** A note and the statement's row for it. */
export interface Pair {
  note: Note;
  statement: Note;
  by: FoundBy;
}

export interface DifferingPair extends Pair {
  differences: Difference[];
  /** The fee that only one side has, where it is a row of its own there. */
  feeRow?: Note;
}

/** One row on one side that is several on the other, with the same sum. */
export interface Together {
  notes: Note[];
  statement: Note[];
  kind: SetKind;
  by: RowSet['by'];
}

/** Each note and each row of the statement stands in one of the lists once; readings alone (type `balance`) in none. */
export interface Matching {
  matched: Pair[];
  differing: DifferingPair[];
  together: Together[];
  onlyInNotes: Note[];
  onlyInStatement: Note[];
  /** Notes that the statement cannot show: of another account or currency, or outside of its period. */
  outside: Note[];
  /** Refunds with the payment they give back. */
  links: RefundLink[];
  /** Minutes by which the statement's clock is ahead of the notes' throughout, as in another time zone; 0 where it is not. */
  clockShift: number;
}

/**
 * Pairs each note with at most one row: identical ones, then by transaction id, by amount and time, and of what is left by
 * amounts that differ as a slip, a sign, a fee or a currency makes them differ. The order of either list does not matter.
 */
export function matchStatement(
  notes: readonly Note[],
  statement: readonly Note[],
  options: MatchOptions = {},
): Matching {
  const { sides, others } = sidesOf(notes, statement, options);
  const result: Matching = {
    matched: [],
    differing: [],
    together: [],
    onlyInNotes: [],
    onlyInStatement: [],
    outside: [...others],
    links: [],
    clockShift: 0,
  };
  const maker = new RowMaker();
  for (const side of sides) matchAccount(side, maker, options, result);
  return result;
}

function matchAccount(sides: Sides, maker: RowMaker, options: MatchOptions, result: Matching): void {
  const window = (options.days ?? 3) * DAY;
  const farthest = Math.max(window, (options.farthest ?? 10) * DAY);
  const notes = maker.rows(sides.notes);
  let statement = maker.rows(sides.statement);
  pairIdentical(notes, statement);
  setsByReference(notes, statement);
  pairByReference(notes, statement);
  pairByCore(notes, statement);
  const shift = clockShift(notes, statement);
  if (shift !== 0) statement = setBack(statement, shift);
  pairSameAmount(free(notes), free(statement), window);
  pairFar(notes, statement, farthest);
  setsOfFees(notes, statement, window);
  setsByWords(free(notes), free(statement), window);
  pairNear(free(notes), free(statement), window);
  attachFees(notes, statement);
  result.clockShift ||= shift / MINUTE;
  tell(notes, statement, options.period, result);
}

function tell(notes: Row[], statement: Row[], period: MatchOptions['period'], result: Matching): void {
  const currencies = new Set(statement.map(({ note }) => note.currency));
  const within = ({ note, epoch }: Row) =>
    (statement.length === 0 || currencies.has(note.currency)) &&
    (period === undefined || (epoch >= period.from && epoch <= period.to));
  const theirs = new Set(statement);
  for (const row of notes) {
    if (isFree(row)) (within(row) ? result.onlyInNotes : result.outside).push(row.note);
    if (row.set && row === firstOwn(row.set, theirs)) result.together.push(togetherOf(row.set, theirs));
    if (row.mate === null) continue;
    const pair = { note: row.note, statement: row.mate.note, by: row.by! };
    const feeRow = row.feeRow ?? row.mate.feeRow;
    const differences = row.by === 'identical' ? [] : differencesBetween(row, row.mate);
    if (feeRow) {
      const side = row.feeRow ? 'notes' : 'statement';
      differences.unshift({ kind: 'fee', side, amount: magnitude(feeRow.moved) });
    }
    if (differences.length) result.differing.push({ ...pair, differences, ...(feeRow && { feeRow: feeRow.note }) });
    else result.matched.push(pair);
  }
  for (const row of statement) if (isFree(row)) result.onlyInStatement.push(row.note);
  const isRefund = ({ note }: Row) => note.type === 'refund';
  if (!statement.some(isRefund) && !notes.some(isRefund)) return;
  const partyOf = (row: Row): Party =>
    theirs.has(row) ? { note: row.mate?.note ?? null, statement: row.note } : { note: row.note, statement: null };
  const all = [...statement, ...free(notes)].sort((a, b) => a.epoch - b.epoch);
  result.links = result.links.concat(refundLinks(all, partyOf));
}

/** The set's first note, with which it is told. */
const firstOwn = ({ one, several }: RowSet, theirs: Set<Row>): Row => (theirs.has(one) ? several[0]! : one);

function togetherOf({ one, several, kind, by }: RowSet, theirs: Set<Row>): Together {
  const rows = several.toSorted((a, b) => a.epoch - b.epoch).map(({ note }) => note);
  return theirs.has(one)
    ? { notes: rows, statement: [one.note], kind, by }
    : { notes: [one.note], statement: rows, kind, by };
}
