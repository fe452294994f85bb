// Whether the money that came back is all that the case is about.
import { parseAmount } from '../ledger/money.ts';
import type { CaseEvent } from './case-event.ts';

/** True only where the amount is known and the entries of its currency add up to at least as much. */
export function coversAmount(facts: {
  timeline: readonly CaseEvent[];
  amount: string | null;
  currency: string | null;
}): boolean {
  const wanted = facts.amount === null ? null : parseAmount(facts.amount);
  if (!wanted) return false;
  // Where the case has no currency, all that came back must at least be of one.
  const currencies = new Set(facts.timeline.flatMap(({ kind, currency }) => (kind === 'money-back' ? [currency] : [])));
  const wantedCurrency = facts.currency ?? (currencies.size === 1 ? [...currencies][0] : null);
  let back = 0n;
  for (const { kind, amount, currency } of facts.timeline) {
    if (kind !== 'money-back' || currency !== wantedCurrency) continue;
    back += parseAmount(amount ?? '')?.units ?? 0n;
  }
  const size = wanted.units < 0n ? -wanted.units : wanted.units;
  return size > 0n && back >= size;
}
