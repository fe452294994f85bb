// Rows with the same transaction id: one each is the surest pair there is; several each are paired by what they say.
import { assign } from './assignment.ts';
import { MOST, referencesDiffer, unlikeness } from './cost.ts';
import { penaltyOf } from './nearness.ts';
import { apart, DAY, free, groupBy, isFree, pair, type Row } from './row.ts';

/** An id that stands on more rows than this on either side tells them apart badly; amount and time do it better. */
const MOST_SHARING = 32;

export function pairByReference(notes: readonly Row[], statement: readonly Row[]): void {
  const reference = (row: Row) => (row.reference !== '' && isFree(row) ? row.reference : null);
  const others = groupBy(statement, reference);
  for (const [id, own] of groupBy(notes, reference)) {
    const theirs = others.get(id);
    if (!theirs || own.length > MOST_SHARING || theirs.length > MOST_SHARING) continue;
    if (own.length > 1 || theirs.length > 1) assign(own, theirs, cost, 'reference');
    const [left, leftThere] = [free(own), free(theirs)];
    if (left.length !== 1 || leftThere.length !== 1) continue;
    if (isSame(left[0]!, leftThere[0]!)) pair(left[0]!, leftThere[0]!, 'reference');
  }
}

/** So many digits in a row are what makes an id one of its kind. */
const CORE = /\d{6,}/g;

/** Ids of which one has something before or behind: pairs where the digits are met once on either side and the amount agrees. */
export function pairByCore(notes: readonly Row[], statement: readonly Row[]): void {
  const core = (row: Row) => {
    const runs = isFree(row) ? row.note.reference.match(CORE) : null;
    return runs ? runs.reduce((a, b) => (b.length > a.length ? b : a)) : null;
  };
  const others = groupBy(statement, core);
  for (const [digits, own] of groupBy(notes, core)) {
    const theirs = others.get(digits);
    if (own.length !== 1 || theirs?.length !== 1 || own[0]!.key !== theirs[0]!.key) continue;
    if (!referencesDiffer(own[0]!, theirs[0]!)) pair(own[0]!, theirs[0]!, 'reference');
  }
}

/** Rows that share an id are a transaction with its fee, its refunds or its parts: the amounts must speak for a pair. */
function cost(note: Row, row: Row): number {
  const penalty = note.key === row.key ? 0 : penaltyOf(note, row);
  if (penalty === null) return MOST + 1;
  return penalty + Math.min(20, (20 * apart(note, row)) / (30 * DAY)) + unlikeness(note, row) / 4;
}

/** A payment and its refund may carry one id; all else that does is one transaction, however the rest differs. */
function isSame(note: Row, row: Row): boolean {
  if (note.key === row.key || note.moved > 0n === row.moved > 0n) return true;
  return (note.note.type === 'refund') === (row.note.type === 'refund') && penaltyOf(note, row) !== null;
}
