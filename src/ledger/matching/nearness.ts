// Rows that nothing else claims, whose amounts differ as one slip, a sign, a fee or a currency makes them differ.
import { slipBetween } from '../causes/wrong-digits.ts';
import { DIRECTION, type Note } from '../note.ts';
import { assignAmong, type Candidate } from './assignment.ts';
import { costOf, likenessOf, MOST } from './cost.ts';
import { likelyFee } from './likely-fee.ts';
import type { Row } from './row.ts';

/** All in all so many pairs of amounts are looked at; with few rows on one side each is compared with more of the others. */
const COMPARISONS = 4_000_000;
/** The nearest in time among the others that each row is compared with, at least and at most. */
const [FEWEST, FARTHEST] = [40, 4096];
/** Of those whose amounts could be the same, so many are weighed, and so many kept. */
const [WEIGHED, KEPT] = [24, 6];

const SLIPS = { 'transposed-digits': 15, 'shifted-decimal': 12, 'mistyped-digit': 22 } as const;

/** Pairs free rows that are near in time and in amount. `window` in milliseconds. */
export function pairNear(notes: readonly Row[], statement: readonly Row[], window: number): void {
  const turned = notes.length > statement.length;
  const [few, many] = turned ? [statement, notes] : [notes, statement];
  if (few.length === 0) return;
  const looks = Math.min(FARTHEST, Math.max(FEWEST, Math.floor(COMPARISONS / few.length)));
  const candidates: Candidate[] = [];
  let from = 0;
  for (const row of few) {
    while (from < many.length && many[from]!.epoch < row.epoch) from++;
    const found: Candidate[] = [];
    let weighed = 0;
    let passed = 0;
    for (const other of nearest(row, many, from, looks, window)) {
      const [note, statement] = turned ? [other, row] : [row, other];
      passed++;
      const penalty = penaltyOf(note, statement);
      if (penalty === null) continue;
      const cost = penalty + costOf(note, statement, window) + chanceOf(passed, note, statement);
      if (cost <= MOST) found.push({ note, statement, cost });
      if (++weighed >= WEIGHED) break;
    }
    if (found.length > KEPT) found.sort((a, b) => a.cost - b.cost).length = KEPT;
    candidates.push(...found);
  }
  assignAmong(candidates, 'nearness');
}

/** Among many rows some amounts are alike by chance: without words in common, the first few in time only. */
function chanceOf(passed: number, note: Row, statement: Row): number {
  return likenessOf(note, statement) >= 0.5 ? Math.log2(passed) : 5 * Math.log2(passed);
}

/** The rows nearest in time to `row`, nearest first; `from` is the first that is not earlier. */
function* nearest(row: Row, among: readonly Row[], from: number, most: number, window: number): Iterable<Row> {
  let [before, after] = [from - 1, from];
  for (let looked = 0; looked < most; looked++) {
    const back = before >= 0 ? row.epoch - among[before]!.epoch : Number.POSITIVE_INFINITY;
    const ahead = after < among.length ? among[after]!.epoch - row.epoch : Number.POSITIVE_INFINITY;
    if (Math.min(back, ahead) > window) return;
    yield back < ahead ? among[before--]! : among[after++]!;
  }
}

/** What speaks against two amounts being one that was written down differently; null where nothing speaks for it. */
export function penaltyOf(a: Row, b: Row): number | null {
  const [note, statement] = [a.note, b.note];
  if (note.currency !== statement.currency) return a.moved === b.moved && a.moved !== 0n ? 15 : null;
  if (a.moved === 0n || b.moved === 0n) return null;
  if (a.size > 0 !== b.size > 0) {
    if (a.size !== -b.size && a.moved !== -b.moved) return null;
    if (a.moved !== -b.moved && note.amount !== -statement.amount) return null;
    if ((note.type === 'refund') !== (statement.type === 'refund')) return null;
    return isAgainstType(note) ? 8 : 20;
  }
  if (a.size === b.size && note.amount === statement.amount) return 6;
  const ratio = a.size / b.size;
  const fee = ratio > 0.9 && ratio < 1.12 ? likelyFee(note, statement) : null;
  const slip = couldSlip(a.size, b.size) ? slipBetween(note.amount, statement.amount, note.currency) : null;
  if (!fee && !slip) return null;
  return Math.min(fee ? (fee.usual ? 22 : 34) : MOST, slip ? SLIPS[slip] : MOST);
}

/** Entered on a side that its type does not have. */
function isAgainstType({ type, amount }: Note): boolean {
  return DIRECTION[type] !== 0 && DIRECTION[type] > 0 !== amount > 0n;
}

const TENS = Array.from({ length: 61 }, (_, power) => 10 ** power);

/**
 * A quick look that is never wrong about a no: a shifted point multiplies by a power of ten, one digit changes an amount by
 * d × 10^k, two swapped neighbours by 9 × d × 10^k. Plain numbers are inexact, hence the tolerances.
 */
function couldSlip(one: number, other: number): boolean {
  const size = Math.abs(one - other);
  const larger = Math.max(Math.abs(one), Math.abs(other));
  if (larger > size * 1e8 || size < 1 || size >= 1e60) return true;
  const leading = size / TENS[Math.floor(Math.log10(size))]!;
  if (nearWhole(leading) || (nearWhole(leading * 10) && Math.round(leading * 10) % 9 === 0)) return true;
  // a − a/10, a − a/100, a − a/1000 are 0.9, 0.99 and 0.999 of the larger.
  const share = size / larger;
  return [0.9, 0.99, 0.999].some((shifted) => Math.abs(share - shifted) < 1e-9);
}

function nearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-5;
}
