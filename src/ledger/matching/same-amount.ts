// Rows that move the balance by the same amount, paired by time: blocks by amount, then by time, and never all with all.
import { assign, SMALL } from './assignment.ts';
import { costOf, MOST, nothingAgainst } from './cost.ts';
import { apart, free, groupBy, isFree, onlyOnes, pair, type Row } from './row.ts';

type Cost = (note: Row, statement: Row) => number;

/** Pairs the free rows of equal movement that are at most `window` milliseconds apart. */
export function pairSameAmount(notes: readonly Row[], statement: readonly Row[], window: number): void {
  const cost: Cost = (note, row) => costOf(note, row, window);
  const others = groupBy(statement, freeKey);
  for (const [key, own] of groupBy(notes, freeKey)) {
    const theirs = others.get(key);
    if (theirs) pairWithin(own, theirs, window, cost);
  }
}

/**
 * Pairs rows whose movement occurs once on either side and that are at most `farthest` apart, where nothing else speaks
 * against it. Takes all rows, also those that are paired: an amount that recurs says too little over many days.
 */
export function pairFar(notes: readonly Row[], statement: readonly Row[], farthest: number): void {
  const once = onlyOnes(statement);
  for (const [key, note] of onlyOnes(notes)) {
    const row = once.get(key);
    if (!note || !row || !isFree(note) || !isFree(row)) continue;
    if (apart(note, row) <= farthest && nothingAgainst(note, row)) pair(note, row, 'amount');
  }
}

function freeKey(row: Row): number | null {
  return isFree(row) ? row.key : null;
}

/** Both lists in order of time. */
function pairWithin(notes: readonly Row[], statement: readonly Row[], window: number, cost: Cost): void {
  for (const [own, theirs] of clusters(notes, statement, window)) {
    if (isSmall(own, theirs)) {
      assign(own, theirs, cost, 'amount');
      continue;
    }
    if (window > 1000) pairWithin(own, theirs, window / 8, cost);
    else pairSameWords(own, theirs, cost);
    const [left, leftThere] = [free(own), free(theirs)];
    if (isSmall(left, leftThere)) assign(left, leftThere, cost, 'amount');
    else sweep(left, leftThere, window, cost);
  }
}

function isSmall(notes: readonly Row[], statement: readonly Row[]): boolean {
  return notes.length <= SMALL && statement.length <= SMALL;
}

/** Cuts where the rows of both sides together leave a pause longer than the window; parts of one side only are left out. */
function* clusters(notes: readonly Row[], statement: readonly Row[], window: number): Iterable<[Row[], Row[]]> {
  let [i, j] = [0, 0];
  while (i < notes.length && j < statement.length) {
    const [fromI, fromJ] = [i, j];
    let end = Math.min(notes[i]!.epoch, statement[j]!.epoch);
    for (;;) {
      const own = i < notes.length ? notes[i]!.epoch : Number.POSITIVE_INFINITY;
      const other = j < statement.length ? statement[j]!.epoch : Number.POSITIVE_INFINITY;
      const next = Math.min(own, other);
      if (next === Number.POSITIVE_INFINITY || next - end > window) break;
      end = next;
      if (own <= other) i++;
      else j++;
    }
    if (i > fromI && j > fromJ) yield [notes.slice(fromI, i), statement.slice(fromJ, j)];
  }
}

/** Many rows of one amount within a second: those that name the same counterparty, in the order of their content. */
function pairSameWords(notes: readonly Row[], statement: readonly Row[], cost: Cost): void {
  const others = groupBy(statement, ({ counterparty }) => counterparty);
  for (const [counterparty, own] of groupBy(notes, (row) => row.counterparty)) {
    const theirs = others.get(counterparty) ?? [];
    own.slice(0, theirs.length).forEach((note, i) => {
      if (cost(note, theirs[i]!) <= MOST) pair(note, theirs[i]!, 'amount');
    });
  }
}

/** One pass over both lists in order of time: the earliest with the earliest that is within the window. */
function sweep(notes: readonly Row[], statement: readonly Row[], window: number, cost: Cost): void {
  for (let i = 0, j = 0; i < notes.length && j < statement.length; ) {
    const [note, row] = [notes[i]!, statement[j]!];
    const ahead = row.epoch - note.epoch;
    if (Math.abs(ahead) <= window && cost(note, row) <= MOST) {
      pair(note, row, 'amount');
      i++;
      j++;
    } else if (ahead > 0) i++;
    else j++;
  }
}
