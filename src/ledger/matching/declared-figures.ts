// What a statement says of itself apart from its rows: balances, counts and sums, and whether the rows bear them out.
import { magnitude } from '../causes/shared.ts';
import type { Units } from '../money.ts';
import { counts, movement, type Note } from '../note.ts';

/** What a statement says of one of its ledgers, apart from its rows; each may be missing. */
export interface DeclaredFigures {
  /** Empty where the figures are those of the whole file, whatever accounts its rows name. */
  account: string;
  currency: string;
  opening: Units | null;
  closing: Units | null;
  count: number | null;
  /** Not negative. */
  moneyIn: Units | null;
  moneyOut: Units | null;
}

/** A figure that the statement gives and its rows do not bear out. `difference` = declared − found. */
export type DeclaredGap =
  | {
      kind: 'opening' | 'closing' | 'money-in' | 'money-out' | 'next-opening';
      declared: Units;
      found: Units;
      difference: Units;
    }
  | { kind: 'count'; declared: number; found: number; difference: number };

/** What does not hold, of how much that was compared. */
export interface Compared {
  gaps: DeclaredGap[];
  compared: number;
}

/** Each statement opens with what the one before closed with. */
export function chained(figures: readonly DeclaredFigures[]): Compared {
  const gaps: DeclaredGap[] = [];
  let compared = 0;
  for (let i = 1; i < figures.length; i++) {
    const found = figures[i - 1]!.closing;
    const declared = figures[i]!.opening;
    if (found === null || declared === null) continue;
    compared++;
    if (declared !== found) gaps.push({ kind: 'next-opening', declared, found, difference: declared - found });
  }
  return { gaps, compared };
}

/**
 * Counts and sums. Providers differ in what they add up: with fees or without, with rows that did not go through, with
 * movements between the user's own accounts, or what was spent less what was refunded; a figure stands where any of these
 * readings bears it out.
 */
export function totals(rows: readonly Note[], figures: readonly DeclaredFigures[], unreadable: number): Compared {
  const entries = rows.filter(({ type }) => type !== 'balance');
  const moved = entries.filter(counts);
  const foreign = ({ type }: Note) => type !== 'topup' && type !== 'withdrawal';
  const selections = [moved, entries, moved.filter(foreign), entries.filter(foreign)];
  const gaps: DeclaredGap[] = [];
  let compared = 0;
  const count = totalOf(figures.map((one) => one.count));
  if (count !== null) {
    compared++;
    const found = entries.length;
    const borneOut = count === moved.length || (count >= found && count <= found + unreadable);
    if (!borneOut) gaps.push({ kind: 'count', declared: count, found, difference: count - found });
  }
  for (const [kind, side] of [['money-in', 1n] as const, ['money-out', -1n] as const]) {
    const declared = totalOf(figures.map((one) => (side > 0n ? one.moneyIn : one.moneyOut)));
    // A row that could not be read may be what is missing in a sum: nothing is said then.
    if (declared === null || unreadable > 0) continue;
    compared++;
    const sums = selections.flatMap((some) => [sumOf(some, side, movement), sumOf(some, side, ({ amount }) => amount)]);
    sums.push(...selections.map((some) => lessRefunds(some, side)));
    const found = sums[0]!;
    if (!sums.includes(declared)) gaps.push({ kind, declared, found, difference: declared - found });
  }
  return { gaps, compared };
}

function sumOf(rows: readonly Note[], side: bigint, of: (note: Note) => Units): Units {
  return rows.reduce((sum, note) => (of(note) * side > 0n ? sum + magnitude(of(note)) : sum), 0n);
}

/** Refunds taken from what went out instead of counted as coming in. */
function lessRefunds(rows: readonly Note[], side: bigint): Units {
  const refunds = sumOf(
    rows.filter(({ type }) => type === 'refund'),
    1n,
    ({ amount }) => amount,
  );
  return sumOf(rows, side, ({ amount }) => amount) - refunds;
}

/** The sum over all statements of a ledger; null where one of them does not say. */
function totalOf<T extends number | bigint>(figures: readonly (T | null)[]): T | null {
  if (figures.length === 0 || figures.includes(null)) return null;
  return figures.reduce((sum, figure) => ((sum as number) + (figure as number)) as T)!;
}
