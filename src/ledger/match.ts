// The user's notes held against the provider's statement: which row is which note, what differs, what only one side has.
import { clockShift, setBack } from './matching/clock-shift.ts';
import { type Difference, differencesBetween } from './matching/differences.ts';
import { pairIdentical } from './matching/identical.ts';
import { type LedgerChoice, type Sides, sidesOf } from './matching/ledgers.ts';
import { pairNear } from './matching/nearness.ts';
import { pairByReference } from './matching/references.ts';
import { type Party, type RefundLink, refundLinks } from './matching/refund-links.ts';
import { DAY, type FoundBy, free, MINUTE, type Row, RowMaker } from './matching/row.ts';
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
}

/** Each note and each row of the statement stands in one of the lists once; readings alone (type `balance`) in none. */
export interface Matching {
  matched: Pair[];
  differing: DifferingPair[];
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
  pairByReference(notes, statement);
  const shift = clockShift(notes, statement);
  if (shift !== 0) statement = setBack(statement, shift);
  pairSameAmount(free(notes), free(statement), window);
  pairFar(notes, statement, farthest);
  pairNear(free(notes), free(statement), window);
  result.clockShift ||= shift / MINUTE;
  tell(notes, statement, options.period, result);
}

function tell(notes: Row[], statement: Row[], period: MatchOptions['period'], result: Matching): void {
  const currencies = new Set(statement.map(({ note }) => note.currency));
  const within = ({ note, epoch }: Row) =>
    (statement.length === 0 || currencies.has(note.currency)) &&
    (period === undefined || (epoch >= period.from && epoch <= period.to));
  for (const row of notes) {
    if (row.mate === null) {
      (within(row) ? result.onlyInNotes : result.outside).push(row.note);
      continue;
    }
    const pair = { note: row.note, statement: row.mate.note, by: row.by! };
    const differences = row.by === 'identical' ? [] : differencesBetween(row, row.mate);
    if (differences.length) result.differing.push({ ...pair, differences });
    else result.matched.push(pair);
  }
  for (const row of statement) if (row.mate === null) result.onlyInStatement.push(row.note);
  const isRefund = ({ note }: Row) => note.type === 'refund';
  if (!statement.some(isRefund) && !notes.some(isRefund)) return;
  const theirs = new Set(statement);
  const partyOf = (row: Row): Party =>
    theirs.has(row) ? { note: row.mate?.note ?? null, statement: row.note } : { note: row.note, statement: null };
  const all = [...statement, ...free(notes)].sort((a, b) => a.epoch - b.epoch);
  result.links = result.links.concat(refundLinks(all, partyOf));
}
