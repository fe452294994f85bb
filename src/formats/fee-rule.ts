// Whether a statement's fee is charged on top of the amount or lies inside it: its own balances say so.
import type { Units } from '../ledger/money.ts';

/** How the balance moves: by amount − fee, by the amount alone, or by amount + fee (the column is negative already). */
export type FeeRule = 'on-top' | 'inside' | 'added';

export interface FeeRow {
  amount: Units;
  /** As it stands in the column. */
  fee: Units;
  balance: Units | null;
  ledger: string;
}

/** The rule under which most readings follow from their neighbours, in file order or backwards. */
export function feeRuleOf(rows: readonly FeeRow[]): FeeRule {
  const negative = rows.some(({ fee }) => fee < 0n) && !rows.some(({ fee }) => fee > 0n);
  const usual = negative ? 'added' : 'on-top';
  let best: FeeRule = usual;
  let most = fits(rows, usual);
  for (const rule of ['on-top', 'inside', 'added'] as const) {
    const agreeing = fits(rows, rule);
    if (agreeing > most) [best, most] = [rule, agreeing];
  }
  return best;
}

export function feeUnder(rule: FeeRule, fee: Units): Units {
  return rule === 'on-top' ? fee : rule === 'added' ? -fee : 0n;
}

function fits(rows: readonly FeeRow[], rule: FeeRule): number {
  const agreeing = [0, 0];
  const last = new Map<string, FeeRow>();
  for (const row of rows) {
    const before = last.get(row.ledger);
    if (before?.balance != null && row.balance !== null) {
      if (before.balance + row.amount - feeUnder(rule, row.fee) === row.balance) agreeing[0]!++;
      if (row.balance + before.amount - feeUnder(rule, before.fee) === before.balance) agreeing[1]!++;
    }
    last.set(row.ledger, row);
  }
  return Math.max(...agreeing);
}
