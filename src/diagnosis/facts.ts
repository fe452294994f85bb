// What the notes say about the trouble, as named facts that answer questions beforehand. Where they are silent, none.
import type { CheckResult } from '../ledger/findings.ts';
import type { Note } from '../ledger/note.ts';
import type { About, Facts } from './fact.ts';
import { mismatchFacts } from './facts-of-balance.ts';
import { paymentFacts, topupFacts } from './facts-of-notes.ts';

/**
 * Draws the facts from the notes. `check` is the check of the same notes (null where there was none), `now` an instant
 * in milliseconds, that ages count to: without an amount to go by, a payment or top-up older than a year is not taken for the one at hand.
 */
export function drawFacts(notes: readonly Note[], check: CheckResult | null, about: About, now: number): Facts {
  const ordered = notes
    .map((note, i) => ({ note, i }))
    .sort((a, b) => a.note.time.epoch - b.note.time.epoch || a.i - b.i)
    .map(({ note }) => note);
  return {
    ...paymentFacts(ordered, check, about, now),
    ...topupFacts(ordered, about, now),
    ...mismatchFacts(ordered, check, about, now),
  };
}
