// Whether the money that came back is all that the case is about.
import { parseAmount } from '../ledger/money.ts';
import type { CaseEvent } from './case-event.ts';

/** True only where amount and currency are known and the entries of that currency add up to at least as much. */
export function coversAmount(facts: {
  timeline: readonly CaseEvent[];
  amount: string | null;
  currency: string | null;
}): boolean {
  const wanted = facts.amount === null ? null : parseAmount(facts.amount);
  if (!wanted || facts.currency === null) return false;
  let back = 0n;
  for (const { kind, amount, currency } of facts.timeline) {
    if (kind !== 'money-back' || currency !== facts.currency) continue;
    back += parseAmount(amount ?? '')?.units ?? 0n;
  }
  const size = wanted.units < 0n ? -wanted.units : wanted.units;
  return size > 0n && back >= size;
}
